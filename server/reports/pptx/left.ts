import type PptxGenJS from 'pptxgenjs'
import { leftSentences } from '../../reviews/report-left.ts'
import type { ReportContent } from '../content.ts'
import { paint, paintOf } from '../marks.ts'
import { clipped, rowsWithin } from '../shortening.ts'
import { leftNotes } from './notes.ts'
import {
  bottom,
  high,
  left,
  matter,
  plain,
  signs,
  slideWith,
  top,
  wide,
  words,
  type SlideContext,
} from './slide-context.ts'
import { drawTable, heightOf, inches } from './table.ts'

type Left = ReportContent['left'][number]
interface Size {
  title: number
  small: number
  /** How many each text may have. */
  lines: number
}

const sizes: readonly Size[] = [
  { title: 18, small: 14, lines: 2 },
  { title: 16, small: 13, lines: 2 },
  { title: 14, small: 12, lines: 2 },
  { title: 14, small: 12, lines: 1 },
]

/** What is left: each point with its reason and what happens next, the gravest as the report has them (P04). */
export function leftSlide(context: SlideContext): void {
  const { content, say, words: spoken } = context
  const { documents, report, reportText } = spoken
  const open = content.left
  const [title] = leftSentences(open, context)
  const slide = slideWith(context, matter, [words(title, context)], leftNotes(context))
  if (open.length === 0) {
    const text = content.headline.divided ?? ''
    slide.addText([words(text, context)], { ...plain, x: left, y: top, w: wide, h: 1, fontSize: 20 })
    return
  }
  const steps = open.some(({ nextStep }) => nextStep)
  const columns = inches(steps ? [6, 46, 22, 26] : [6, 68, 26])
  const { head } = reportText
  // As large as lets every point be read; where none does, the smallest, and as many as there is room for.
  const room = bottom - high - 0.32
  const sized = sizes.map((size) => open.map((point) => tell(point, context, columns, size)))
  const told =
    sized.find((rows) => rows.reduce((sum, { height }) => sum + height, 0) <= room) ?? sized.at(-1)!
  const fitting = rowsWithin(
    told.map(({ height }) => height),
    room,
    0.36,
  )
  const rows = told.slice(0, fitting).map(({ cells }) => cells)
  const more = open.length - fitting
  if (more > 0) {
    const text = `${say(documents.more, { n: more })}. ${say(documents.moreInNotes)}`
    const blank = [words('', context)]
    const rest = [words(text, context, { fontSize: 14, color: paint.soft })]
    rows.push([blank, rest, blank, ...(steps ? [blank] : [])])
  }
  drawTable(slide, context, {
    name: say(reportText.leftCaption),
    head: [
      say(head.number),
      say(report.leftPoint),
      say(report.leftState),
      ...(steps ? [say(head.next)] : []),
    ],
    columns,
    rows,
    y: high,
  })
}

/** One point's row, each text on as many lines as it may have, and how high that becomes. */
function tell(
  { number, title, status, outlook, text, lead, reason, nextStep }: Left,
  context: SlideContext,
  columns: readonly number[],
  size: Size,
): { cells: PptxGenJS.TextProps[][]; height: number } {
  const { say, words: spoken } = context
  const byOutlook = text === say(spoken.status.outlook[outlook])
  const mark = byOutlook ? { outlook } : { status }
  const grave = byOutlook && (outlook === 'late' || outlook === 'at_risk')
  const fit = (words: string, lines: number, column: number, size: number) =>
    clipped(words, lines, columns[column]! - 0.15, size)
  const point = fit(title, size.lines, 1, size.title)
  const why = fit(reason ?? say(spoken.report.noReason), size.lines, 1, size.small)
  const whose = fit(lead, size.lines, 2, size.small)
  const steps = columns.length > 3
  const next = steps ? fit(nextStep ?? '', size.lines + 1, 3, size.small) : ''
  const small = { fontSize: size.small }
  const big = { fontSize: size.title }
  return {
    height: heightOf(
      [
        [{ text: number, size: size.title }],
        [
          { text: point, size: size.title },
          { text: why, size: size.small },
        ],
        [
          { text, size: size.title },
          { text: whose, size: size.small },
        ],
        ...(steps ? [[{ text: next, size: size.small }]] : []),
      ],
      columns,
    ),
    cells: [
      [words(number, context, { ...big, bold: true, own: true })],
      [
        words(point, context, { ...big, bold: true, own: true, breakLine: true }),
        words(why, context, { ...small, own: reason !== undefined }),
      ],
      [
        words(`${signs[byOutlook ? outlook : status]} `, context, {
          ...small,
          fontFace: 'Segoe UI Symbol',
          color: paintOf(mark),
        }),
        words(text, context, { ...big, bold: grave, color: paintOf(mark), breakLine: true }),
        words(whose, context, { ...small, color: paint.soft, own: true }),
      ],
      ...(steps ? [[words(next, context, { ...small, own: true })]] : []),
    ],
  }
}
