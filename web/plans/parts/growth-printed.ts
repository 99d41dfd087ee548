import type { BarElement, Chart, Plugin } from 'chart.js'
import type { Growth } from '../../../server/plans/view.ts'
import type { Palette } from '../../ui/palette.ts'

/** The words in the picture, in the reader's language. */
export type GrowthWords = { adopted: string; embedded: string; closed: string; elapsed: string }

/** Its name ends in a digit: unquoted, a canvas falls back without a word. */
export const family = '"Source Sans 3"'
const font = (weight: number, size: number) => `${weight} ${size}px ${family}, sans-serif`
/** Below this width the time line has no room for where it begins. */
export const narrow = 420

/** Everything the picture says is printed in it: the adopted line, the totals, the two kinds by name, the time. */
export const printed = (growth: Growth, words: GrowthWords, palette: Palette): Plugin<'bar'> => ({
  id: 'printed',
  afterDraw(chart) {
    const pen = chart.ctx
    const { left, right, bottom } = chart.chartArea
    const x = chart.scales.x
    const y = chart.scales.y
    if (!x || !y) return
    const text = (
      said: string,
      at: [number, number],
      style: string,
      colour: string,
      align: CanvasTextAlign,
    ) => {
      pen.font = style
      pen.fillStyle = colour
      pen.textAlign = align
      pen.fillText(said, ...at)
    }
    pen.save()
    pen.textBaseline = 'alphabetic'

    const top = y.getPixelForValue(growth.adopted)
    pen.fillStyle = palette.ink
    pen.fillRect(left, top, right - left, 1.5)
    text(words.adopted, [left, top - 8], font(600, 15), palette.ink, 'left')

    growth.bars.forEach((bar, index) => {
      const last = index === growth.bars.length - 1
      const over = y.getPixelForValue(bar.completed) - 8
      text(
        `${bar.completed}`,
        [x.getPixelForValue(bar.at), over],
        font(last ? 650 : 600, last ? 22 : 16),
        palette.ink,
        'center',
      )
    })
    kindsBeside(chart)

    const track = bottom + 50
    const passed = x.getPixelForValue(growth.passed)
    pen.fillStyle = palette.soft
    pen.fillRect(left, track - 3, passed - left, 6)
    pen.fillRect(passed, track - 0.75, right - passed, 1.5)
    pen.fillStyle = palette.ink
    pen.fillRect(Math.min(passed, right) - 1.5, track - 9, 3, 18)
    const under = track + 25
    if (chart.width < narrow) {
      text(words.elapsed, [left, under], font(600, 14), palette.ink, 'left')
    } else {
      text(growth.from, [left, under], font(400, 14), palette.soft, 'left')
      text(words.elapsed, [(left + right) / 2, under], font(600, 14), palette.ink, 'center')
    }
    pen.font = font(600, 14)
    const taken = chart.width < narrow ? pen.measureText(words.elapsed).width : 0
    if (taken + 70 < right - left) text(growth.to, [right, under], font(400, 14), palette.soft, 'right')
    pen.restore()

    /** The last bar's two kinds, each at its own height, never closer than their two lines need. */
    function kindsBeside(chart: Chart) {
      const bar = growth.bars.at(-1)
      if (!bar || !x || !y) return
      const beside = (chart.getDatasetMeta(0).data.at(-1) as BarElement | undefined)?.getProps(['x', 'width'])
      const edge = (beside?.x ?? right) + (beside?.width ?? 0) / 2 + 9
      const middle = (from: number, to: number) => (y.getPixelForValue(from) + y.getPixelForValue(to)) / 2
      let upper = middle(bar.closed, bar.completed)
      let lower = middle(0, bar.closed)
      if (bar.embedded > 0 && bar.closed > 0 && lower - upper < 36) {
        const shift = (36 - (lower - upper)) / 2
        lower = Math.min(lower + shift, bottom - 14)
        upper = lower - 36
      }
      const kind = (count: number, word: string, at: number) => {
        if (count === 0) return
        text(`${count}`, [edge, at - 2], font(600, 15), palette.ink, 'left')
        text(word, [edge, at + 16], font(400, 15), palette.ink, 'left')
      }
      kind(bar.embedded, words.embedded, upper)
      kind(bar.closed, words.closed, lower)
    }
  },
})
