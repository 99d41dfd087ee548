import { and, asc, eq, gte, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import { addDays, type Day } from '#domain/calendar.ts'
import type { Tx } from '../../database/database.ts'
import type { Plan } from '../../database/plan.ts'

/** So long after a review day the silent may still be reminded of it. */
const afterwards = 14
/** So far ahead the earliest reminder can be moved by quiet weeks. */
const ahead = 120

/** A review day that people are reminded of. */
export interface RemindedDay {
  id: number
  planId: number
  heldOn: Day
}

/** The day each published plan is reminded of: one just held, closed or not, else the next that is open. */
export async function daysToRemind(tx: Tx, today: Day): Promise<{ plan: Plan; days: RemindedDay[] }[]> {
  const { reviews, closures, cancellations, plans } = tx.tables
  const rows = await tx
    .select({ plan: plans, id: reviews.id, heldOn: reviews.heldOn, closedAt: closures.closedAt })
    .from(reviews)
    .innerJoin(plans, eq(plans.id, reviews.planId))
    .leftJoin(closures, eq(closures.reviewId, reviews.id))
    .leftJoin(cancellations, eq(cancellations.reviewId, reviews.id))
    .where(
      and(
        isNull(cancellations.id),
        isNotNull(plans.publishedAt),
        gte(reviews.heldOn, addDays(today, -afterwards)),
        lte(reviews.heldOn, addDays(today, ahead)),
      ),
    )
    .orderBy(asc(reviews.heldOn))
  return [...Map.groupBy(rows, ({ plan }) => plan.id).values()].map((own) => {
    const past = own.filter(({ heldOn }) => heldOn < today)
    const next = own.find(({ heldOn, closedAt }) => closedAt === null && heldOn >= today)
    const days = [...past.slice(-1), ...(next ? [next] : [])]
    return {
      plan: own[0]!.plan,
      days: days.map(({ id, plan, heldOn }) => ({ id, planId: plan.id, heldOn })),
    }
  })
}

/** At which steps each person has been asked and reminded ahead of a review day, by the person's id; and when last. */
export async function remindedOf(
  tx: Tx,
  reviewId: number,
): Promise<Map<number, { steps: number[]; lastAt: string }>> {
  const { reminders } = tx.tables
  const rows = await tx
    .select()
    .from(reminders)
    .where(eq(reminders.reviewId, reviewId))
    .orderBy(asc(reminders.id))
  return new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, own]) => [
      personId,
      { steps: own.map(({ step }) => step), lastAt: own.at(-1)!.wantedAt },
    ]),
  )
}

/** Writes that somebody is asked (step 0) or reminded; false when it is written already, by another node or before. */
export async function noteReminder(
  tx: Tx,
  { id, planId }: Pick<RemindedDay, 'id' | 'planId'>,
  personId: number,
  step: number,
  now: Date,
): Promise<boolean> {
  const { reminders } = tx.tables
  const written = await tx
    .insert(reminders)
    .values({ planId, reviewId: id, personId, step, wantedAt: now.toISOString() })
    .onConflictDoNothing()
    .returning({ id: reminders.id })
  return written.length > 0
}

/** Which of these people are here: whether each has an address, and wants reminders (A15). */
export async function reachable(
  tx: Tx,
  personIds: readonly number[],
): Promise<Map<number, { address: boolean; reminders: boolean }>> {
  const { people } = tx.tables
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, email: people.email, off: people.remindersOffAt })
    .from(people)
    .where(and(inArray(people.id, [...personIds]), isNull(people.deactivatedAt)))
  return new Map(rows.map(({ id, email, off }) => [id, { address: Boolean(email), reminders: !off }]))
}

/** Writes on a review day that everybody has been asked. */
export async function noteAsked(tx: Tx, reviewId: number, now: Date): Promise<void> {
  const { reviews } = tx.tables
  await tx.update(reviews).set({ askedAt: now.toISOString() }).where(eq(reviews.id, reviewId))
}

/** A review day by its id, with its plan; undefined when it was cancelled. */
export async function reviewWithPlan(
  tx: Tx,
  reviewId: number,
): Promise<{ plan: Plan; heldOn: Day; term: string; closed: boolean } | undefined> {
  const { reviews, plans, closures, cancellations } = tx.tables
  const [row] = await tx
    .select({ plan: plans, heldOn: reviews.heldOn, term: reviews.term, closedAt: closures.closedAt })
    .from(reviews)
    .innerJoin(plans, eq(plans.id, reviews.planId))
    .leftJoin(closures, eq(closures.reviewId, reviews.id))
    .leftJoin(cancellations, eq(cancellations.reviewId, reviews.id))
    .where(and(eq(reviews.id, reviewId), isNull(cancellations.id)))
  return row && { plan: row.plan, heldOn: row.heldOn, term: row.term, closed: row.closedAt !== null }
}
