import { addMonths, earlierOf, type Day } from './calendar.ts'
import { statuses, type Status } from './status.ts'

/** How fresh the last report of a point is. `never` – nobody has reported – is not the same as not started (trap 24). */
export type Freshness = 'current' | 'due' | 'stale' | 'never'

/**
 * How fresh a point's last update is on a day (F14, domain §2.10): current within the plan's interval and one month, due up to twice
 * the interval, stale beyond. Finished points and those that left the plan ask for no more news, and nothing ages after the plan's
 * end.
 */
export function freshness(
  point: { status: Status; lastUpdatedOn: Day | null; intervalMonths: number; periodTo: Day },
  day: Day,
): Freshness {
  const { status, lastUpdatedOn, intervalMonths, periodTo } = point
  if (!statuses[status].open) return 'current'
  if (lastUpdatedOn === null) return 'never'
  const asOf = earlierOf(day, periodTo)
  if (asOf <= addMonths(lastUpdatedOn, intervalMonths + 1)) return 'current'
  return asOf <= addMonths(lastUpdatedOn, 2 * intervalMonths) ? 'due' : 'stale'
}

/**
 * The day of a point's last word: when it was recorded – but in a plan whose time was over by then, as in one imported with its history,
 * the day it tells of. One answer for page, list, CSV and API (P06).
 */
export function lastWordOn(word: { recordedOn: Day; holdsFrom: Day }, periodTo: Day): Day {
  return word.recordedOn > periodTo && word.holdsFrom <= periodTo ? word.holdsFrom : word.recordedOn
}
