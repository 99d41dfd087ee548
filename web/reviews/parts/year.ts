import { isDay, type Day } from '#domain/calendar.ts'
import { refuseReview, type ReviewReason } from '#domain/review.ts'
import { freeTerm, type Term } from '#domain/term.ts'
import type { PlanningData } from '../../../server/reviews/plan.page.ts'

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The years that can be laid out: this one and those that are left of the plan, at most ten. */
export function yearsOf({ today, period }: Pick<PlanningData, 'today' | 'period'>): number[] {
  const from = Math.max(yearOf(today), yearOf(period.from))
  return Array.from({ length: Math.max(0, yearOf(period.to) - from + 1) }, (_, more) => from + more).slice(
    0,
    10,
  )
}

/** What each day will be called, as the server will: the first free term, those before it in the list taken. */
export function termsOf(days: readonly string[], taken: readonly Term[]): (Term | undefined)[] {
  const all = [...taken]
  return days.map((day) => {
    if (!isDay(day)) return undefined
    const term = freeTerm(day, all)
    all.push(term)
    return term
  })
}

/** Why the days can not be set, each named as the server names it: `reviews.1.heldOn`. */
export function faultsOf(
  days: readonly string[],
  { adoptedOn, lastClosed, reviews }: PlanningData,
): { code: ReviewReason; field: string }[] {
  const set = reviews.map(({ term, day }) => ({ term, heldOn: day.day }))
  return days.flatMap((heldOn, index) => {
    const context = { adoptedOn, lastClosed: lastClosed?.day ?? null, reviews: [...set] }
    const found = refuseReview({ heldOn }, context)
    set.push({ term: '', heldOn })
    return found.map(({ code, field }) => ({ code, field: `reviews.${index}.${field}` }))
  })
}
