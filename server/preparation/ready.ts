import { dayAfter, type Day } from '#domain/calendar.ts'
import { readinessOf, type Readiness } from '#domain/readiness.ts'
import { statuses } from '#domain/status.ts'
import type { Tx } from '../database/database.ts'
import { holdingsOf } from '../owners/store.ts'
import type { Plan } from '../plans/store.ts'
import { lastClosedDay } from '../points/store.ts'
import { pointsStanding, type Standing } from '../points/standing.ts'
import { planNow } from '../reviews/store.ts'
import { openHelp, type HelpRequest } from './store.ts'

/** A point ahead of a review day: how it stands, who answers for it, and what has been heard of it in this round. */
export interface ReadyPoint {
  point: Standing
  ownerId: number | null
  readiness: Readiness
  help: HelpRequest | undefined
}

/** The first day of a plan's round: the day after its last closed review day, or the day it was adopted. */
export async function roundFrom(tx: Tx, plan: Plan): Promise<Day> {
  const lastClosed = await lastClosedDay(tx, plan.id)
  return lastClosed === null ? plan.adoptedOn : dayAfter(lastClosed)
}

/**
 * What has been heard of the plan's points in a round, the open ones and those that ended in it (F14, F24). `from` is the round's first day,
 * this round's where it is left out.
 */
export async function readyPoints(tx: Tx, plan: Plan, now: Date, from?: Day): Promise<ReadyPoint[]> {
  const first = from ?? (await roundFrom(tx, plan))
  const standing = await pointsStanding(tx, plan.id, await planNow(tx, plan.id, now))
  const holdings = await holdingsOf(tx, plan.id)
  const asked = await openHelp(tx, plan.id)
  const endedInIt = ({ update }: Standing) => first > plan.adoptedOn && (update?.holdsFrom ?? '') >= first
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
