import { addDays, daysBetween, isWorkingDay, weekNumber, type Day } from './calendar.ts'

/** When people are reminded, in days from the review day: before it all who have not answered, after it the silent (idea 17). */
export const reminderSteps = [-21, -14, -7, 3] as const
export type ReminderStep = (typeof reminderSteps)[number]

/** ISO weeks in which nobody is reminded: July and Christmas. */
export const usualQuietWeeks: readonly number[] = [27, 28, 29, 30, 31, 52, 53, 1]

/** Nobody gets two mails within so many days, but for what they asked for themselves (F44). */
export const daysBetweenMails = 7

/** Whether anybody is sent mail they have not asked for on this day. */
export const mayBeSentOn = (day: Day, quietWeeks: readonly number[]): boolean =>
  isWorkingDay(day) && !quietWeeks.includes(weekNumber(day))

/** How far to look for a day; longer than any holiday. */
const farthest = 90

/**
 * The day a reminder is sent: its own, or the nearest earlier working day outside quiet weeks. One that follows the review day never
 * comes before it: then it takes the first such day after. Undefined where no day of the year is left to send on.
 */
export function reminderDay(
  heldOn: Day,
  step: ReminderStep,
  quietWeeks: readonly number[] = usualQuietWeeks,
): Day | undefined {
  const wanted = addDays(heldOn, step)
  for (let back = 0; back <= farthest; back += 1) {
    const day = addDays(wanted, -back)
    if (step > 0 && day <= heldOn) break
    if (mayBeSentOn(day, quietWeeks)) return day
  }
  if (step < 0) return undefined
  for (let ahead = 1; ahead <= farthest; ahead += 1) {
    const day = addDays(wanted, ahead)
    if (mayBeSentOn(day, quietWeeks)) return day
  }
  return undefined
}

export type ReminderContext = {
  today: Day
  heldOn: Day
  /** The steps this person has been reminded at already for this review day. */
  sent: readonly ReminderStep[]
  /** The Swedish day this person last got a mail they had not asked for. */
  lastMailOn: Day | null
  quietWeeks?: readonly number[]
}

/**
 * The reminder that somebody who has not answered shall have today, if any. When the program was down over several of them they get the
 * last one only, once; and nothing on a day when nothing is sent, or within seven days of another mail.
 */
export function reminderDue({
  today,
  heldOn,
  sent,
  lastMailOn,
  quietWeeks = usualQuietWeeks,
}: ReminderContext): ReminderStep | undefined {
  if (!mayBeSentOn(today, quietWeeks)) return undefined
  if (lastMailOn !== null && daysBetween(lastMailOn, today) < daysBetweenMails) return undefined
  const passed = reminderSteps.filter((step) => {
    const day = reminderDay(heldOn, step, quietWeeks)
    return day !== undefined && day <= today
  })
  const latest = passed.at(-1)
  if (latest === undefined || sent.some((step) => step >= latest)) return undefined
  // What was to be said before the day is not said after it.
  if (latest < 0 && today > heldOn) return undefined
  return latest
}

/**
 * The first day from today on which somebody may be sent mail they have not asked for: seven days after the last such mail, on a working day
 * outside quiet weeks (F44). Today itself where nothing is in the way.
 */
export function nextMailDay(
  lastMailOn: Day | null,
  today: Day,
  quietWeeks: readonly number[] = usualQuietWeeks,
): Day {
  const rested = lastMailOn === null ? today : addDays(lastMailOn, daysBetweenMails)
  let day = rested > today ? rested : today
  while (!mayBeSentOn(day, quietWeeks)) day = addDays(day, 1)
  return day
}
