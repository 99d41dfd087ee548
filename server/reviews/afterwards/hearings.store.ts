import { and, asc, eq } from 'drizzle-orm'
import { dayOf } from '#domain/calendar.ts'
import { refuseHearing } from '#domain/hearing.ts'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { refuseFor, refusedField } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import type { Plan } from '../../database/plan.ts'
import { requireReview } from '../../plans/review-days.store.ts'
import type { NewHearing } from './hearings.schema.ts'

export type Hearing = Tables['hearings']['$inferSelect']

/** Where the plan's reports have been taken up, the earliest first; what another row replaces is left out. */
export async function hearingsOf(tx: Tx, planId: number): Promise<Hearing[]> {
  const { hearings } = tx.tables
  const rows = await tx
    .select()
    .from(hearings)
    .where(eq(hearings.planId, planId))
    .orderBy(asc(hearings.heldOn), asc(hearings.id))
  const replaced = new Set(rows.map(({ replaces }) => replaces))
  return rows.filter(({ id }) => !replaced.has(id))
}

/**
 * Records where a closed report was taken up (P10); the report itself stays as it is. A wrong row is replaced by another, both are kept. 404 for
 * a day that is not there, 422 where it is not closed, for a row that is not this day's or is replaced already, and for what the rule refuses.
 */
export async function recordHearing(
  tx: Tx,
  plan: Plan,
  term: string,
  { replaces, ...claim }: NewHearing,
  context: WriteContext,
): Promise<void> {
  const review = await requireReview(tx, plan, term)
  if (!review.closure) throw refusedField('review-still-open', 'body')
  refuseFor(refuseHearing(claim, { reviewedOn: review.heldOn, today: dayOf(context.now) }))
  const { hearings } = tx.tables
  if (replaces) {
    const [earlier] = await tx
      .select()
      .from(hearings)
      .where(and(eq(hearings.id, replaces), eq(hearings.reviewId, review.id)))
    if (!earlier) throw refusedField('hearing-unknown', 'replaces')
    const [later] = await tx.select().from(hearings).where(eq(hearings.replaces, replaces))
    if (later) throw refusedField('replaced-already', 'replaces')
  }
  await tx.insert(hearings).values({
    planId: plan.id,
    reviewId: review.id,
    body: claim.body.trim(),
    heldOn: claim.heldOn,
    paragraph: claim.paragraph?.trim() || null,
    reference: claim.reference?.trim() || null,
    url: claim.url?.trim() || null,
    replaces: replaces ?? null,
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
    byFunction: context.by.function,
    byOrganisationId: context.by.organisationId,
  })
}
