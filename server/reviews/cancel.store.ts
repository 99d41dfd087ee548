import { and, asc, count, eq, isNotNull, or } from 'drizzle-orm'
import { refuseCancellation, reviewLimits, type CancellationReason } from '#domain/review.ts'
import { refuseLong, type Refusal } from '#domain/text.ts'
import type { Tx } from '../database/database.ts'
import { Refused, refuseFor, refusedField } from '../http/refusal.ts'
import { queueMail } from '../mail/outbox.store.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Plan } from '../database/plan.ts'
import { everyReview, type Review } from '../plans/review-days.store.ts'
import { writeText } from '../texts/store.ts'
import { note } from '../trail/store.ts'
import { openMeetings } from './open-meeting.store.ts'

/**
 * Cancels a planned review day (F20): its row and its term stay, and everybody who was sent an invitation is told. Refuses one that was held, and a
 * reason longer than a line; 404 for a day that is not there.
 */
export async function cancelReview(
  tx: Tx,
  plan: Plan,
  term: string,
  reason: string | null | undefined,
  context: WriteContext,
): Promise<void> {
  const review = (await everyReview(tx, plan.id)).find((one) => one.term === term)
  if (!review) throw new Refused('not-found')
  if (review.cancelled) throw refusedField('review-cancelled', 'term')
  refuseFor([
    ...(await whyNotCancel(tx, plan.id, review)),
    ...refuseLong({ reason }, { reason: reviewLimits.reason }),
  ])
  const { reviews, cancellations } = tx.tables
  // A calendar takes away what it has only at a higher sequence.
  const sequence = review.sequence + 1
  await tx.update(reviews).set({ sequence }).where(eq(reviews.id, review.id))
  await tx.insert(cancellations).values({
    planId: plan.id,
    reviewId: review.id,
    textId: await writeText(tx, plan.id, reason, context),
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
    byFunction: context.by.function,
  })
  for (const personId of await invitedTo(tx, plan.id, review.id)) {
    const facts = { review: review.id, sequence, by: context.by.personId }
    const onceKey = `review-cancellation ${review.id} ${personId}`
    await queueMail(
      tx,
      { kind: 'review-cancellation', personId, planId: plan.id, facts, onceKey },
      context.now,
    )
  }
  note(context, { heldOn: { before: review.heldOn, after: null } })
}

/** Why a review day of a plan can not be cancelled as it stands; empty when it can. */
export async function whyNotCancel(
  tx: Tx,
  planId: number,
  review: Review,
): Promise<Refusal<CancellationReason>[]> {
  return refuseCancellation({
    closedAt: review.closure?.closedAt ?? null,
    meetingOpen: (await openMeetings(tx, planId)).has(review.id),
    entered: await enteredAt(tx, review.id),
  })
}

/** How much has been decided and said on a review day, also what was replaced or withdrawn. */
async function enteredAt(tx: Tx, reviewId: number): Promise<number> {
  const { decisions, comments } = tx.tables
  const [decided] = await tx.select({ n: count() }).from(decisions).where(eq(decisions.reviewId, reviewId))
  const [said] = await tx.select({ n: count() }).from(comments).where(eq(comments.reviewId, reviewId))
  return decided!.n + said!.n
}

/** Who has been sent a review day, or is just being sent it; an invitation that still waits will not be sent. */
export async function invitedTo(tx: Tx, planId: number, reviewId: number): Promise<number[]> {
  const { outbox } = tx.tables
  const rows = await tx
    .select({ personId: outbox.personId, facts: outbox.facts })
    .from(outbox)
    .where(
      and(
        eq(outbox.planId, planId),
        eq(outbox.kind, 'review-invitation'),
        or(isNotNull(outbox.sentAt), isNotNull(outbox.claimedUntil)),
      ),
    )
    .orderBy(asc(outbox.id))
  return [...new Set(rows.filter(({ facts }) => facts.review === reviewId).map(({ personId }) => personId))]
}
