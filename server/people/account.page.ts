import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { clock, dated } from '#words/format.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import { lastingLinksOf } from './links.store.ts'
import type { Page, PageContext } from '../http/page.ts'
import { listEveryPlan } from '../database/plan.ts'
import { pointsOf } from '../points/store.ts'
import { sessionsOf } from './sessions.store.ts'
import { settingsOf } from './account.store.ts'

/** `/mitt/konto`: one's own settings, where one is signed in, and the links that open something in one's name (A15). */
export const AccountData = Type.Object({
  name: Maybe(Type.String()),
  email: Maybe(Type.String()),
  language: Type.Unsafe<'sv' | 'en'>({ type: 'string' }),
  reminders: Type.Boolean(),
  sessions: Type.Array(
    Type.Object({
      id: Type.Integer(),
      device: Maybe(Type.String()),
      since: Dated,
      lastUsed: Dated,
      lastUsedClock: Type.String(),
      current: Type.Boolean(),
    }),
  ),
  links: Type.Array(
    Type.Object({
      id: Type.Integer(),
      purpose: Type.Unsafe<'log' | 'answer'>({ type: 'string' }),
      plan: Type.String(),
      lang: Type.String(),
      /** The point that an `answer` link is about. */
      number: Maybe(Type.String()),
      sent: Dated,
      until: Dated,
    }),
  ),
})
export type AccountData = Static<typeof AccountData>

export const accountPage: Page = {
  of: 'installation',
  path: '/mitt/konto',
  view: 'people/Account',
  schema: AccountData,
  access: 'mine.read',
  catalogues: ['account', 'saving'],
  script: 'page',
  load: loadAccount,
}

async function loadAccount(context: PageContext): Promise<PageAnswer<AccountData> | undefined> {
  const { tx, viewer, now, lang, say, words } = context
  if (!viewer) return undefined
  const { name, email, language, reminders } = await settingsOf(tx, viewer.personId)
  const day = (instant: string) => dated(lang, dayOf(new Date(instant)))
  return {
    title: say(words.account.title),
    description: say(words.account.description),
    data: {
      name: name || null,
      email: email || null,
      language,
      reminders,
      sessions: (await sessionsOf(tx, viewer, now)).map(({ id, device, createdAt, lastUsedAt }) => ({
        id,
        device: device || null,
        since: day(createdAt),
        lastUsed: day(lastUsedAt),
        lastUsedClock: clock(lang, lastUsedAt),
        current: id === viewer.session?.id,
      })),
      links: await ownLinks(context, viewer.personId, day),
    },
  }
}

async function ownLinks(
  { tx, now }: PageContext,
  personId: number,
  day: (instant: string) => Static<typeof Dated>,
): Promise<AccountData['links']> {
  const plans = await listEveryPlan(tx)
  const found = await lastingLinksOf(tx, personId, now)
  const told: AccountData['links'] = []
  for (const { id, purpose, planId, scope, createdAt, expiresAt } of found) {
    const plan = plans.find((one) => one.id === planId)
    if (!plan || (purpose !== 'log' && purpose !== 'answer')) continue
    const point = scope && (await pointsOf(tx, plan.id)).find((one) => one.id === Number(scope))
    told.push({
      id,
      purpose,
      plan: plan.title,
      lang: plan.language,
      number: point ? point.number : null,
      sent: day(createdAt),
      until: day(expiresAt),
    })
  }
  return told
}
