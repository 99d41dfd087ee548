import { compareNumbers } from './number.ts'
import { isCompleted, statuses, type Outlook, type Status } from './status.ts'

/** What the agenda asks of a point: how it stands, and what has happened with it since the review day before. */
export type AgendaPoint = {
  number: string
  status: Status
  outlook: Outlook
  reopened: boolean
  /** A decision from an earlier day that waits for its answer, or help that somebody asks for now. */
  asks: boolean
  /** Whether it was completed at the review day before; at the first nothing was. */
  completedBefore: boolean
  /** How many review days in a row it has stood unchanged, the coming one counted. */
  unchangedDays: number
}

export type AgendaPart = 'asks' | 'late' | 'reopened' | 'completed' | 'unchanged' | 'rest'

/** In the order they are taken: what asks something of the room first, what only is told last (idea 4). */
export const agendaParts: readonly AgendaPart[] = [
  'asks',
  'late',
  'reopened',
  'completed',
  'unchanged',
  'rest',
]

export type AgendaItem = { number: string; part: AgendaPart }

/** So many days without a change and somebody asks why. */
const longUnchanged = 2

function partOf(point: AgendaPoint): AgendaPart {
  if (point.asks) return 'asks'
  if (isCompleted(point.status)) return point.completedBefore ? 'rest' : 'completed'
  if (statuses[point.status].open && point.outlook === 'late') return 'late'
  if (point.reopened) return 'reopened'
  if (statuses[point.status].open && point.unchangedDays >= longUnchanged) return 'unchanged'
  return 'rest'
}

/**
 * The agenda of a review day as it makes itself: every point once, in the first part that fits it, and by number within the part.
 * `moved` is the order somebody has chosen; points they chose keep it, and one that came since stands where it would have stood.
 */
export function agendaOf(points: readonly AgendaPoint[], moved: readonly string[] = []): AgendaItem[] {
  const items = points
    .map((point) => ({ number: point.number, part: partOf(point) }))
    .sort(
      (a, b) =>
        agendaParts.indexOf(a.part) - agendaParts.indexOf(b.part) || compareNumbers(a.number, b.number),
    )
  const chosen = moved.filter((number) => items.some((item) => item.number === number))
  if (chosen.length === 0) return items
  const byNumber = new Map(items.map((item) => [item.number, item]))
  const order = [...chosen]
  for (const [index, { number }] of items.entries()) {
    if (order.includes(number)) continue
    const before = items.slice(0, index).findLast((item) => order.includes(item.number))
    order.splice(before ? order.indexOf(before.number) + 1 : 0, 0, number)
  }
  return order.map((number) => byNumber.get(number)!)
}

/** The order with one point a step earlier (-1) or later (1); unchanged at the ends and for a point that is not there. */
export function moveInAgenda(order: readonly string[], number: string, step: -1 | 1): string[] {
  const from = order.indexOf(number)
  const to = from + step
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const next = [...order]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
