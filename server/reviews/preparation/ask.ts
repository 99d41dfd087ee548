import {
  addDays,
  dayAfter,
  dayOf,
  daysBetween,
  isWorkingDay,
  momentOf,
  weekNumber,
  type Day,
} from '#domain/calendar.ts'
import { daysBetweenMails, usualQuietWeeks } from '#domain/reminders.ts'
import { statuses } from '#domain/status.ts'
import type { Tx } from '../../database/database.ts'
import { Refused } from '../../http/refusal.ts'
import { lastUnaskedMailOn, queueMail } from '../../mail/outbox.store.ts'
import type { WriteContext } from '../../http/write-context.ts'
import type { Plan } from '../../database/plan.ts'
import { listReviews, type Review } from '../../plans/review-days.store.ts'
import { noteAsked, noteReminder, reachable } from './reminders.store.ts'
import { readyPoints } from './readiness.ts'
import type { Asked } from './schema.ts'

/** When mail that is not sent at once goes out, Swedish clock. */
export const morning = '08:00'

/**
 * Asks everybody who answers for an open point how it goes, ahead of a review day (F24): one mail each, later for those who got one they had not
 * asked for within seven days. 422 when the day is closed, has passed or is not the next, when it has been asked already, and when there is nobody to ask.
 */
export async function askEverybody(tx: Tx, plan: Plan, term: string, context: WriteContext): Promise<Asked> {
  const today = dayOf(context.now)
  const review = askable(await listReviews(tx, plan.id), term, today)
  const owners = await ownersOf(tx, plan, context.now)
  const here = await reachable(tx, owners)
  if (here.size === 0) throw new Refused('nobody-to-ask')
  await noteAsked(tx, review.id, context.now)
  let later = 0
  const asked = [...here].filter(([, { address }]) => address).map(([personId]) => personId)
  for (const personId of asked) {
    await noteReminder(tx, { id: review.id, planId: plan.id }, personId, 0, context.now)
    const dueAt = dueAfter(await lastUnaskedMailOn(tx, personId), plan, context.now)
    if (dueAt > context.now) later += 1
    const facts = { review: review.id, by: context.by.personId }
    const onceKey = `ask-for-update ${review.id} ${personId}`
    await queueMail(
      tx,
      { kind: 'ask-for-update', personId, planId: plan.id, facts, onceKey, dueAt },
      context.now,
    )
  }
  return {
    askedAt: context.now.toISOString(),
    asked: asked.length,
    later,
    withoutAddress: here.size - asked.length,
  }
}

function askable(reviews: readonly Review[], term: string, today: Day): Review {
  const review = reviews.find((one) => one.term === term)
  if (!review) throw new Refused('not-found')
  if (review.closure) throw new Refused('review-closed')
  if (review.heldOn < today) throw new Refused('review-over')
  if (review.askedAt) throw new Refused('already-asked')
  if (reviews.some((one) => !one.closure && one.heldOn < review.heldOn)) throw new Refused('review-not-next')
  return review
}

/** Everybody who answers for an open point, each once. */
async function ownersOf(tx: Tx, plan: Plan, now: Date): Promise<number[]> {
  const open = (await readyPoints(tx, plan, now)).filter(({ point }) => statuses[point.status].open)
  return [...new Set(open.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))]
}

/** At once, or the morning of the first working day outside quiet weeks when seven days have gone since the last mail (F44). */
function dueAfter(last: Day | null, { quietWeeks }: Plan, now: Date): Date {
  if (last === null || daysBetween(last, dayOf(now)) >= daysBetweenMails) return now
  const quiet = quietWeeks ?? usualQuietWeeks
  let day = addDays(last, daysBetweenMails)
  for (let tries = 0; tries < 90 && (!isWorkingDay(day) || quiet.includes(weekNumber(day))); tries += 1)
    day = dayAfter(day)
  return new Date(momentOf(day, morning))
}
