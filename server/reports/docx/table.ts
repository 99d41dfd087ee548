import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Block } from '../content.ts'
import { cellRuns, run, type Tongue } from './runs.ts'
import { style } from './styles.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

/** The width of the text on the page, in twentieths of a point: A4 less its margins. */
export const textWidth = 9638

/**
 * A table with its caption before it: the heads come again on every page, no row is torn apart, and the first cell of a row is its head.
 */
export async function tableOf(
  { caption, head, widths, rows }: TableBlock,
  tongue: Tongue,
): Promise<[Paragraph, Table]> {
  const columns = columnWidths(widths, [head, ...rows.map((cells) => cells.map(({ text }) => text))])
  const width = (column: number) => ({ size: columns[column] ?? 0, type: WidthType.DXA })
  const heads = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map(
      (text, column) =>
        new TableCell({
          width: width(column),
          children: [new Paragraph({ style: style.head, children: [run(text)] })],
        }),
    ),
  })
  const body = await Promise.all(
    rows.map(
      async (cells) =>
        new TableRow({
          cantSplit: true,
          children: await Promise.all(
            cells.map(
              async (cell, column) =>
                new TableCell({
                  width: width(column),
                  children: [new Paragraph({ style: style.cell, children: await cellRuns(cell, tongue) })],
                }),
            ),
          ),
        }),
    ),
  )
  return [
    new Paragraph({ style: style.caption, children: [run(caption)] }),
    new Table({
      style: style.table,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: columns,
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [heads, ...body],
    }),
  ]
}

/**
 * The widths of a table's columns in twentieths of a point, adding up to the page's. They follow the shares asked for, but no column is narrower than
 * its longest word: what a narrow one lacks is taken from the others by how much they have to spare.
 */
export function columnWidths(shares: readonly number[], rows: readonly (readonly string[])[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const wanted = shares.map((share) => (share / whole) * textWidth)
  const needed = shares.map((_, column) =>
    Math.min(textWidth / shares.length + 600, Math.max(...rows.map((row) => wordWidth(row[column] ?? '')))),
  )
  const lacking = wanted.reduce((sum, width, column) => sum + Math.max(0, needed[column]! - width), 0)
  const spare = wanted.reduce((sum, width, column) => sum + Math.max(0, width - needed[column]!), 0)
  const taken = spare === 0 ? 0 : Math.min(1, lacking / spare)
  const widths = wanted.map((width, column) =>
    width < needed[column]! ? needed[column]! : width - (width - needed[column]!) * taken,
  )
  const scale = textWidth / widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => Math.floor(width * scale))
}

/** How wide the longest word is, with room for a mark and the cell's margin; a word may be broken after its hyphen, a date may not. */
function wordWidth(text: string): number {
  const words = text.split(/\s/).flatMap((word) => (/^\d/.test(word) ? [word] : word.split(/(?<=[-–/])/)))
  return Math.max(0, ...words.map((word) => word.length)) * 100 + 160
}
