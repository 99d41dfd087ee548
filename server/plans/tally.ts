import { compareNumbers } from '#domain/number.ts'
import { statuses, statusOrder, type Outlook, type Status } from '#domain/status.ts'
import type { TallyGroup } from './shapes.ts'

type Counted = { number: string; title: string; adopted: boolean; status: Status; outlook: Outlook }

/** The adopted points in the groups of the tally; a group without points is left out. Late is said of what is still to be worked on. */
export function tallyOf(points: readonly Counted[]): TallyGroup[] {
  const adopted = points.filter((point) => point.adopted).sort((a, b) => compareNumbers(a.number, b.number))
  return statusOrder
    .map((status) => {
      const cells = adopted
        .filter((point) => point.status === status)
        .map(({ number, title, outlook }) => {
          const late = outlook === 'late' && statuses[status].open
          return { number, title, ...(late && { late }) }
        })
      return { status, cells, late: cells.filter((cell) => cell.late).length }
    })
    .filter((group) => group.cells.length > 0)
}
