import type { Status } from '#domain/status.ts'
import type { ReportContent } from './content.ts'

export interface LaidCell {
  number: string
  status: Status
  late: boolean
  x: number
  y: number
}
interface LaidGroup {
  status: Status
  count: number
  label: string
  x: number
  width: number
}
/** A tally on paper or screen, in the unit its width was given in; all cells are equally large. */
interface LaidTally {
  cells: LaidCell[]
  groups: LaidGroup[]
  cell: { width: number; height: number }
  width: number
  height: number
}

/** Of a cell's width: between cells, between groups, and how high a cell is. */
const gap = 0.09
const groupGap = 0.42
const high = 1.36

/**
 * Where the cells of the tally lie on a width: one row, or two where there are more than forty. No cell is wider than `widest`; a small group is as wide as
 * the longest word under it, at `letter` a sign: the group grows, never the cells.
 */
export function tallyLayout(
  tally: ReportContent['tally'],
  { width, widest, letter }: { width: number; widest: number; letter: number },
): LaidTally {
  const total = tally.reduce((sum, { cells }) => sum + cells.length, 0)
  const rows = total > 40 ? 2 : 1
  const columns = tally.map(({ cells }) => (cells.length > 3 ? Math.ceil(cells.length / rows) : cells.length))
  const cellsWide = (count: number, cell: number) => (count * (1 + gap) - gap) * cell
  const least = tally.map(({ label }) => Math.max(...label.split(/\s/).map((word) => word.length)) * letter)
  const gaps = (cell: number) => (tally.length - 1) * groupGap * cell
  const needed = (cell: number) =>
    columns.reduce((sum, count, at) => sum + Math.max(cellsWide(count, cell), least[at]!), 0) + gaps(cell)
  let cell = widest
  while (needed(cell) > width && cell > widest / 10) cell *= 0.98

  const laid: LaidTally = {
    cells: [],
    groups: [],
    cell: { width: cell, height: cell * high },
    width,
    height: rows * cell * high + (rows - 1) * gap * cell,
  }
  let x = 0
  for (const [at, { status, label, cells }] of tally.entries()) {
    const across = columns[at]!
    const groupWidth = Math.max(cellsWide(across, cell), least[at]!)
    laid.groups.push({ status, count: cells.length, label, x, width: groupWidth })
    for (const [index, { number, late }] of cells.entries())
      laid.cells.push({
        number,
        status,
        late: late ?? false,
        x: x + (index % across) * cell * (1 + gap),
        y: Math.floor(index / across) * cell * (high + gap),
      })
    x += groupWidth + groupGap * cell
  }
  return laid
}
