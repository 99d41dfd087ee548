import { daysBetween, type Day } from './calendar.ts'
import type { Period } from './period.ts'
import { statuses, type Status } from './status.ts'

/** An outlook the dates suggest, and why, with how many days past the end or left until it. */
export type Suggestion =
  | { outlook: 'late'; because: 'due-passed'; days: number }
  | { outlook: 'at_risk'; because: 'due-soon'; days: number }
  | { outlook: 'on_track'; because: 'on-time' }

/** An open point with no more days than this left has its end soon. */
export const dueSoonDays = 30

/**
 * What the dates suggest of a point on a day; people decide (F18). Nothing for a point that is finished or has left the plan, that
 * has no end, or once the plan's own time is over. A point that is not to start yet is on time, however short it is.
 */
export function suggestOutlook(
  point: { status: Status; dueOn: Day | null; startsOn?: Day | null; period: Period },
  day: Day,
): Suggestion | undefined {
  const { status, dueOn, startsOn, period } = point
  if (!statuses[status].open || dueOn === null || day > period.to) return undefined
  if (day > dueOn) return { outlook: 'late', because: 'due-passed', days: daysBetween(dueOn, day) }
  const left = daysBetween(day, dueOn)
  const begun = !startsOn || day >= startsOn
  if (begun && left <= dueSoonDays) return { outlook: 'at_risk', because: 'due-soon', days: left }
  return { outlook: 'on_track', because: 'on-time' }
}
