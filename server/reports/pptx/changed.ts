import { paint } from '../marks.ts'
import { clipped, withinRoom } from '../shortening.ts'
import { changedCount, changedNotes } from './notes.ts'
import { drawTable, heightOf, inches } from './table.ts'
import {
  bottom,
  high,
  left,
  matter,
  plain,
  slideWith,
  top,
  wide,
  words,
  type SlideContext,
} from './slide-context.ts'

/** A row of one line. */
const lineHeight = 0.34

/** What has changed since the review day before: every kind of change, and as many of its points as there is room for. */
export function changedSlide(context: SlideContext): void {
  const { content, say, words: spoken } = context
  const { documents, report, reportText } = spoken
  const changed = changedCount(context)
  const slide = slideWith(
    context,
    matter,
    [words(changed === 0 ? say(documents.changedNone) : say(documents.changed, { n: changed }), context)],
    changedNotes(context),
  )
  if (changed === 0) {
    const text = [content.headline.figure, content.headline.rest].join('')
    slide.addText([words(text, context)], { ...plain, x: left, y: top, w: wide, h: 1, fontSize: 20 })
    return
  }
  const columns = inches([17, 6, 39, 38])
  const fit = (text: string, lines: number, column: number, size: number) =>
    clipped(text, lines, columns[column]! - 0.15, size)
  const tell = (lines: number) =>
    content.changes.map(({ label, items }) =>
      items.map(({ number, title, text }, index) => {
        const what = fit(title, lines, 2, 14)
        const how = fit(text ?? '', lines, 3, 13)
        return {
          height: heightOf([[], [], [{ text: what, size: 14 }], [{ text: how, size: 13 }]], columns),
          cells: [
            [words(index === 0 ? label : '', context, { fontSize: 14, bold: true })],
            [words(number, context, { fontSize: 14, bold: true })],
            [words(what, context, { fontSize: 14, own: true })],
            [words(how, context, { fontSize: 13, color: paint.soft })],
          ],
        }
      }),
    )
  const room = bottom - high - 0.32
  const roomy = tell(2)
  const fits = roomy.flat().reduce((sum, { height }) => sum + height, 0) <= room
  const groups = fits ? roomy : tell(1)
  const lengths = groups.map((rows) => rows.length)
  const shown = fits ? lengths : withinRoom(lengths, Math.floor(room / lineHeight))
  const rows = groups.flatMap((group, at) => {
    const some = group.slice(0, shown[at]).map(({ cells }) => cells)
    const more = group.length - some.length
    if (more === 0 || some.length === 0) return some
    const blank = [words('', context)]
    return [
      ...some,
      [
        blank,
        blank,
        [words(say(documents.more, { n: more }), context, { fontSize: 14, color: paint.soft })],
        blank,
      ],
    ]
  })
  drawTable(slide, context, {
    name: say(reportText.headings.changes),
    head: [say(report.change), say(reportText.head.number), say(reportText.head.point), say(report.fromTo)],
    columns,
    rows,
    y: high,
  })
}
