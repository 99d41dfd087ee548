import { daysBetween } from '#domain/calendar.ts'
import { escapedMarkup } from '../../http/markup.ts'
import type { Chart } from '../content.ts'
import { paint } from '../marks.ts'

/** What is printed in the picture besides numbers. */
export interface ChartWords {
  adopted: string
  closed: string
  embedded: string
}

const colour = (name: keyof typeof paint) => `#${paint[name]}`
const round = (value: number) => Math.round(value * 100) / 100

/** How wide a column is at most, and as a share of the picture. */
const widest = { points: 30, share: 0.075 }
/** Room above the line of what was adopted, beside the last column, and for the names of the review days. */
const room = { top: 22, right: 74, bottom: 22 }
const nameSize = 10

/** Where each review day stands on a true time axis: the middle of its column, in points from the left. */
export function placesOf(columns: Chart['columns'], width: number): number[] {
  const [first, last] = [columns[0], columns.at(-1)]
  if (!first || !last) return []
  const days = daysBetween(first.day, last.day)
  const edge = widest.points / 2
  const span = width - room.right - 2 * edge
  return columns.map(({ day }) =>
    round(edge + (days === 0 ? span / 2 : (span * daysBetween(first.day, day)) / days)),
  )
}

/** How wide the columns may be so that none touches another. */
export function columnWidth(places: readonly number[], width: number): number {
  const gaps = places.slice(1).map((place, index) => place - places[index]!)
  return round(Math.max(3, Math.min(widest.points, width * widest.share, ...gaps.map((gap) => gap * 0.75))))
}

/** Which review days are named under the axis: all, or from the last one backwards those that have room for so long a name. */
export function namedOf(places: readonly number[], signs: number): boolean[] {
  // About half of their size is the width of letters and figures.
  const nameWidth = signs * nameSize * 0.54 + 4
  let free = Infinity
  return places
    .toReversed()
    .map((place) => {
      if (free - place < nameWidth) return false
      free = place
      return true
    })
    .reverse()
}

/**
 * Completed points at each review day as stacked columns, closed ones filled and embedded ones striped, under the line of what was adopted: told apart
 * without colour, and with every number printed (F35, T09). An SVG of so many points.
 */
export function chartSvg(
  chart: Chart,
  words: ChartWords,
  { width, height }: { width: number; height: number },
) {
  const places = placesOf(chart.columns, width)
  const wide = columnWidth(places, width)
  const named = namedOf(places, Math.max(0, ...chart.columns.map(({ label }) => label.length)))
  const floor = height - room.bottom
  const y = (points: number) => round(floor - ((floor - room.top) * points) / Math.max(chart.adopted, 1))
  const drawn = chart.columns.map(({ label, closed, embedded }, index) => {
    const x = places[index]!
    const last = index === chart.columns.length - 1
    const left = round(x - wide / 2)
    const bars = [
      closed > 0 && box(left, y(closed), wide, floor - y(closed), colour('accent')),
      embedded > 0 &&
        `${box(left, y(closed + embedded), wide, y(closed) - y(closed + embedded), 'url(#stripes)')}` +
          `<path d="M${left} ${y(closed)}V${y(closed + embedded)}H${round(left + wide)}V${y(closed)}" fill="none" stroke="${colour('accent')}" stroke-width="1.1"/>`,
    ]
    const total = text(x, y(closed + embedded) - 6, `${closed + embedded}`, {
      size: last ? 15 : 11,
      weight: 600,
      anchor: 'middle',
    })
    const name = named[index] ? text(x, height - 6, label, { size: nameSize, anchor: 'middle' }) : ''
    return bars.filter(Boolean).join('') + total + name
  })
  const axis = round(width - room.right)
  const top = box(0, y(chart.adopted) - 0.5, axis, 1, colour('ink'))
  const bottom = box(0, floor - 0.35, axis, 0.7, colour('edge'))
  const line = text(0, y(chart.adopted) - 6, words.adopted, { size: 10, weight: 600 })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${colour('wash')}"/>` +
    `<path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke="${colour('accent')}" stroke-width="0.8"/></pattern></defs>` +
    `${top}${line}${drawn.join('')}${bottom}${besideLast(chart, words, { places, wide, y })}</svg>`
  )
}

/** What the last column's two kinds are called, each at its own height, never closer than their lines need. */
function besideLast(
  { columns }: Chart,
  words: ChartWords,
  { places, wide, y }: { places: readonly number[]; wide: number; y: (points: number) => number },
): string {
  const last = columns.at(-1)
  const place = places.at(-1)
  if (!last || place === undefined) return ''
  const x = round(place + wide / 2 + 7)
  let lower = (y(0) + y(last.closed)) / 2
  let upper = (y(last.closed) + y(last.closed + last.embedded)) / 2
  const between = 26
  if (last.closed > 0 && last.embedded > 0 && lower - upper < between) {
    lower = Math.min(lower + (between - (lower - upper)) / 2, y(0) - 8)
    upper = lower - between
  }
  const kind = (count: number, word: string, at: number) =>
    count === 0
      ? ''
      : text(x, at - 1, `${count}`, { size: 10.5, weight: 600 }) + text(x, at + 11, word, { size: 10 })
  return kind(last.embedded, words.embedded, upper) + kind(last.closed, words.closed, lower)
}

const box = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`

function text(
  x: number,
  y: number,
  said: string,
  { size, weight = 400, anchor = 'start' }: { size: number; weight?: number; anchor?: 'start' | 'middle' },
): string {
  return (
    `<text x="${round(x)}" y="${round(y)}" font-family="Source Sans 3" font-size="${size}" font-weight="${weight}" ` +
    `text-anchor="${anchor}" fill="${colour('ink')}">${escapedMarkup(said)}</text>`
  )
}
