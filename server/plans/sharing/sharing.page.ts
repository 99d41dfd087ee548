import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { PlanPage, PlanPageContext } from '../../http/page.ts'
import { layoutPlanOf } from '../layout-plan.view.ts'
import { QrCode, qrOf } from '../../http/markup.ts'

/** `/{plan}/folj`: how one follows a plan without leaving an address, and shows it in other places. */
export const SharingData = Type.Object({
  /** Whole addresses, to be typed, photographed or copied. */
  address: Type.String(),
  qr: QrCode,
  feed: Type.String(),
  calendar: Type.String(),
  embed: Type.String(),
})
export type SharingData = Static<typeof SharingData>

export const sharingPage: PlanPage = {
  of: 'plan',
  path: '/:plan/folj',
  view: 'plans/sharing/Sharing',
  schema: SharingData,
  access: 'open',
  catalogues: ['sharing'],
  script: 'none',
  load: loadSharing,
}

async function loadSharing(context: PlanPageContext): Promise<PageAnswer<SharingData>> {
  const { tx, plan, lang, base, origin, say, words } = context
  const address = addresses.plan(origin + base, plan.slug)
  return {
    title: say(words.sharing.title, { plan: plan.title }),
    description: say(words.sharing.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    data: {
      address,
      qr: qrOf(address),
      feed: origin + api.feed(plan.slug, lang),
      calendar: origin + api.calendar(plan.slug, lang),
      embed: origin + api.embed(plan.slug, lang),
    },
  }
}
