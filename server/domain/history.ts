import { dayAfter, type Day } from './calendar.ts'
import { isCompleted, type Outlook, type Status } from './status.ts'

/** An update as it was recorded; rows may carry more. */
export type RecordedUpdate = {
  /** Grows in the order of recording. */
  id: number
  holdsFrom: Day
  /** Its place in the point's story is (placeDay, placeId, id): see `placeOf`. */
  placeDay: Day
  placeId: number
  /** The id of the update it corrects. An update is corrected once at most; after that its correction is. */
  corrects: number | null
  status: Status
  outlook: Outlook
  /** The point's new end, or null when the update says nothing of it. */
  dueOn: Day | null
}

/** What stands of a point on a day. */
export type Standing = { status: Status; outlook: Outlook; dueOn: Day | null }

/** An end that was moved, and by which update. */
export type DueMove = { from: Day; to: Day; updateId: number }

/**
 * The updates that hold on a day, in their order: `holdsFrom` has come, and no correction that has come replaces them
 * (design, *Days*; F15). Given in any order.
 */
export function inOrder<U extends RecordedUpdate>(updates: readonly U[], day: Day): U[] {
  const come = updates.filter((update) => update.holdsFrom <= day)
  const replaced = new Set(come.map((update) => update.corrects))
  return come.filter((update) => !replaced.has(update.id)).sort(byPlace)
}

/** The update that says how a point stands on a day; undefined while nobody has reported (trap 24). */
export function standing<U extends RecordedUpdate>(updates: readonly U[], day: Day): U | undefined {
  return inOrder(updates, day).at(-1)
}

/** The status on a day; a point nobody has reported on has not started. */
export function statusOn(updates: readonly RecordedUpdate[], day: Day): Status {
  return standing(updates, day)?.status ?? 'not_started'
}

/** The end that holds on a day: the last one an update set, else the first (null where the plan set none). */
export function dueOn(firstDueOn: Day | null, updates: readonly RecordedUpdate[], day: Day): Day | null {
  return endOf(firstDueOn, inOrder(updates, day))
}

/**
 * How often, and from where to where, a point's end has been moved by a day, in order. An end set where there was none, or said
 * again, is no move.
 */
export function dueMoves(firstDueOn: Day | null, updates: readonly RecordedUpdate[], day: Day): DueMove[] {
  const moves: DueMove[] = []
  let end = firstDueOn
  for (const update of inOrder(updates, day)) {
    if (update.dueOn === null) continue
    if (end !== null && update.dueOn !== end) moves.push({ from: end, to: update.dueOn, updateId: update.id })
    end = update.dueOn
  }
  return moves
}

/** Status, outlook and end on a day: what an update recorded now, holding from that day, is compared with. */
export function standingOn(firstDueOn: Day | null, updates: readonly RecordedUpdate[], day: Day): Standing {
  return endedBy(firstDueOn, inOrder(updates, day))
}

/**
 * Status, outlook and end just before an update's place, as they hold on a day: what a correction of it is compared with, for the
 * correction stands where the corrected one stood.
 */
export function standingBefore(
  firstDueOn: Day | null,
  updates: readonly RecordedUpdate[],
  corrected: RecordedUpdate,
  day: Day,
): Standing {
  return endedBy(
    firstDueOn,
    inOrder(updates, day).filter((update) => update.id !== corrected.id && byPlace(update, corrected) < 0),
  )
}

/**
 * Whether a point came to the status it has on a day out of a completed one (domain §2.10, rule 3). Saying the same again – *nothing
 * new* – does not hide it.
 */
export function wasReopened(updates: readonly RecordedUpdate[], day: Day): boolean {
  const ordered = inOrder(updates, day)
  const last = ordered.at(-1)
  const before = ordered.findLast((update) => update.status !== last?.status)
  return last !== undefined && before !== undefined && isCompleted(before.status) && !isCompleted(last.status)
}

/**
 * The place of an update about to be recorded: its own day, behind the point's latest update (null when it is the first), for its own
 * id is not known yet and grows just as that one does. A correction takes the place of the one it corrects.
 */
export function placeOf(
  update: { holdsFrom: Day; latestId: number | null },
  corrected?: Pick<RecordedUpdate, 'placeDay' | 'placeId'>,
): Pick<RecordedUpdate, 'placeDay' | 'placeId'> {
  if (corrected) return { placeDay: corrected.placeDay, placeId: corrected.placeId }
  return { placeDay: update.holdsFrom, placeId: update.latestId ?? 0 }
}

/**
 * The day a correction holds from: the corrected update's own while its round is open, else the day after the last closed review
 * day – what a closed report said stays as it was said (trap 21).
 */
export function correctionDay(correctedHoldsFrom: Day, lastClosed: Day | null): Day {
  return lastClosed === null || correctedHoldsFrom > lastClosed ? correctedHoldsFrom : dayAfter(lastClosed)
}

function byPlace(a: RecordedUpdate, b: RecordedUpdate): number {
  if (a.placeDay !== b.placeDay) return a.placeDay < b.placeDay ? -1 : 1
  return a.placeId - b.placeId || a.id - b.id
}

function endedBy(firstDueOn: Day | null, ordered: readonly RecordedUpdate[]): Standing {
  const last = ordered.at(-1)
  return {
    status: last?.status ?? 'not_started',
    outlook: last?.outlook ?? 'not_assessed',
    dueOn: endOf(firstDueOn, ordered),
  }
}

function endOf(firstDueOn: Day | null, ordered: readonly RecordedUpdate[]): Day | null {
  return ordered.findLast((update) => update.dueOn !== null)?.dueOn ?? firstDueOn
}
