import { and, asc, eq } from 'drizzle-orm'
import { afterwardsLimits, refuseWords } from '#domain/afterwards.ts'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { Refused, refuseFor, refusedField } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import { findPoint } from '../../points/store.ts'
import { requireReview } from '../../plans/review-days.store.ts'
import { writeText } from '../../texts/store.ts'
import { note } from '../../trail/store.ts'
import type { NewDecisionAnswer, NewRemark } from './schema.ts'
import type { Plan } from '../../database/plan.ts'

type Remark = Tables['remarks']['$inferSelect'] & { point: string | null }
type DecisionAnswer = Tables['decisionAnswers']['$inferSelect']
type Decision = Tables['decisions']['$inferSelect'] & { term: string }

/**
 * Records a dated correction in words beside a closed report, which itself never changes (trap 21). Refuses no words, a point that is not in
 * the plan, and a day that is not closed: there is still nothing to correct. 404 for a day that is not there.
 */
export async function recordRemark(
  tx: Tx,
  plan: Plan,
  term: string,
  { text, point: number }: NewRemark,
  context: WriteContext,
): Promise<void> {
  const review = await requireReview(tx, plan, term)
  if (!review.closure) throw refusedField('review-still-open', 'text')
  refuseFor(refuseWords(text, afterwardsLimits.remark))
  const point = number ? await findPoint(tx, plan.id, number) : undefined
  if (number && !point) throw refusedField('point-unknown', 'point')
  await tx.insert(tx.tables.remarks).values({
    planId: plan.id,
    reviewId: review.id,
    pointId: point?.id ?? null,
    textId: (await writeText(tx, plan.id, text, context))!,
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
    byFunction: context.by.function,
    byOrganisationId: context.by.organisationId,
  })
}

/** The remarks beside a review day's report, in the order they were made. */
export async function remarksOf(tx: Tx, reviewId: number): Promise<Remark[]> {
  const { remarks, points } = tx.tables
  const rows = await tx
    .select({ remark: remarks, point: points.number })
    .from(remarks)
    .leftJoin(points, eq(points.id, remarks.pointId))
    .where(eq(remarks.reviewId, reviewId))
    .orderBy(asc(remarks.id))
  return rows.map(({ remark, point }) => ({ ...remark, point }))
}

/**
 * Says what became of a decision; until it is answered as done it returns on the next agenda (F25). Refuses no words, and a decision of a day
 * that is not closed: that can still be changed. 404 for one that is not the plan's.
 */
export async function answerDecision(
  tx: Tx,
  plan: Plan,
  id: number,
  { done, text }: NewDecisionAnswer,
  context: WriteContext,
): Promise<void> {
  const { decisions, reviews, closures } = tx.tables
  const [found] = await tx
    .select({ term: reviews.term, closure: closures.id })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .leftJoin(closures, eq(closures.reviewId, decisions.reviewId))
    .where(and(eq(decisions.id, id), eq(decisions.planId, plan.id)))
  if (!found) throw new Refused('not-found')
  if (found.closure === null) throw refusedField('review-still-open', 'text')
  refuseFor(refuseWords(text, afterwardsLimits.answer))
  await tx.insert(tx.tables.decisionAnswers).values({
    planId: plan.id,
    decisionId: id,
    done,
    textId: (await writeText(tx, plan.id, text, context))!,
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
    byFunction: context.by.function,
  })
  note(context, {}, { object: 'review', objectId: found.term })
}

/** What has been decided on the plan's closed review days, in the order of recording. */
export async function closedDecisions(tx: Tx, planId: number): Promise<Decision[]> {
  const { decisions, reviews, closures } = tx.tables
  const rows = await tx
    .select({ decision: decisions, term: reviews.term })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .innerJoin(closures, eq(closures.reviewId, decisions.reviewId))
    .where(eq(decisions.planId, planId))
    .orderBy(asc(decisions.id))
  const replaced = new Set(rows.map(({ decision }) => decision.replaces))
  return rows
    .filter(({ decision }) => !replaced.has(decision.id) && !decision.withdrawn)
    .map(({ decision, term }) => ({ ...decision, term }))
}

/** What has been said of the plan's decisions since, by decision, in the order it was said. */
export async function decisionAnswersIn(tx: Tx, planId: number): Promise<Map<number, DecisionAnswer[]>> {
  const { decisionAnswers } = tx.tables
  const rows = await tx
    .select()
    .from(decisionAnswers)
    .where(eq(decisionAnswers.planId, planId))
    .orderBy(asc(decisionAnswers.id))
  return Map.groupBy(rows, ({ decisionId }) => decisionId)
}
