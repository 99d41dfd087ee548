import { addMonths, type Day } from '#domain/calendar.ts'
import { freshness } from '#domain/freshness.ts'
import { periodState } from '#domain/period.ts'
import { waitedSince } from '#domain/silence.ts'
import { statuses, type Outlook } from '#domain/status.ts'
import type { Standing } from '../points/standing.ts'
import type { Plan } from './store.ts'

/** The outlook a list shows: none for what is finished or has left the plan, nor where nothing has begun and nobody has judged. */
export function shownOutlook(point: Pick<Standing, 'status' | 'outlook'>): Outlook | undefined {
  const { status, outlook } = point
  if (!statuses[status].open) return undefined
  return outlook === 'not_assessed' && status !== 'in_progress' ? undefined : outlook
}

/**
 * How old the last word of a point is, where that should be said: not in a plan whose time is over, nor before anything was due. Said to or of the
 * person who answers for it, silence counts from `heldFrom`, the day they took over (F41); readers are told the point's own.
 */
export function shownFreshness(
  plan: Plan,
  point: Standing,
  day: Day,
  heldFrom?: Day,
): 'due' | 'stale' | 'never' | undefined {
  const period = { from: plan.periodFrom, to: plan.periodTo }
  if (periodState(period, day) !== 'running') return undefined
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
  if (age === 'current' || (never && day <= firstWordBy)) return undefined
  return never ? 'never' : age
}
