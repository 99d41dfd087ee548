import { Type, type Static } from 'typebox'
import { afterwardsReasons } from '#domain/afterwards.ts'
import type { FeedbackKind } from '#domain/feedback.ts'
import { dayOf } from '#domain/calendar.ts'
import { dated, type Lang } from '#words/format.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { Page, PageContext } from '../http/page.ts'
import { listEveryPlan } from '../database/plan.ts'
import { reachOf, handledFeedback, undelivered, waitingFeedback, type Feedback } from './store.ts'

const Message = Type.Object({
  id: Type.Integer(),
  kind: Type.Unsafe<FeedbackKind>({ type: 'string' }),
  path: Type.String(),
  /** The plan's title; null outside the plans. */
  plan: Maybe(Type.String()),
  /** The language it was written in. */
  lang: Type.Unsafe<Lang>({ type: 'string' }),
  /** Null once swept. */
  text: Maybe(Type.String()),
  /** Whether an answer is wanted and can be sent. */
  email: Maybe(Type.String()),
  received: Dated,
  handled: Maybe(Dated),
  answer: Maybe(Type.String()),
  failed: Type.Boolean(),
})
export type FeedbackMessage = Static<typeof Message>

/** `/mitt/synpunkter`: what readers have written about the pages of the plans one leads, what waits first. */
export const FeedbackMineData = Type.Object({
  waiting: Type.Array(Message),
  handled: Type.Array(Message),
  /** Whether answers leave from here. */
  mail: Type.Boolean(),
})
export type FeedbackMineData = Static<typeof FeedbackMineData>

export const feedbackMinePage: Page = {
  of: 'installation',
  path: '/mitt/synpunkter',
  view: 'feedback/Answer',
  schema: FeedbackMineData,
  access: 'feedback.answer',
  catalogues: ['feedbackMine', 'saving'],
  refusals: [...afterwardsReasons],
  script: 'page',
  load: loadMine,
}

async function loadMine(context: PageContext): Promise<PageAnswer<FeedbackMineData> | undefined> {
  const { tx, viewer, say, words, mail } = context
  if (!viewer) return undefined
  const reach = await reachOf(tx, viewer)
  const titles = new Map((await listEveryPlan(tx)).map(({ id, title }) => [id, title]))
  const waiting = await waitingFeedback(tx, reach)
  const handled = await handledFeedback(tx, reach)
  const failed = await undelivered(
    tx,
    handled.map(({ id }) => id),
  )
  const tell = (one: Feedback) => messageOf(one, { context, titles, failed: failed.has(one.id) })
  const shown = [...waiting, ...handled].filter(({ email }) => email !== null).length
  return {
    title: say(words.feedbackMine.title),
    description: say(words.feedbackMine.leadNone),
    current: 'mine',
    reading: shown > 0 ? { list: 'feedback' as const, planId: null, count: shown } : undefined,
    data: { waiting: waiting.map(tell), handled: handled.map(tell), mail },
  }
}

function messageOf(
  { id, kind, path, planId, lang, body, email, receivedAt, handledAt, answer }: Feedback,
  { context, titles, failed }: { context: PageContext; titles: ReadonlyMap<number, string>; failed: boolean },
): FeedbackMessage {
  const day = (at: string) => dated(context.lang, dayOf(new Date(at)))
  const plan = planId === null ? undefined : titles.get(planId)
  return {
    id,
    kind,
    path,
    plan: plan ?? null,
    lang: lang === 'en' ? 'en' : 'sv',
    text: body,
    email,
    received: day(receivedAt),
    handled: handledAt !== null ? day(handledAt) : null,
    answer,
    failed,
  }
}
