import { asc, eq } from 'drizzle-orm'
import { refuseReview, refuseReviewFacts, type ReviewFacts } from '#domain/review.ts'
import { freeTerm } from '#domain/term.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refuseFor, refusedField, type FieldRefusal } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import { everyReview, lastClosedDay, requireReview } from '../plans/review-days.store.ts'
import type { Plan } from '../database/plan.ts'
import { writeText } from '../texts/store.ts'
import type { ChangedReview, NewParticipant, NewReview } from './schema.ts'
import { findOrganisation } from '../people/organisations.store.ts'

/** Sets a review day (F20). Without a term it takes the first free one of its day. Gives the term. */
export async function planReview(
  tx: Tx,
  plan: Plan,
  claim: NewReview,
  context: WriteContext,
): Promise<string> {
  const [term] = await planReviews(tx, plan, [claim], context)
  return term!
}

/** Sets several review days at once, all or none: a refusal names which by its place, `reviews.1.heldOn`. Gives their terms. */
export async function planReviews(
  tx: Tx,
  plan: Plan,
  claims: readonly NewReview[],
  context: WriteContext,
): Promise<string[]> {
  const set = (await everyReview(tx, plan.id)).map(({ heldOn, term, cancelled }) => ({
    heldOn: cancelled ? null : heldOn,
    term,
  }))
  const lastClosed = await lastClosedDay(tx, plan.id)
  const terms: string[] = []
  for (const [index, claim] of claims.entries()) {
    const named = (one: FieldRefusal) =>
      claims.length === 1 ? one : { ...one, field: `reviews.${index}.${one.field}` }
    const known = { adoptedOn: plan.adoptedOn, lastClosed, reviews: set }
    refuseFor([...refuseReview(claim, known), ...refuseReviewFacts(claim, claim.heldOn)].map(named))
    const taken = set.map((review) => review.term)
    const term = claim.term ?? freeTerm(claim.heldOn, taken)
    await tx.insert(tx.tables.reviews).values({
      planId: plan.id,
      term,
      heldOn: claim.heldOn,
      ...(await factsOf(tx, plan.id, claim, context)),
      createdAt: context.now.toISOString(),
      createdBy: context.by.personId,
    })
    set.push({ heldOn: claim.heldOn, term })
    terms.push(term)
  }
  return terms
}

/**
 * Changes a review day that is not closed: its day, and what is told of it. Its term, which is its address, stays. A calendar is told to
 * move it when day, time or place change.
 */
export async function changeReview(
  tx: Tx,
  plan: Plan,
  term: string,
  claim: ChangedReview,
  context: WriteContext,
): Promise<void> {
  const every = await everyReview(tx, plan.id)
  const review = every.find((one) => one.term === term)
  if (!review) throw new Refused('not-found')
  if (review.closure) throw refusedField('review-closed', 'heldOn')
  if (review.cancelled) throw refusedField('review-cancelled', 'heldOn')
  const known = {
    adoptedOn: plan.adoptedOn,
    lastClosed: await lastClosedDay(tx, plan.id),
    reviews: every.filter((one) => one !== review && !one.cancelled),
  }
  refuseFor([...refuseReview({ heldOn: claim.heldOn }, known), ...refuseReviewFacts(claim, claim.heldOn)])
  const changed = { heldOn: claim.heldOn, ...(await factsOf(tx, plan.id, claim, context)) }
  const moved = (['heldOn', 'startsAt', 'endsAt', 'place', 'videoUrl'] as const).some(
    (field) => changed[field] !== review[field],
  )
  const { reviews } = tx.tables
  await tx
    .update(reviews)
    .set({ ...changed, sequence: review.sequence + (moved ? 1 : 0) })
    .where(eq(reviews.id, review.id))
}

const factsOf = async (tx: Tx, planId: number, facts: ReviewFacts, context: WriteContext) => ({
  startsAt: facts.startsAt || null,
  endsAt: facts.endsAt || null,
  place: facts.place || null,
  videoUrl: facts.videoUrl || null,
  preparedFrom: facts.preparedFrom || null,
  guestId: await writeText(tx, planId, facts.guest, context),
  agendaId: await writeText(tx, planId, facts.agenda, context),
})

export type Participant = Tables['participants']['$inferSelect']

/** Who took part, or is expected to, in the order they were entered. */
export async function participantsOf(tx: Tx, reviewId: number): Promise<Participant[]> {
  const { participants } = tx.tables
  return tx
    .select()
    .from(participants)
    .where(eq(participants.reviewId, reviewId))
    .orderBy(asc(participants.id))
}

/** Says anew who takes part in a review day that is not closed, and who came (F20). Refuses an organisation that is not there. */
export async function setParticipants(
  tx: Tx,
  plan: Plan,
  term: string,
  claims: readonly NewParticipant[],
): Promise<void> {
  const review = await requireReview(tx, plan, term)
  if (review.closure) throw refusedField('review-closed', 'participants')
  const { participants } = tx.tables
  await tx.delete(participants).where(eq(participants.reviewId, review.id))
  for (const [index, { organisation: code, function: spoken, attended }] of claims.entries()) {
    const organisation = code ? await findOrganisation(tx, code) : undefined
    if (code && !organisation)
      throw refusedField('organisation-unknown', `participants.${index}.organisation`)
    await tx.insert(participants).values({
      planId: plan.id,
      reviewId: review.id,
      function: spoken,
      organisationId: organisation?.id ?? null,
      attended: attended ?? null,
    })
  }
}
