import type PptxGenJS from 'pptxgenjs'
import { paint } from '../marks.ts'
import { clipped, linesOf, rowsWithin } from '../shortening.ts'
import { decidedNotes } from './notes.ts'
import {
  bottom,
  left,
  matter,
  plain,
  slideWith,
  top,
  wide,
  words,
  type SlideContext,
} from './slide-context.ts'

interface Item {
  text: string
  by?: string
}

/** What was decided on the day, and what is now put forward to be decided. */
export function decidedSlide(context: SlideContext): void {
  const { content, say, words: spoken } = context
  const { decisions, proposals, next } = content
  const { documents } = spoken
  const slide = slideWith(context, matter, [words(decidedTitle(context), context)], decidedNotes(context))
  const lists: [string, Item[]][] = [
    [say(documents.decided), decisions],
    [say(documents.proposed), proposals.map((text) => ({ text }))],
  ]
  const full = lists.filter(([, items]) => items.length > 0)
  const width = full.length === 2 ? (wide - 0.6) / 2 : wide
  for (const [at, [title, items]] of full.entries())
    drawList(slide, context, { title, items, x: left + at * (width + 0.6), width, headed: full.length === 2 })
  if (next)
    slide.addText([words(next, context)], {
      ...plain,
      x: left,
      y: bottom - 0.4,
      w: wide,
      h: 0.35,
      fontSize: 16,
      color: paint.soft,
    })
}

function decidedTitle({ content, say, words: { documents } }: SlideContext): string {
  const { decisions, proposals } = content
  if (decisions.length === 0 && proposals.length === 0) return say(documents.nothingDecided)
  if (decisions.length === 0) return say(documents.proposalsOnly, { n: proposals.length })
  const decided = say(documents.decisions, { n: decisions.length })
  return proposals.length === 0
    ? `${decided}.`
    : `${decided}, ${say(documents.proposals, { n: proposals.length })}.`
}

function drawList(
  slide: PptxGenJS.Slide,
  context: SlideContext,
  {
    title,
    items,
    x,
    width,
    headed,
  }: { title: string; items: Item[]; x: number; width: number; headed: boolean },
): void {
  const size = headed ? 18 : 22
  const inner = width - 0.45
  const room = bottom - 0.5 - top - (headed ? 0.45 : 0)
  const fits = items.map(({ text, by }) => ({ text: clipped(text, 4, inner, size), by }))
  const heights = fits.map(
    ({ text, by }) =>
      ((linesOf(text, inner, size) * size + (by ? linesOf(by, inner, 14) * 14 : 0)) * 1.2) / 72 + 0.16,
  )
  const shown = rowsWithin(heights, room, 0.35)
  const more = items.length - shown
  if (headed)
    slide.addText([words(title, context)], {
      ...plain,
      x,
      y: top,
      w: width,
      h: 0.4,
      fontSize: 18,
      bold: true,
    })
  slide.addText(
    [
      ...fits.slice(0, shown).flatMap(({ text, by }) => [
        words(text, context, {
          own: true,
          fontSize: size,
          bullet: { type: 'number', indent: 28 },
          paraSpaceBefore: 10,
          breakLine: !by,
        }),
        ...(by
          ? [
              words(by, context, {
                own: true,
                fontSize: 14,
                color: paint.soft,
                softBreakBefore: true,
                breakLine: true,
              }),
            ]
          : []),
      ]),
      ...(more > 0
        ? [
            words(
              `${context.say(context.words.documents.more, { n: more })}. ${context.say(context.words.documents.moreInNotes)}`,
              context,
              {
                fontSize: 14,
                color: paint.soft,
                paraSpaceBefore: 7,
              },
            ),
          ]
        : []),
    ],
    { ...plain, x, y: top + (headed ? 0.42 : 0), w: width, h: room },
  )
}
