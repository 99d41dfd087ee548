import { isCompleted, type Status } from './status.ts'
import { wholePercent } from './percent.ts'

/** Whole numbers of points: the seven statuses add up to `adopted`, and `completed` is `closed` + `embedded`. */
export type Count = {
  adopted: number
  completed: number
  closed: number
  embedded: number
  inProgress: number
  notStarted: number
  paused: number
  withdrawn: number
  merged: number
}

/** The count over the points the council adopted; `added` counts those that came later by itself, never in the headline. */
export type Completion = Count & { added: Count }

/** Where each status is counted. A status without a place does not compile (trap 19). */
export const countedAs = {
  closed: 'closed',
  embedded: 'embedded',
  in_progress: 'inProgress',
  not_started: 'notStarted',
  paused: 'paused',
  withdrawn: 'withdrawn',
  merged: 'merged',
} as const satisfies Record<Status, keyof Count>

/**
 * The one count (F13): dashboard, chart, API, CSV and documents all call it. The denominator is fixed at what was adopted:
 * withdrawn and merged points stay in it and are never completed (domain §0.7, traps 1–3).
 */
export function completion(points: readonly { status: Status; adopted: boolean }[]): Completion {
  return {
    ...count(points.filter((point) => point.adopted)),
    added: count(points.filter((point) => !point.adopted)),
  }
}

/** Completed in whole percent, 0–100; undefined when nothing was adopted, where a page says a sentence instead (trap 1). */
export function percentOf(count: Pick<Count, 'completed' | 'adopted'>): number | undefined {
  return wholePercent(count.completed, count.adopted)
}

function count(points: readonly { status: Status }[]): Count {
  const total: Count = {
    adopted: points.length,
    completed: 0,
    closed: 0,
    embedded: 0,
    inProgress: 0,
    notStarted: 0,
    paused: 0,
    withdrawn: 0,
    merged: 0,
  }
  for (const { status } of points) {
    total[countedAs[status]] += 1
    if (isCompleted(status)) total.completed += 1
  }
  return total
}
