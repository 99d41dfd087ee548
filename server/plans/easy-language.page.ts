import { Type, type Static } from 'typebox'
import { completion } from '#domain/completion.ts'
import { dated } from '#words/format.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { pointsOnDayWithoutText } from '../points/state-on-day.store.ts'
import { planNow, listReviews } from './review-days.store.ts'
import { asOfDay } from './view.ts'
import { layoutPlanOf } from './layout-plan.view.ts'

/** `/{plan}/lattlast`: the plan in easy language (P19), with the one count. */
export const EasyData = Type.Object({
  title: Type.String(),
  paragraphs: Type.Array(Type.String()),
  sentence: Type.String(),
  day: Dated,
})
export type EasyData = Static<typeof EasyData>

export const easyPage: PlanPage = {
  of: 'plan',
  path: '/:plan/lattlast',
  view: 'plans/EasyLanguage',
  schema: EasyData,
  access: 'open',
  catalogues: ['sharing'],
  script: 'none',
  load: loadEasy,
}

/** Undefined where nobody has written such a text. */
async function loadEasy(context: PlanPageContext): Promise<PageAnswer<EasyData> | undefined> {
  const { tx, plan, lang, say, words, now, today } = context
  if (!plan.easyRead) return undefined
  const spoken = words.sharing.easy
  const day = await planNow(tx, plan.id, now)
  const standing = await pointsOnDayWithoutText(tx, plan.id, day)
  const { adopted, completed } = completion(standing)
  const asOf = asOfDay(plan, standing, await listReviews(tx, plan.id), { day, today })
  return {
    title: say(spoken.title, { plan: plan.title }),
    description: say(spoken.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    data: {
      title: plan.title,
      paragraphs: plan.easyRead.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
      sentence: say(completed > 0 ? spoken.count : spoken.countNone, { completed, adopted, n: completed }),
      day: dated(lang, asOf),
    },
  }
}
