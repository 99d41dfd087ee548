import { laterOf, type Day } from '#domain/calendar.ts'
import { periodState } from '#domain/period.ts'
import type { WordlessStanding } from '../points/standing.ts'
import type { Review } from '../reviews/store.ts'
import type { Plan } from './store.ts'

/**
 * The day a plan's figures are from (P06): today, but in a plan whose time is over the day of its last word, its last update or closed review day. The
 * same wherever the figures stand.
 */
export function asOfDay(
  plan: Plan,
  standing: readonly Pick<WordlessStanding, 'lastUpdatedOn'>[],
  reviews: readonly Review[],
  { day, today }: { day: Day; today: Day },
): Day {
  if (periodState({ from: plan.periodFrom, to: plan.periodTo }, day) !== 'over') return today
  const days = [
    ...standing.flatMap((point) => point.lastUpdatedOn ?? []),
    ...reviews.flatMap((review) => (review.closure ? [review.heldOn] : [])),
  ]
  return days.reduce(laterOf, days[0] ?? plan.adoptedOn)
}
