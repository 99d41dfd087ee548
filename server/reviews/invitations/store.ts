import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { dayOf } from '#domain/calendar.ts'
import type { PlanRole } from '#domain/members.ts'
import type { Tx } from '../../database/database.ts'
import { refusedField } from '../../http/refusal.ts'
import { queueMail } from '../../mail/outbox.store.ts'
import type { WriteContext } from '../../http/write-context.ts'
import type { Plan } from '../../database/plan.ts'
import { type Review, requireReview } from '../../plans/review-days.store.ts'

/** Somebody who can be invited: what they are in the plan, and whether this day, as it stands, has been sent to them. */
interface Invitee {
  personId: number
  roles: PlanRole[]
  invited: boolean
}

/** The same day is sent to somebody once; when it is moved its sequence is higher. */
const onceKeyOf = ({ id, sequence }: Review, personId: number) =>
  `review-invitation ${id} ${sequence} ${personId}`

/** Everybody who is in the plan, has an address and has not left, in the order they came. */
export async function inviteesOf(tx: Tx, planId: number, review: Review): Promise<Invitee[]> {
  const { people, memberships, outbox } = tx.tables
  const rows = await tx
    .select({ personId: people.id, role: memberships.role })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.planId, planId),
        isNull(memberships.endedAt),
        isNull(people.deactivatedAt),
        isNotNull(people.email),
      ),
    )
    .orderBy(asc(memberships.id))
  const sent = await tx
    .select({ onceKey: outbox.onceKey })
    .from(outbox)
    .where(and(eq(outbox.planId, planId), eq(outbox.kind, 'review-invitation')))
  const keys = new Set(sent.map(({ onceKey }) => onceKey))
  return [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, own]) => ({
    personId,
    roles: [...new Set(own.map(({ role }) => role))],
    invited: keys.has(onceKeyOf(review, personId)),
  }))
}

/** Whether somebody was sent this day as it stood before it was moved. */
export async function wasInvited(tx: Tx, review: Review, personId: number): Promise<boolean> {
  const { outbox } = tx.tables
  const rows = await tx
    .select({ facts: outbox.facts, sentAt: outbox.sentAt })
    .from(outbox)
    .where(and(eq(outbox.personId, personId), eq(outbox.kind, 'review-invitation')))
  return rows.some(
    ({ facts, sentAt }) =>
      sentAt !== null && facts.review === review.id && Number(facts.sequence) < review.sequence,
  )
}

/**
 * Puts an invitation in the outbox for everybody who is one of these in the plan and has not been sent the day as it stands (K04, A13). Gives
 * how many mails that is. Refuses a day that is closed or has passed.
 */
export async function inviteToReview(
  tx: Tx,
  plan: Plan,
  term: string,
  roles: readonly PlanRole[],
  context: WriteContext,
): Promise<number> {
  const review = await requireReview(tx, plan, term)
  if (review.closure) throw refusedField('review-closed', 'roles')
  if (review.heldOn < dayOf(context.now)) throw refusedField('review-over', 'roles')
  const facts = { review: review.id, sequence: review.sequence, by: context.by.personId }
  const asked = (await inviteesOf(tx, plan.id, review)).filter(
    (one) => !one.invited && one.roles.some((role) => roles.includes(role)),
  )
  for (const { personId } of asked) {
    const onceKey = onceKeyOf(review, personId)
    await queueMail(tx, { kind: 'review-invitation', personId, planId: plan.id, facts, onceKey }, context.now)
  }
  return asked.length
}
