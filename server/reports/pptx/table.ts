import type PptxGenJS from 'pptxgenjs'
import { paint } from '../marks.ts'
import { linesOf } from '../shortening.ts'
import { left, plain, wide, words, type SlideContext } from './slide-context.ts'

type Words = PptxGenJS.TextProps
const none = { type: 'none' } as const
const rule = (color: string, pt: number) => ({ type: 'solid', color, pt }) as const

/** Shares of the width become inches. */
export const inches = (shares: readonly number[]): number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => (share / whole) * wide)
}

const padding = 0.05

/** How high a row becomes: its fullest cell, of which each paragraph is a text at a size. */
export const heightOf = (
  cells: readonly { text: string; size: number }[][],
  columns: readonly number[],
): number =>
  Math.max(
    ...cells.map((paragraphs, at) =>
      paragraphs.reduce(
        (sum, { text, size }) => sum + (linesOf(text, columns[at]! - 0.15, size) * size * 1.2) / 72,
        0,
      ),
    ),
  ) +
  padding * 2

/** A table with rules and no boxes, its first row its heads; finish.ts tells PowerPoint so. */
export function drawTable(
  slide: PptxGenJS.Slide,
  context: SlideContext,
  {
    name,
    head,
    columns,
    rows,
    y,
  }: { name: string; head: readonly string[]; columns: number[]; rows: Words[][][]; y: number },
): void {
  const cell = (text: Words[], below: { color: string; pt: number }): PptxGenJS.TableCell => ({
    text: text,
    options: {
      ...(plain as PptxGenJS.TableCellProps),
      margin: [padding, 0.12, padding, 0],
      border: [none, none, rule(below.color, below.pt), none],
    },
  })
  const heads = head.map((text) =>
    cell([words(text, context, { fontSize: 12, bold: true, color: paint.soft })], {
      color: paint.ink,
      pt: 1.5,
    }),
  )
  slide.addTable(
    [heads, ...rows.map((cells) => cells.map((text) => cell(text, { color: paint.line, pt: 0.75 })))],
    { x: left, y, w: wide, colW: columns, objectName: name },
  )
}
