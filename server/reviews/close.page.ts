import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { completion } from '#domain/completion.ts'
import { nowOn, refuseClosure, type ClosureReason } from '#domain/review.ts'
import { statuses } from '#domain/status.ts'
import { clock, dated, dayText, termName } from '#words/format.ts'
import { type PageAnswer, Dated, OutlookName, Split, StatusName } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { tallyOf } from '../plans/growth.ts'
import { shownOutlook, TallyGroup } from '../plans/view.ts'
import { pointsOnDay, type PointOnDay } from '../points/state-on-day.store.ts'
import { lastClosedDay, listReviews, type Review } from '../plans/review-days.store.ts'
import { latestUpdateOf, recentUpdates } from '../points/updates.store.ts'
import { readTexts } from '../texts/store.ts'
import { dividedText } from './report-said.ts'
import { shownText, whoText } from '../texts/view.ts'
import { enteredOn, Entered } from './entered.view.ts'
import { listOrganisations } from '../people/organisations.store.ts'

/** More than anybody writes while a page is open. */
const recentEnough = 20

/** What a closure would freeze, as the plan stood on the day with what is known now. Undefined when the plan has no such review day. */
export async function loadClosing(context: PlanPageContext): Promise<PageAnswer<ClosingData> | undefined> {
  const { tx, plan, params, lang, say, words } = context
  const reviews = await listReviews(tx, plan.id)
  const review = reviews.find((one) => one.term === params.term)
  if (!review) return undefined
  const standing = await pointsOnDay(tx, plan.id, review.heldOn)
  const count = completion(standing)
  const divided = dividedText(count, context)
  const basedOn = await latestUpdateOf(tx, plan.id)
  const name = termName(lang, review.term)
  return {
    title: say(words.closing.title, { term: name, plan: plan.title }),
    description: say(words.closing.description, { term: name, plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      held: dated(lang, review.heldOn),
      ...refusedOf(context, review, reviews, await lastClosedDay(tx, plan.id)),
      basedOn,
      standing: say.split(words.plans.completed, { completed: count.completed, n: count.adopted }),
      divided: divided ?? null,
      groups: tallyOf(standing),
      ...heardOf(
        context,
        standing,
        reviews.findLast((one) => one.closure),
      ),
      ...(await enteredOn(context, review.id)),
      points: standing.map((point) => point.number),
      organisations: (await listOrganisations(tx)).map(({ code, name }) => ({ code, name })),
      recent: await recentOf(context, standing),
    },
  }
}

function refusedOf(
  { lang, today }: PlanPageContext,
  review: Review,
  reviews: readonly Review[],
  lastClosed: string | null,
): Pick<ClosingData, 'refused' | 'earlier'> {
  const open = reviews.filter((one) => !one.closure)
  const [refusal] = refuseClosure(
    { heldOn: review.heldOn, closedAt: review.closure?.closedAt ?? null },
    { today, lastClosed, open: open.map((one) => one.heldOn) },
  )
  if (!refusal) return { refused: null, earlier: null }
  const [first] = open
  const earlier = refusal.code === 'review-out-of-order' ? first : undefined
  return {
    refused: refusal.code,
    earlier: earlier ? { term: earlier.term, name: termName(lang, earlier.term) } : null,
  }
}

/** How many points have been heard of in the round, and how many open ones have not: silence is not the same as nothing new. */
function heardOf(
  { plan, say, words }: PlanPageContext,
  standing: readonly PointOnDay[],
  last: Review | undefined,
): Pick<ClosingData, 'heard' | 'silent'> {
  const spoken = words.closing
  const roundFrom = nowOn(plan.adoptedOn, last?.heldOn ?? null)
  const isHeard = ({ update }: PointOnDay) => update !== null && update.holdsFrom >= roundFrom
  const silent = standing.filter((point) => statuses[point.status].open && !isHeard(point)).length
  const heard = standing.filter(isHeard).length
  const sentence = last ? spoken.heard : spoken.heardFirst
  return {
    heard: heard === 0 ? say(spoken.heardNone) : say(sentence, { n: heard }),
    silent: silent > 0 ? say(spoken.silent, { n: silent }) : null,
  }
}

async function recentOf(
  context: PlanPageContext,
  standing: readonly PointOnDay[],
): Promise<ClosingData['recent']> {
  const { tx, plan, lang } = context
  const rows = await recentUpdates(tx, plan.id, recentEnough)
  const texts = await readTexts(
    tx,
    rows.map((row) => row.reasonId),
  )
  const organisations = new Map((await listOrganisations(tx)).map((one) => [one.id, one.name]))
  return rows.flatMap((row) => {
    const point = standing.find((one) => one.id === row.pointId)
    if (!point) return []
    const reason = shownText(texts.get(row.reasonId ?? 0) ?? null, context)
    return {
      id: row.id,
      number: point.number,
      title: point.title,
      status: row.status,
      outlook: shownOutlook(row),
      who: whoText(row.byFunction, organisations.get(row.byOrganisationId ?? 0)),
      at: `${dayText(lang, dayOf(new Date(row.recordedAt)))} ${clock(lang, row.recordedAt)}`,
      reason: reason?.text ?? null,
    }
  })
}

/** Something written in the plan lately: what is shown when it came after the page was opened. */
const Recent = Type.Object({
  id: Type.Integer(),
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: Maybe(OutlookName),
  who: Type.String(),
  at: Type.String(),
  reason: Maybe(Type.String()),
})

/** `/{plan}/avstamningar/{term}/stang`: what will be frozen, and what was decided. */
export const ClosingData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  held: Dated,
  /** Why it can not be closed; with the earlier one that must be closed first. */
  refused: Maybe(Type.Unsafe<ClosureReason>({ type: 'string' })),
  earlier: Maybe(Type.Object({ term: Type.String(), name: Type.String() })),
  /** The plan's latest update: what the closure is based on. */
  basedOn: Maybe(Type.Integer()),
  standing: Split,
  divided: Maybe(Type.String()),
  groups: Type.Array(TallyGroup),
  heard: Type.String(),
  /** What was decided and said at the meeting and is frozen with the rest. */
  decided: Type.Array(Entered),
  said: Type.Array(Entered),
  silent: Maybe(Type.String()),
  points: Type.Array(Type.String()),
  organisations: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  recent: Type.Array(Recent),
})
export type ClosingData = Static<typeof ClosingData>

export const closingPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/stang',
  view: 'reviews/Close',
  schema: ClosingData,
  access: 'review.close',
  catalogues: ['status', 'closing', 'entered', 'saving'],
  script: 'page',
  load: loadClosing,
}
