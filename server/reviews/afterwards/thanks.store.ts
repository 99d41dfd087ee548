import { and, asc, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm'
import { dayOf, daysBetween, momentOf } from '#domain/calendar.ts'
import { nextMailDay, usualQuietWeeks } from '#domain/reminders.ts'
import { thanksWithin, type Logged } from '#domain/thanks.ts'
import type { Lang } from '#words/format.ts'
import type { Tx } from '../../database/database.ts'
import { Refused } from '../../http/refusal.ts'
import { lastUnaskedMailOn, queueMail } from '../../mail/outbox.store.ts'
import type { WriteContext } from '../../http/write-context.ts'
import type { Plan } from '../../database/plan.ts'
import { listReviews, type Review, requireReview } from '../../plans/review-days.store.ts'

export interface Ambassador {
  personId: number
  function: string
  workplace: string | null
  organisation: { id: number; code: string; name: string } | null
  /** Whether they have been thanked for this review day. */
  thanked: boolean
  /** They have said that they want no such mail. */
  off: boolean
  /** The language their mail is written in. */
  lang: Lang
}

const onceKeyOf = (reviewId: number, personId: number) => `thanks ${reviewId} ${personId}`

/** The plan's ambassadors who have an address and are still here, each once, in the order they came. */
export async function ambassadorsOf(tx: Tx, planId: number, reviewId: number): Promise<Ambassador[]> {
  const { people, memberships, outbox } = tx.tables
  const rows = await tx
    .select({ membership: memberships, person: people })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.planId, planId),
        eq(memberships.role, 'ambassador'),
        isNull(memberships.endedAt),
        isNull(people.deactivatedAt),
        isNotNull(people.email),
      ),
    )
    .orderBy(asc(memberships.id))
  const sent = await tx
    .select({ onceKey: outbox.onceKey })
    .from(outbox)
    .where(and(eq(outbox.planId, planId), eq(outbox.kind, 'thanks')))
  const keys = new Set(sent.map(({ onceKey }) => onceKey))
  const organisations = new Map((await tx.select().from(tx.tables.organisations)).map((one) => [one.id, one]))
  return [...Map.groupBy(rows, ({ person }) => person.id).values()].map(([first]) => {
    const { membership, person } = first!
    const organisation = organisations.get(membership.organisationId ?? person.organisationId ?? 0)
    return {
      personId: person.id,
      function: membership.function,
      workplace: membership.workplace,
      organisation: organisation ?? null,
      thanked: keys.has(onceKeyOf(reviewId, person.id)),
      off: person.remindersOffAt !== null,
      lang: person.language === 'en' ? 'en' : 'sv',
    }
  })
}

/** What was logged between the review day before and this closed one, without what a correction has taken the place of. */
export async function loggedInRound(tx: Tx, planId: number, review: Review): Promise<Logged[]> {
  const all = await listReviews(tx, planId)
  const before = all[all.findIndex(({ id }) => id === review.id) - 1]?.closure?.closedAt ?? ''
  const { activities, points } = tx.tables
  const rows = await tx
    .select({ activity: activities, point: points.number })
    .from(activities)
    .innerJoin(points, eq(points.id, activities.pointId))
    .where(
      and(
        eq(activities.planId, planId),
        gt(activities.recordedAt, before),
        lte(activities.recordedAt, review.closure?.closedAt ?? ''),
      ),
    )
  const replaced = new Set(rows.map(({ activity }) => activity.corrects))
  return rows
    .filter(({ activity }) => !replaced.has(activity.id))
    .map(({ activity, point }) => ({
      point,
      personId: activity.recordedBy,
      organisationId: activity.byOrganisationId,
      participants: activity.participants,
    }))
}

/**
 * Puts the thanks in the outbox for every ambassador who has not been thanked for this day and has not turned such mail off (idea 25). It waits until
 * seven days after their last mail (F44). Refuses a day that is not closed, or closed too long ago. Gives how many, and how many wait.
 */
export async function thankAmbassadors(
  tx: Tx,
  plan: Plan,
  term: string,
  context: WriteContext,
): Promise<{ thanked: number; later: number }> {
  const review = await requireReview(tx, plan, term)
  if (!review.closure) throw new Refused('review-still-open')
  const today = dayOf(context.now)
  if (daysBetween(dayOf(new Date(review.closure.closedAt)), today) > thanksWithin)
    throw new Refused('thanks-too-late')
  const asked = (await ambassadorsOf(tx, plan.id, review.id)).filter(({ thanked, off }) => !thanked && !off)
  let later = 0
  for (const { personId } of asked) {
    const day = nextMailDay(await lastUnaskedMailOn(tx, personId), today, plan.quietWeeks ?? usualQuietWeeks)
    const dueAt = day === today ? context.now : new Date(momentOf(day, '08:00'))
    if (day !== today) later += 1
    const facts = { review: review.id, by: context.by.personId }
    const onceKey = onceKeyOf(review.id, personId)
    await queueMail(tx, { kind: 'thanks', personId, planId: plan.id, facts, onceKey, dueAt }, context.now)
  }
  return { thanked: asked.length, later }
}
