import { asc, eq } from 'drizzle-orm'
import { dayOf } from '#domain/calendar.ts'
import { nowOn, refuseReview } from '#domain/review.ts'
import { freeTerm } from '#domain/term.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refuseFor, refusedField } from '../errors.ts'
import type { Act } from '../people/act.ts'
import { lastClosedDay } from '../points/store.ts'
import { lockPlan, type Plan } from '../plans/store.ts'
import type { Snapshot } from './snapshot.ts'
import type { NewReview } from './schema.ts'

export type ReviewRecord = Tables['reviews']['$inferSelect']

/** A review day and, when it is closed, what was frozen. */
export interface Review {
  id: number
  term: string
  heldOn: string
  closure: Closure | null
}

export interface Closure {
  closedAt: string
  hash: string
  previousHash: string
  /** The stored text, byte for byte. */
  text: string
  snapshot: Snapshot
}

/** The plan's review days in order of day, closed and planned. */
export async function listReviews(tx: Tx, planId: number): Promise<Review[]> {
  const { reviews, closures } = tx.tables
  const rows = await tx
    .select({ review: reviews, closure: closures })
    .from(reviews)
    .leftJoin(closures, eq(closures.reviewId, reviews.id))
    .where(eq(reviews.planId, planId))
    .orderBy(asc(reviews.heldOn))
  return rows.map(({ review, closure }) => ({
    id: review.id,
    term: review.term,
    heldOn: review.heldOn,
    closure: closure && {
      closedAt: closure.closedAt,
      hash: closure.hash,
      previousHash: closure.previousHash,
      text: closure.snapshot,
      snapshot: JSON.parse(closure.snapshot) as Snapshot,
    },
  }))
}

/** The review day of this term, or undefined. */
export async function findReview(tx: Tx, planId: number, term: string): Promise<Review | undefined> {
  return (await listReviews(tx, planId)).find((review) => review.term === term)
}

/** The day `now` means in a plan: today, or the day after the last closed review day when that is later. */
export async function planNow(tx: Tx, planId: number, now: Date): Promise<string> {
  return nowOn(dayOf(now), await lastClosedDay(tx, planId))
}

/** Sets a review day (F20). Without a term it takes the first free one of its day. Gives the term. */
export async function planReview(tx: Tx, slug: string, claim: NewReview, act: Act): Promise<string> {
  const plan = await lockPlan(tx, slug)
  const reviews = await listReviews(tx, plan.id)
  refuseFor(refuseReview(claim, await contextOf(tx, plan, reviews)))
  const term =
    claim.term ??
    freeTerm(
      claim.heldOn,
      reviews.map((review) => review.term),
    )
  await tx.insert(tx.tables.reviews).values({
    planId: plan.id,
    term,
    heldOn: claim.heldOn,
    createdAt: act.now.toISOString(),
    createdBy: act.by.personId,
  })
  return term
}

/** Moves a review day that is not closed; its term, which is its address, stays. */
export async function moveReview(tx: Tx, slug: string, term: string, heldOn: string): Promise<void> {
  const plan = await lockPlan(tx, slug)
  const all = await listReviews(tx, plan.id)
  const review = all.find((one) => one.term === term)
  if (!review) throw new Refused(404, 'not-found')
  if (review.closure) throw refusedField('review-closed', 'heldOn')
  const others = all.filter((one) => one !== review)
  refuseFor(refuseReview({ heldOn }, await contextOf(tx, plan, others)))
  await tx.update(tx.tables.reviews).set({ heldOn }).where(eq(tx.tables.reviews.id, review.id))
}

const contextOf = async (tx: Tx, plan: Plan, reviews: readonly Review[]) => ({
  adoptedOn: plan.adoptedOn,
  lastClosed: await lastClosedDay(tx, plan.id),
  reviews: reviews.map(({ heldOn, term }) => ({ heldOn, term })),
})
