import { agendaOf, type AgendaItem, type AgendaPoint } from '#domain/agenda.ts'
import { changesBetween } from '#domain/changes.ts'
import { isCompleted } from '#domain/status.ts'
import type { Tx } from '../database/database.ts'
import { openDecisions, type StandingDecision } from '../decisions/store.ts'
import type { Plan } from '../plans/store.ts'
import { pointsStanding, type Standing } from '../points/standing.ts'
import { openHelp, type HelpRequest } from '../preparation/store.ts'
import { stateOf, type Snapshot } from '../reviews/snapshot.ts'
import { listReviews, type Review } from '../reviews/store.ts'
import { chosenOrder } from './store.ts'

/** A point on the agenda: how it stands, where it belongs, and what it asks of the room. */
export interface AgendaRow extends AgendaItem {
  point: Standing
  unchangedDays: number
  help: HelpRequest | undefined
  /** Decided earlier and not yet answered. */
  decided: StandingDecision[]
}

export interface Agenda {
  rows: AgendaRow[]
  /** Whether somebody has chosen the order; else it makes itself. */
  chosen: boolean
  /** Which order it is, for whoever changes it. */
  version: number
  standing: Standing[]
  /** The review day before, which the changes are counted from. */
  before: Snapshot | undefined
}

/** The agenda of a review day, from how the points stand and what is asked (idea 4). */
export async function agendaFor(tx: Tx, plan: Plan, review: Review): Promise<Agenda> {
  const standing = await pointsStanding(tx, plan.id, review.heldOn)
  const snapshots = (await listReviews(tx, plan.id)).flatMap(({ heldOn, closure }) =>
    closure && heldOn < review.heldOn ? [closure.snapshot] : [],
  )
  const before = snapshots.at(-1)
  const help = await openHelp(tx, plan.id)
  const decided = Map.groupBy(
    (await openDecisions(tx, plan.id)).flatMap((decision) =>
      decision.points.map((number) => ({ number, decision })),
    ),
    ({ number }) => number,
  )
  const days = unchangedDays(standing, snapshots)
  const points = standing.map((point): AgendaPoint => ({
    number: point.number,
    status: point.status,
    outlook: point.outlook,
    reopened: point.reopened,
    asks: help.has(point.id) || decided.has(point.number),
    completedBefore:
      before?.points.some(({ number, status }) => number === point.number && isCompleted(status)) ?? false,
    unchangedDays: days(point.number),
  }))
  const { numbers, version } = await chosenOrder(tx, review.id)
  const byNumber = new Map(standing.map((point) => [point.number, point]))
  const rows = agendaOf(points, numbers).map((item): AgendaRow => {
    const point = byNumber.get(item.number)!
    return {
      ...item,
      point,
      unchangedDays: days(item.number),
      help: help.get(point.id),
      decided: (decided.get(item.number) ?? []).map(({ decision }) => decision),
    }
  })
  return { rows, chosen: numbers.length > 0, version, standing, before }
}

/** For each point how many review days in a row it has stood unchanged, the coming one counted. */
function unchangedDays(
  standing: readonly Standing[],
  snapshots: readonly Snapshot[],
): (number: string) => number {
  const days = [
    ...snapshots.map(({ points }) => points.map(stateOf)),
    standing.map((point) => stateOf({ ...point, lead: { ...point.lead, function: point.leadFunction } })),
  ]
  const unchanged = days
    .slice(1)
    .map((after, index) => new Set(changesBetween(days[index]!, after).unchanged))
  return (number) => {
    const changed = unchanged.findLastIndex((numbers) => !numbers.has(number))
    return unchanged.length - 1 - changed
  }
}
