import type PptxGenJS from 'pptxgenjs'
import { statuses } from '#domain/status.ts'
import { markShape, pictureOf } from '../marks.ts'
import { paint } from '../marks.ts'
import { tallyLayout, type LaidCell } from '../tally-layout.ts'
import { openingNotes } from './notes.ts'
import { left, opening, plain, slideWith, wide, words, type SlideContext } from './slide-context.ts'

/** Shapes so named are made one picture with one text by finish.ts. */
export const tallyName = 'tally'

/** How many of how many, how they divide, and the tally in which both can be counted. */
export async function openingSlide(context: SlideContext): Promise<void> {
  const { content } = context
  const { headline, title, years, kind } = content
  const slide = slideWith(
    context,
    opening,
    [words(headline.figure, context, { color: paint.accent }), words(headline.rest, context)],
    openingNotes(context),
  )
  slide.addText([words(`${title} · ${kind} · ${years}`, context)], {
    ...plain,
    x: left,
    y: 1.08,
    w: wide,
    h: 0.4,
    fontSize: 18,
    color: paint.soft,
  })
  if (headline.divided)
    slide.addText([words(headline.divided, context)], {
      ...plain,
      x: left,
      y: 3.2,
      w: wide,
      h: 0.75,
      fontSize: 22,
    })
  await drawTally(slide, context, 4.3)
}

async function drawTally(slide: PptxGenJS.Slide, context: SlideContext, y: number): Promise<void> {
  const laid = tallyLayout(context.content.tally, { width: wide, widest: 0.5, letter: 0.115 })
  const { width, height } = laid.cell
  for (const cell of laid.cells) {
    const at = { x: left + cell.x, y: y + cell.y }
    slide.addText([words(cell.number, context, { own: true })], {
      ...plain,
      ...fillOf(cell),
      ...at,
      shape: 'rect',
      w: width,
      h: height,
      objectName: tallyName,
      align: 'center',
      valign: 'bottom',
      margin: [0, 0, Math.round(height * 6), 0],
      fontSize: Math.max(
        7,
        Math.min(13, Math.floor((width * 72) / (Math.max(2, cell.number.length) * 0.62))),
      ),
      bold: true,
      color: cell.status === 'closed' ? paint.paper : inkOf(cell),
    })
    const mark = Math.min(width * 0.52, height * 0.4)
    const name = cell.late ? 'late' : cell.status
    const drawing = markShape(name, cell.status === 'closed' ? paint.paper : inkOf(cell))
    const { png } = await pictureOf(20, 20, drawing, 5)
    slide.addImage({
      data: `image/png;base64,${png.toString('base64')}`,
      x: at.x + (width - mark) / 2,
      y: at.y + height * 0.13,
      w: mark,
      h: mark,
      objectName: tallyName,
    })
  }
  for (const { status, count, label, x, width: groupWidth } of laid.groups)
    slide.addText(
      [
        words(String(count), context, {
          fontSize: 24,
          bold: true,
          color: statuses[status].completed ? paint.accent : paint.ink,
          breakLine: true,
        }),
        words(label, context, { fontSize: 14 }),
      ],
      { ...plain, x: left + x, y: y + laid.height + 0.1, w: groupWidth + 0.12, h: 1.3 },
    )
}

const inkOf = ({ status, late }: LaidCell): string => (late ? paint.late : paint[statuses[status].token])

/** Full, washed, open or dashed: told apart without colour too. */
function fillOf({ status, late }: LaidCell): Pick<PptxGenJS.TextPropsOptions, 'fill' | 'line'> {
  const line = (color: string, width: number, dashType: 'solid' | 'dash' = 'solid') => ({
    color,
    width,
    dashType,
  })
  if (late) return { fill: { color: paint.paper }, line: line(paint.late, 2.25) }
  if (status === 'closed') return { fill: { color: paint.accent }, line: line(paint.accent, 1) }
  if (status === 'embedded') return { fill: { color: paint.wash }, line: line(paint.accent, 1) }
  const gone = status === 'withdrawn' || status === 'merged'
  return { fill: { color: paint.paper }, line: line(paint.edge, 1, gone ? 'dash' : 'solid') }
}
