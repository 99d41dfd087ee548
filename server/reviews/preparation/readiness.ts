import { dayAfter, type Day } from '#domain/calendar.ts'
import { readinessOf, type Readiness } from '#domain/readiness.ts'
import { statuses } from '#domain/status.ts'
import type { Tx } from '../../database/database.ts'
import { holdingsOf } from '../../points/owners/store.ts'
import type { Plan } from '../../database/plan.ts'
import { lastClosedDay, planNow } from '../../plans/review-days.store.ts'
import { pointsOnDay, type PointOnDay } from '../../points/state-on-day.store.ts'
import { closedBefore, openHelp, type HelpRequest } from './store.ts'

/** A point ahead of a review day: how it stands, who answers for it, and what has been heard of it in this round. */
export interface ReadyPoint {
  point: PointOnDay
  ownerId: number | null
  readiness: Readiness
  help: HelpRequest | undefined
}

/**
 * The first day of the round that a review day ends, by its day: the day after the one closed before it, or the day the plan was adopted.
 * Without a day the round under way.
 */
export async function roundFrom(tx: Tx, plan: Plan, heldOn?: Day): Promise<Day> {
  const before = heldOn ? await closedBefore(tx, plan.id, heldOn) : await lastClosedDay(tx, plan.id)
  return before === null ? plan.adoptedOn : dayAfter(before)
}

/**
 * What has been heard of the plan's points in a round, the open ones and those that ended in it (F14, F24). `from` is the round's first day,
 * this round's where it is left out.
 */
export async function readyPoints(tx: Tx, plan: Plan, now: Date, from?: Day): Promise<ReadyPoint[]> {
  const first = from ?? (await roundFrom(tx, plan))
  const standing = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, now))
  const holdings = await holdingsOf(tx, plan.id)
  const asked = await openHelp(tx, plan.id)
  const endedInIt = ({ update }: PointOnDay) => first > plan.adoptedOn && (update?.holdsFrom ?? '') >= first
  return standing
    .filter((point) => statuses[point.status].open || endedInIt(point))
    .map((point) => {
      const help = asked.get(point.id)
      const update = point.update ?? undefined
      return {
        point,
        ownerId: holdings.get(point.id)?.personId ?? null,
        readiness: readinessOf({ roundFrom: first, update, help }),
        help,
      }
    })
}

/** Those that somebody answers for and that are still to be worked on; where `missing`, only those nobody has said anything of. */
export function askedAbout(points: readonly ReadyPoint[], personId: number, missing: boolean): ReadyPoint[] {
  return points.filter(
    ({ point, ownerId, readiness }) =>
      ownerId === personId && statuses[point.status].open && (!missing || readiness === 'missing'),
  )
}
