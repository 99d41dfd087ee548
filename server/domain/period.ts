import { daysBetween, type Day } from './calendar.ts'
import { wholePercent } from './percent.ts'

/** The days a plan runs, the last one included. */
export type Period = { from: Day; to: Day }

/** How much of a plan's time has passed, in whole percent 0–100: 0 until its first day, 100 from its last (K08, trap 17). */
export function elapsedShare(period: Period, day: Day): number {
  if (day >= period.to) return 100
  return wholePercent(daysBetween(period.from, day), daysBetween(period.from, period.to)) ?? 0
}

/** Whether a plan's time lies ahead, is running or is over. */
export function periodState(period: Period, day: Day): 'ahead' | 'running' | 'over' {
  if (day < period.from) return 'ahead'
  return day > period.to ? 'over' : 'running'
}
