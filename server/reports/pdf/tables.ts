import type { Block } from '../content.ts'

type Table = Extract<Block, { kind: 'table' }>

/** A page's width, in shares. What a column without words needs for its head, a sign. */
const emptyShare = 2
const shareOfSign = 1.1

/**
 * Widths of a table's columns, in shares: as they were asked for, but a column that says nothing gets no more room than its head, and what it
 * leaves goes to the column whose words are the most crowded.
 */
export function sharesOf({ widths, head, rows }: Table): number[] {
  const signs = widths.map((_, column) => rows.reduce((sum, row) => sum + (row[column]?.text.length ?? 0), 0))
  const least = head.map((name) => emptyShare + name.length * shareOfSign)
  const shares = widths.map((width, column) =>
    signs[column] === 0 ? Math.min(width, least[column]!) : width,
  )
  const left = widths.reduce((sum, width, column) => sum + width - shares[column]!, 0)
  const crowded = signs.map((count, column) => count / widths[column]!)
  const most = crowded.indexOf(Math.max(...crowded))
  return shares.map((share, column) => (column === most ? share + left : share))
}

/** Longer texts than this are let break over pages with their row: a row that is kept together must find room on one. */
const mostUnbroken = 600

/** The table with widths that fit its words, and whether each row is kept together. */
export const fitted = (table: Table) => ({
  ...table,
  widths: sharesOf(table),
  rows: table.rows.map((row) => ({
    cells: row,
    kept: row.every(({ text }) => text.length <= mostUnbroken),
  })),
})
