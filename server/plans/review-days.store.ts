import type { Plan } from '../database/plan.ts'
import { Refused } from '../http/refusal.ts'
import type { Tx } from '../database/database.ts'
import { asc, eq, max } from 'drizzle-orm'
import type { Tables } from '../database/tables.ts'
import type { Snapshot } from '../reviews/snapshot.ts'
import { dayOf } from '#domain/calendar.ts'
import { nowOn } from '#domain/review.ts'
import { statement, type Given } from '../database/statement.ts'

type ReviewRecord = Tables['reviews']['$inferSelect']
/** That a review day will not be held: since when, and why where somebody has said it. */
interface Cancelled {
  at: string
  textId: number | null
}
export interface Closure {
  closedAt: string
  hash: string
  previousHash: string
  /** The stored text, byte for byte. */
  text: string
  snapshot: Snapshot
}
/** A review day and, when it is closed, what was frozen. */
export interface Review extends Omit<ReviewRecord, 'planId' | 'createdBy' | 'sequence'> {
  sequence: number
  closure: Closure | null
  cancelled: Cancelled | null
}
/** The plan's review days in order of day, those that were cancelled too: what is shown, and whose terms are taken. */
export async function everyReview(tx: Tx, planId: number): Promise<Review[]> {
  const { reviews, closures, cancellations } = tx.tables
  const rows = await tx
    .select({ review: reviews, closure: closures, cancelled: cancellations })
    .from(reviews)
    .leftJoin(closures, eq(closures.reviewId, reviews.id))
    .leftJoin(cancellations, eq(cancellations.reviewId, reviews.id))
    .where(eq(reviews.planId, planId))
    .orderBy(asc(reviews.heldOn), asc(reviews.id))
  return rows.map(
    ({ review: { planId: _plan, createdBy: _by, sequence, ...review }, closure, cancelled }) => ({
      ...review,
      sequence: sequence ?? 0,
      cancelled: cancelled && { at: cancelled.recordedAt, textId: cancelled.textId },
      closure: closure && {
        closedAt: closure.closedAt,
        hash: closure.hash,
        previousHash: closure.previousHash,
        text: closure.snapshot,
        snapshot: JSON.parse(closure.snapshot) as Snapshot,
      },
    }),
  )
}
/** The plan's review days in order of day, closed and planned. One that was cancelled is none of them: nothing is done with it any more. */
export async function listReviews(tx: Tx, planId: number): Promise<Review[]> {
  return (await everyReview(tx, planId)).filter((review) => !review.cancelled)
}
/** The review day of this term, or undefined; also when it was cancelled. */
export async function findReview(tx: Tx, planId: number, term: string): Promise<Review | undefined> {
  return (await listReviews(tx, planId)).find((review) => review.term === term)
}
/** The review day of this term; 404 when the plan has none that stands. */
export async function requireReview(tx: Tx, { id }: Pick<Plan, 'id'>, term: string): Promise<Review> {
  const review = await findReview(tx, id, term)
  if (!review) throw new Refused('not-found')
  return review
}
const lastClosed = statement((tx, { planId }: Given<{ planId: number }>) => {
  const { closures } = tx.tables
  return tx
    .select({ heldOn: max(closures.heldOn) })
    .from(closures)
    .where(eq(closures.planId, planId))
})

/** The day of the plan's last closed review day, or null. */
export async function lastClosedDay(tx: Tx, planId: number): Promise<string | null> {
  const [row] = await lastClosed(tx, { planId })
  return row?.heldOn ?? null
}

/** The day `now` means in a plan: today, or the day after the last closed review day when that is later. */
export async function planNow(tx: Tx, planId: number, now: Date): Promise<string> {
  return nowOn(dayOf(now), await lastClosedDay(tx, planId))
}
