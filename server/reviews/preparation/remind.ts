import { dayOf, momentOf, type Day } from '#domain/calendar.ts'
import { reminderDue, reminderSteps, usualQuietWeeks, type ReminderStep } from '#domain/reminders.ts'
import type { Tx } from '../../database/database.ts'
import { lastUnaskedMailOn, queueMail } from '../../mail/outbox.store.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Plan } from '../../database/plan.ts'
import { morning } from './ask.ts'
import { askedAbout, readyPoints, roundFrom } from './readiness.ts'
import { daysToRemind, noteReminder, reachable, remindedOf, type RemindedDay } from './reminders.store.ts'

/** One step somebody shall be reminded at today. */
interface Due {
  personId: number
  day: RemindedDay
  step: ReminderStep
}

const isStep = (step: number): step is ReminderStep => reminderSteps.some((one) => one === step)

/**
 * Puts today's reminders in the outbox, one mail a person for all their points and plans, and gives how many (F24, F44): to whoever answers for a
 * point nobody has said anything of in its round, wants reminders, and got no other mail within seven days. Each step is written once, by whichever node
 * comes first; days the program was down are caught up by their last step alone.
 */
export async function wantReminders(
  { db }: Pick<Dependencies, 'db'>,
  { now }: { now: Date },
): Promise<number> {
  const due = await db.read((tx) => dueReminders(tx, now))
  let wanted = 0
  for (const [personId, own] of Map.groupBy(due, (one) => one.personId))
    if (await db.write((tx) => wantReminder(tx, personId, own, now))) wanted += 1
  return wanted
}

async function dueReminders(tx: Tx, now: Date): Promise<Due[]> {
  const today = dayOf(now)
  const found: Due[] = []
  for (const { plan, days } of await daysToRemind(tx, today))
    for (const day of days) found.push(...(await dueFor(tx, plan, day, today, now)))
  return found
}

async function dueFor(tx: Tx, plan: Plan, day: RemindedDay, today: Day, now: Date): Promise<Due[]> {
  const quietWeeks = plan.quietWeeks ?? usualQuietWeeks
  const step = (sent: readonly ReminderStep[], lastMailOn: Day | null) =>
    reminderDue({ today, heldOn: day.heldOn, sent, lastMailOn, quietWeeks })
  // Asked before anything else, for on most days nobody is reminded.
  if (step([], null) === undefined) return []
  const points = await readyPoints(tx, plan, now, await roundFrom(tx, plan, day.heldOn))
  const owners = [...new Set(points.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))]
  const silent = owners.filter((personId) => askedAbout(points, personId, true).length > 0)
  const reminded = await remindedOf(tx, day.id)
  const due: Due[] = []
  for (const [personId, { address, reminders }] of await reachable(tx, silent)) {
    if (!address || !reminders) continue
    const sent = (reminded.get(personId)?.steps ?? []).filter(isStep)
    const found = step(sent, await lastUnaskedMailOn(tx, personId))
    if (found !== undefined) due.push({ personId, day, step: found })
  }
  return due
}

/** Writes the steps and the one mail that tells of them; nothing where another node has, or a mail went out meanwhile. */
async function wantReminder(tx: Tx, personId: number, due: readonly Due[], now: Date): Promise<boolean> {
  const today = dayOf(now)
  const ours: Due[] = []
  for (const one of due) if (await noteReminder(tx, one.day, personId, one.step, now)) ours.push(one)
  if (ours.length === 0) return false
  const plans = new Set(ours.map(({ day }) => day.planId))
  const dueAt = new Date(Math.max(now.getTime(), Date.parse(momentOf(today, morning))))
  const notice = {
    kind: 'reminder',
    personId,
    planId: plans.size === 1 ? ours[0]!.day.planId : undefined,
    facts: { reviews: ours.map(({ day }) => day.id) },
    onceKey: `reminder ${personId} ${today}`,
    dueAt,
  } as const
  await queueMail(tx, notice, now)
  return true
}
