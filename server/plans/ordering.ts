import type { Day } from '#domain/calendar.ts'
import { compareNumbers } from '#domain/number.ts'
import { outlooks, statuses } from '#domain/status.ts'
import type { Standing } from '../points/standing.ts'
import { shownOutlook } from './shown.ts'

type Order = (a: Standing, b: Standing) => number

/** The points as `?sort=` asks (`due`, `-due`), by number where it asks for nothing known; a point that has nothing in the column comes last, whichever way. */
export function sorted(
  points: readonly Standing[],
  sort: string,
  inOrder: (a: string, b: string) => number,
): Standing[] {
  const byNumber: Order = (a, b) => compareNumbers(a.number, b.number)
  const orders: Record<string, { has?: (point: Standing) => boolean; order: Order }> = {
    title: { order: (a, b) => inOrder(a.title, b.title) },
    status: { order: (a, b) => statuses[a.status].order - statuses[b.status].order },
    outlook: {
      has: (point) => shownOutlook(point) !== undefined,
      order: (a, b) => outlooks[a.outlook].order - outlooks[b.outlook].order,
    },
    lead: { order: (a, b) => inOrder(a.lead.name, b.lead.name) },
    due: { has: (point) => point.dueOn !== null, order: byDay((point) => point.dueOn) },
    updated: { has: (point) => point.lastUpdatedOn !== null, order: byDay((point) => point.lastUpdatedOn) },
  }
  const name = sort.replace('-', '')
  const { has = () => true, order } = (Object.hasOwn(orders, name) && orders[name]) || { order: byNumber }
  const way = sort.startsWith('-') ? -1 : 1
  return [...points].sort(
    (a, b) => Number(has(b)) - Number(has(a)) || (has(a) ? way * order(a, b) : 0) || byNumber(a, b),
  )
}

const byDay =
  (dayOf: (point: Standing) => Day | null): Order =>
  (a, b) =>
    (dayOf(a) ?? '').localeCompare(dayOf(b) ?? '')
