import { dayOf } from '#domain/calendar.ts'
import { completion } from '#domain/completion.ts'
import { nowOn, refuseClosure } from '#domain/review.ts'
import { statuses } from '#domain/status.ts'
import { clock, dated, dayText, termName } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import { enteredOn } from '../meetings/entered.ts'
import { listOrganisations } from '../organisations/store.ts'
import type { PlanPageContext } from '../page.ts'
import { framedPlan, whoText } from '../plans/framed.ts'
import { shownOutlook } from '../plans/shown.ts'
import { tallyOf } from '../plans/tally.ts'
import { toldOf } from '../plans/troubled.ts'
import { pointsStanding, type Standing } from '../points/standing.ts'
import { lastClosedDay } from '../points/store.ts'
import { latestUpdateOf, recentUpdates } from '../points/updates.ts'
import { readTexts } from '../texts/store.ts'
import type { ClosingData } from './closing-page.ts'
import { dividedText } from './sentences.ts'
import { listReviews, type Review } from './store.ts'

/** More than anybody writes while a page is open. */
const recentEnough = 20

/** What a closure would freeze, as the plan stood on the day with what is known now. Undefined when the plan has no such review day. */
export async function loadClosing(context: PlanPageContext): Promise<PageAnswer<ClosingData> | undefined> {
  const { tx, plan, params, lang, say, words } = context
  const reviews = await listReviews(tx, plan.id)
  const review = reviews.find((one) => one.term === params.term)
  if (!review) return undefined
  const standing = await pointsStanding(tx, plan.id, review.heldOn)
  const count = completion(standing)
  const divided = dividedText(count, context)
  const basedOn = await latestUpdateOf(tx, plan.id)
  const name = termName(lang, review.term)
  return {
    title: say(words.closing.title, { term: name, plan: plan.title }),
    description: say(words.closing.description, { term: name, plan: plan.title }),
    plan: await framedPlan(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      held: dated(lang, review.heldOn),
      ...refusedOf(context, review, reviews, await lastClosedDay(tx, plan.id)),
      ...(basedOn !== null && { basedOn }),
      standing: say.split(words.plans.completed, { completed: count.completed, n: count.adopted }),
      ...(divided && { divided }),
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
  if (!refusal) return {}
  const [first] = open
  const earlier = refusal.code === 'review-out-of-order' ? first : undefined
  return {
    refused: refusal.code,
    ...(earlier && { earlier: { term: earlier.term, name: termName(lang, earlier.term) } }),
  }
}

/** How many points have been heard of in the round, and how many open ones have not: silence is not the same as nothing new. */
function heardOf(
  { plan, say, words }: PlanPageContext,
  standing: readonly Standing[],
  last: Review | undefined,
): Pick<ClosingData, 'heard' | 'silent'> {
  const spoken = words.closing
  const roundFrom = nowOn(plan.adoptedOn, last?.heldOn ?? null)
  const isHeard = ({ update }: Standing) => update !== null && update.holdsFrom >= roundFrom
  const silent = standing.filter((point) => statuses[point.status].open && !isHeard(point)).length
  const heard = standing.filter(isHeard).length
  const sentence = last ? spoken.heard : spoken.heardFirst
  return {
    heard: heard === 0 ? say(spoken.heardNone) : say(sentence, { n: heard }),
    ...(silent > 0 && { silent: say(spoken.silent, { n: silent }) }),
  }
}

async function recentOf(
  context: PlanPageContext,
  standing: readonly Standing[],
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
    const outlook = shownOutlook(row)
    const reason = toldOf(texts.get(row.reasonId ?? 0) ?? null, context)
    return {
      id: row.id,
      number: point.number,
      title: point.title,
      status: row.status,
      ...(outlook && { outlook }),
      who: whoText(row.byFunction, organisations.get(row.byOrganisationId ?? 0)),
      at: `${dayText(lang, dayOf(new Date(row.recordedAt)))} ${clock(lang, row.recordedAt)}`,
      ...(reason && { reason: reason.text }),
    }
  })
}
