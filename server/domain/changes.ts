import type { Day } from './calendar.ts'
import { compareNumbers } from './number.ts'
import { isCompleted, outlooks, type Outlook, type Status } from './status.ts'

/** What is compared of a point; `lead` is the responsible's organisation and function as one text, `moves` how often its end moved. */
export type PointState = {
  number: string
  status: Status
  outlook: Outlook
  dueOn: Day | null
  moves: number
  lead: string
}

export type StatusChange =
  'completed' | 'started' | 'reopened' | 'paused' | 'resumed' | 'withdrawn' | 'merged' | 'changed'

export type Change =
  | { kind: StatusChange; number: string; from: Status; to: Status }
  | { kind: 'slipped' | 'reassessed'; number: string; from: Outlook; to: Outlook }
  | { kind: 'moved'; number: string; from: Day | null; to: Day | null; moves: number }
  | { kind: 'new_lead'; number: string; from: string; to: string }
  | { kind: 'added'; number: string; from: null; to: Status }

export type ChangeKind = Change['kind']

/** The kinds in the order a report tells them. */
export const changeKinds = Object.keys({
  completed: true,
  started: true,
  reopened: true,
  slipped: true,
  reassessed: true,
  paused: true,
  resumed: true,
  withdrawn: true,
  merged: true,
  changed: true,
  moved: true,
  new_lead: true,
  added: true,
} satisfies Record<ChangeKind, true>) as ChangeKind[]

/**
 * What changed between two states of a plan (F22), by kind and then number. A point that differs in several ways has a change for
 * each; one that differs in none stands in `unchanged` – every point is in one or the other.
 */
export function changesBetween(
  before: readonly PointState[],
  after: readonly PointState[],
): { changes: Change[]; unchanged: string[] } {
  const earlier = new Map(before.map((point) => [point.number, point]))
  const changes = after.flatMap((point) => changesOf(earlier.get(point.number), point))
  const changed = new Set(changes.map((change) => change.number))
  return {
    changes: changes.sort(
      (a, b) =>
        changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) || compareNumbers(a.number, b.number),
    ),
    unchanged: after
      .map((point) => point.number)
      .filter((number) => !changed.has(number))
      .sort(compareNumbers),
  }
}

function changesOf(before: PointState | undefined, after: PointState): Change[] {
  const { number } = after
  if (!before) return [{ kind: 'added', number, from: null, to: after.status }]

  const changes: Change[] = []
  const statusChange = statusChangeOf(before.status, after.status)
  if (statusChange) changes.push({ kind: statusChange, number, from: before.status, to: after.status })
  const outlookChange = outlookChangeOf(before, after)
  if (outlookChange) changes.push({ kind: outlookChange, number, from: before.outlook, to: after.outlook })
  if (before.dueOn !== after.dueOn) {
    changes.push({ kind: 'moved', number, from: before.dueOn, to: after.dueOn, moves: after.moves })
  }
  if (before.lead !== after.lead)
    changes.push({ kind: 'new_lead', number, from: before.lead, to: after.lead })
  return changes
}

/** What to call a step by where it led; `in_progress` and `not_started` also ask where it came from. */
const arrivals: Partial<Record<Status, StatusChange>> = {
  paused: 'paused',
  withdrawn: 'withdrawn',
  merged: 'merged',
}

function statusChangeOf(from: Status, to: Status): StatusChange | undefined {
  if (from === to) return undefined
  // From one way of being completed to the other is no new completion: counting it as one would not add up.
  if (isCompleted(from) && isCompleted(to)) return 'changed'
  if (isCompleted(to)) return 'completed'
  // Also when it went on to be withdrawn or merged: that the count sank must be seen (domain §2.10, rule 3).
  if (isCompleted(from)) return 'reopened'
  const arrival = arrivals[to]
  if (arrival) return arrival
  if (arrivals[from]) return 'resumed'
  return to === 'in_progress' ? 'started' : 'changed'
}

function outlookChangeOf(before: PointState, after: PointState): 'slipped' | 'reassessed' | undefined {
  if (before.outlook === after.outlook) return undefined
  if (outlooks[after.outlook].gravity > outlooks[before.outlook].gravity) return 'slipped'
  // With a new status the outlook follows of itself; alone it is news.
  return before.status === after.status ? 'reassessed' : undefined
}
