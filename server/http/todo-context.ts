import type { Day } from '#domain/calendar.ts'
import type { Role } from '#domain/roles.ts'
import type { Plan } from '../database/plan.ts'
import type { Review } from '../plans/review-days.store.ts'
import type { Holding } from '../points/owners/store.ts'
import type { PointOnDay } from '../points/state-on-day.store.ts'
import type { Duty } from './duty.ts'
import type { PageContext } from './page.ts'
import type { Viewer } from './viewer.ts'

/** What every room looks at when it tells what one plan asks of one person: read once for all of them. */
export interface TodoContext extends PageContext {
  viewer: Viewer
  plan: Plan
  roles: readonly Role[]
  /** The address of the plan's pages. */
  path: string
  /** What `now` means in the plan. */
  day: Day
  standing: readonly PointOnDay[]
  /** Who answers for each point, by the point's id. */
  holdings: ReadonlyMap<number, Holding>
  reviews: readonly Review[]
  /** The next review day that has not been held. */
  next: Review | undefined
  /** Numbers of points that are asked about by themselves, so that no other row asks once more. */
  asked: Set<string>
}

/** A room's duties of one person in one plan; none where their role has no use for them. */
export type TodoSource = (context: TodoContext) => Duty[] | Promise<Duty[]>

/** The points whose function the person holds. */
export const ownPoints = ({ standing, holdings, viewer }: TodoContext): PointOnDay[] =>
  standing.filter((point) => holdings.get(point.id)?.personId === viewer.personId)
