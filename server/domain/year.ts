import { addDays, isWorkingDay, weekday, type Day } from './calendar.ts'
import type { Period } from './period.ts'
import { termOf, type Term } from './term.ts'

/** A review day as it is proposed when a year is laid out. */
export type ProposedReview = { heldOn: Day; term: Term }

/** In each half of the year: late enough to have done something, before holidays and the committees' last meetings. */
const usualMonths = ['05', '11'] as const
const thursday = 4

/** The second Thursday of a month, or the nearest earlier working day. */
function dayIn(year: number, month: string): Day {
  const first = `${year}-${month}-01`
  let day = addDays(first, ((thursday - weekday(first) + 7) % 7) + 7)
  while (!isWorkingDay(day)) day = addDays(day, -1)
  return day
}

/**
 * The review days a year could have: two, one a term, within the plan's period and not in a term that has one already. A proposal to be
 * changed and saved, not a rule.
 */
export function layOutYear(
  year: number,
  period: Period,
  taken: readonly { term: Term }[],
  lastClosed: Day | null,
): ProposedReview[] {
  return usualMonths
    .map((month) => dayIn(year, month))
    .filter((day) => day >= period.from && day <= period.to && (lastClosed === null || day > lastClosed))
    .map((heldOn) => ({ heldOn, term: termOf(heldOn) }))
    .filter(({ term }) => !taken.some((one) => one.term.startsWith(term)))
}
