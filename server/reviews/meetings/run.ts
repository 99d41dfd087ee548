import { dayOf } from '#domain/calendar.ts'
import type { Tx } from '../../database/database.ts'
import { recordDecision, withdrawDecision } from '../decisions.store.ts'
import { refusedField } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import { pointsOnDay } from '../../points/state-on-day.store.ts'
import { type Review, requireReview } from '../../plans/review-days.store.ts'
import { note } from '../../trail/store.ts'
import { agendaFor, stepsOf } from './agenda.ts'
import { chooseOrder, startMeeting, stepMeeting } from './store.ts'
import type { NewAgenda, NewComment, NewLiveDecision, NewShowing } from './schema.ts'
import { endMeeting, openMeeting } from '../open-meeting.store.ts'
import { recordComment, withdrawComment } from '../comments.store.ts'
import type { Plan } from '../../database/plan.ts'

/** The review day while it can still be worked on; 422 when it is closed. */
async function unclosed(tx: Tx, plan: Plan, term: string): Promise<Review> {
  const review = await requireReview(tx, plan, term)
  if (review.closure) throw refusedField('review-closed', 'term')
  return review
}

/** The same on its day or after; 422 when it lies ahead. */
async function begun(tx: Tx, plan: Plan, term: string, context: WriteContext): Promise<Review> {
  const review = await unclosed(tx, plan, term)
  if (review.heldOn > dayOf(context.now)) throw refusedField('review-ahead', 'term')
  return review
}

/**
 * Chooses the order of a review day's agenda, or with no numbers lets it make itself. Refuses a point that is not there, and with 409 what another
 * order stands in the way of.
 */
export async function orderAgenda(
  tx: Tx,
  plan: Plan,
  term: string,
  claim: NewAgenda,
  context: WriteContext,
): Promise<void> {
  const review = await unclosed(tx, plan, term)
  const known = new Set((await pointsOnDay(tx, plan.id, review.heldOn)).map(({ number }) => number))
  const numbers = [...new Set(claim.numbers)]
  if (numbers.some((number) => !known.has(number))) throw refusedField('point-unknown', 'numbers')
  await chooseOrder(
    tx,
    { planId: plan.id, reviewId: review.id },
    { numbers, version: claim.version },
    context,
  )
}

/**
 * Opens or ends the meeting of a review day. The order of its agenda stands from then on, so that a point that is completed does not move while it is
 * talked about. 422 before its day, when it is closed, and while another of the plan is under way.
 */
export async function runMeeting(
  tx: Tx,
  plan: Plan,
  term: string,
  open: boolean,
  context: WriteContext,
): Promise<void> {
  if (!open) return endMeeting(tx, (await requireReview(tx, plan, term)).id, context)
  const review = await begun(tx, plan, term, context)
  const underWay = await openMeeting(tx, plan.id)
  if (underWay?.reviewId === review.id) return
  if (underWay) throw refusedField('meeting-elsewhere', 'open')
  const where = { planId: plan.id, reviewId: review.id }
  const { rows, version } = await agendaFor(tx, plan, review)
  const numbers = rows.map(({ number }) => number)
  if (numbers.length > 0) await chooseOrder(tx, where, { numbers, version }, context)
  await startMeeting(tx, where, context)
}

/** Shows another slide; 422 for one that is not on the agenda, 409 when somebody stepped meanwhile, 404 when the meeting has ended. */
export async function showSlide(tx: Tx, plan: Plan, term: string, claim: NewShowing): Promise<void> {
  const review = await requireReview(tx, plan, term)
  const { steps } = await stepsOf(tx, plan, review)
  if (!steps.some(({ showing }) => showing === claim.showing))
    throw refusedField('showing-unknown', 'showing')
  await stepMeeting(tx, review.id, claim)
}

/** Records a decision at the meeting, on the day or after it until it is closed; bound to the day (F25). */
export async function decide(
  tx: Tx,
  plan: Plan,
  term: string,
  claim: NewLiveDecision,
  context: WriteContext,
): Promise<void> {
  const review = await begun(tx, plan, term, context)
  const known = new Set((await pointsOnDay(tx, plan.id, review.heldOn)).map(({ number }) => number))
  await recordDecision(tx, { planId: plan.id, reviewId: review.id, known }, claim, context)
}

/** Records what was said at the meeting; bound to the day (F25). */
export async function comment(
  tx: Tx,
  plan: Plan,
  term: string,
  claim: NewComment,
  context: WriteContext,
): Promise<void> {
  const review = await begun(tx, plan, term, context)
  await recordComment(tx, { planId: plan.id, reviewId: review.id }, claim, context)
}

/** Withdraws a decision or a comment that was entered wrongly, until the day is closed; what was entered stays on record. */
export async function withdraw(
  tx: Tx,
  plan: Plan,
  term: string,
  { kind, id }: { kind: 'decision' | 'comment'; id: number },
  context: WriteContext,
): Promise<void> {
  const review = await begun(tx, plan, term, context)
  const where = { planId: plan.id, reviewId: review.id }
  await { decision: withdrawDecision, comment: withdrawComment }[kind](tx, where, id, context)
  note(context, {}, { object: 'review', objectId: review.term })
}
