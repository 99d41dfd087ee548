import { agendaOf, type AgendaItem, type AgendaPoint } from '#domain/agenda.ts'
import { changesBetween } from '#domain/changes.ts'
import { isCompleted } from '#domain/status.ts'
import { listActivities, type Activity } from '../../activities/listing.store.ts'
import type { Tx } from '../../database/database.ts'
import type { Plan } from '../../database/plan.ts'
import { pointsOnDay, type PointOnDay } from '../../points/state-on-day.store.ts'
import { openDecisions, type StandingDecision } from '../decisions.store.ts'
import { openHelp, type HelpRequest } from '../preparation/store.ts'
import { stateOf, type Snapshot } from '../snapshot.ts'
import { listReviews, type Review } from '../../plans/review-days.store.ts'
import { chosenOrder } from './store.ts'
import type { PlanPageContext } from '../../http/page.ts'
import { readTexts } from '../../texts/store.ts'

/** A point on the agenda: how it stands, where it belongs, and what it asks of the room. */
export interface AgendaRow extends AgendaItem {
  point: PointOnDay
  unchangedDays: number
  help: HelpRequest | undefined
  /** Decided earlier and not yet answered. */
  decided: StandingDecision[]
}

interface Agenda {
  rows: AgendaRow[]
  /** Whether somebody has chosen the order; else it makes itself. */
  chosen: boolean
  /** Which order it is, for whoever changes it. */
  version: number
  standing: PointOnDay[]
  /** The review day before, which the changes are counted from. */
  before: Snapshot | undefined
}

/** The agenda of a review day, from how the points stand and what is asked (idea 4). */
export async function agendaFor(tx: Tx, plan: Plan, review: Review): Promise<Agenda> {
  const standing = await pointsOnDay(tx, plan.id, review.heldOn)
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
  standing: readonly PointOnDay[],
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

/** What the projector can show, in the order of the meeting. */
export type Step = { showing: string } & (
  { kind: 'start' | 'end' } | { kind: 'point'; row: AgendaRow } | { kind: 'example'; activity: Activity }
)

/** More than anybody shows in an afternoon. */
const examplesEnough = 200

/** The meeting's slides: a start, the agenda's points each followed by at most one good example of its own, and an end. */
export async function stepsOf(
  tx: Tx,
  plan: Plan,
  review: Review,
): Promise<{ steps: Step[]; agenda: Agenda }> {
  const agenda = await agendaFor(tx, plan, review)
  const { rows, before } = agenda
  const examples = new Map<string, Activity>()
  for (const activity of await listActivities(tx, plan.id, { shown: true, limit: examplesEnough })) {
    const ofTheRound = activity.recordedAt > (before?.closedAt ?? '')
    if (ofTheRound && activity.what?.body && !examples.has(activity.point))
      examples.set(activity.point, activity)
  }
  const steps: Step[] = [
    { showing: 'start', kind: 'start' },
    ...rows.flatMap((row): Step[] => {
      const activity = examples.get(row.number)
      return [
        { showing: `point:${row.number}`, kind: 'point', row },
        ...(activity ? [{ showing: `example:${activity.id}`, kind: 'example' as const, activity }] : []),
      ]
    }),
    { showing: 'end', kind: 'end' },
  ]
  return { steps, agenda }
}

/** What the agenda asks of the room, by text. */
export const textsOfAgenda = ({ tx }: Pick<PlanPageContext, 'tx'>, rows: readonly AgendaRow[]) =>
  readTexts(
    tx,
    rows.flatMap(({ help, decided }) => [help?.textId ?? null, ...decided.map(({ text }) => text.text)]),
  )
