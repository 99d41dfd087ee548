import { addMonths, earlierOf, type Day } from './calendar.ts'
import { periodState } from './period.ts'
import { waitedSince } from './silence.ts'
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

/**
 * How old the last word of a point is, where that should be said: not in a plan whose time is over, nor before anything was due. Said to or of the
 * person who answers for it, silence counts from `heldFrom`, the day they took over (F41); readers are told the point's own.
 */
export function shownFreshness(
  plan: { periodFrom: Day; periodTo: Day; freshnessMonths: number },
  point: { status: Status; startsOn: Day | null; lastUpdatedOn: Day | null },
  day: Day,
  heldFrom?: Day,
): 'due' | 'stale' | 'never' | null {
  const period = { from: plan.periodFrom, to: plan.periodTo }
  if (periodState(period, day) !== 'running') return null
  const age = freshness(
    {
      status: point.status,
      lastUpdatedOn: waitedSince(point.lastUpdatedOn, heldFrom),
      intervalMonths: plan.freshnessMonths,
      periodTo: plan.periodTo,
    },
    day,
  )
  const firstWordBy = addMonths(point.startsOn ?? plan.periodFrom, plan.freshnessMonths + 1)
  const never = point.lastUpdatedOn === null
  if (age === 'current' || (never && day <= firstWordBy)) return null
  return never ? 'never' : age
}
