import { BarController, BarElement, Chart, LinearScale, type ChartConfiguration, type Plugin } from 'chart.js'
import type { Growth } from '../../../server/plans/shapes.ts'
import type { Palette } from '../../ui/palette.ts'

Chart.register(BarController, BarElement, LinearScale)

/** The words in the picture, in the reader's language. */
export type GrowthWords = { adopted: string; embedded: string; closed: string; elapsed: string }

type Bars = Chart<'bar', { x: number; y: number }[]>

const family = '"Source Sans 3"'
const font = (weight: number, size: number) => `${weight} ${size}px ${family}, sans-serif`
/** Below this width the time line has no room for where it begins. */
const narrow = 420
/** Room to the right of the last bar, for what its two kinds are called. */
const beside = 88

/** Stacked bars on a true time axis, one per review day, and beneath them the share of the plan's time that has passed. */
export const growthChart =
  (growth: Growth, words: GrowthWords) =>
  (canvas: HTMLCanvasElement, palette: Palette): Bars => {
    const options: ChartConfiguration<'bar', { x: number; y: number }[]>['options'] = {
      animation: false,
      events: [],
      maintainAspectRatio: false,
      onResize: (chart) => {
        for (const dataset of chart.data.datasets) Object.assign(dataset, { barThickness: barWidth() })
      },
      layout: { padding: { top: 26, right: beside, bottom: 62 } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: growth.days,
          offset: false,
          stacked: true,
          grid: { display: false },
          border: { display: false },
          afterBuildTicks: (axis) => {
            axis.ticks = growth.bars.map((bar) => ({ value: bar.at }))
          },
          ticks: {
            color: palette.ink,
            font: () => ({ family, size: closest() < 40 ? 12 : 15 }),
            autoSkip: false,
            maxRotation: 0,
            callback: named,
          },
        },
        y: { display: false, stacked: true, min: 0, max: Math.max(growth.adopted, 1) },
      },
    }
    return new Chart<'bar', { x: number; y: number }[]>(canvas, {
      type: 'bar',
      data: {
        datasets: [
          {
            data: growth.bars.map((bar) => ({ x: bar.at, y: bar.closed })),
            backgroundColor: palette.accent,
            barThickness: barWidth(),
            clip: false,
          },
          {
            data: growth.bars.map((bar) => ({ x: bar.at, y: bar.embedded })),
            backgroundColor: stripes(palette),
            borderColor: palette.accent,
            borderWidth: { top: 1.5, left: 1.5, right: 1.5, bottom: 0 },
            borderSkipped: false,
            barThickness: barWidth(),
            clip: false,
          },
        ],
      },
      options,
      plugins: [printed(growth, words, palette)],
    })

    function width(): number {
      return canvas.parentElement?.clientWidth ?? 0
    }

    /** Pixels between the two review days that are nearest each other. */
    function closest(): number {
      const gaps = growth.bars.slice(1).map((bar, index) => bar.at - (growth.bars[index]?.at ?? 0))
      return (Math.min(...gaps, growth.days) / growth.days) * (width() - beside)
    }

    function barWidth(): number {
      return Math.min(width() < narrow ? 26 : 40, width() * 0.075, Math.max(closest() * 0.8, 3))
    }

    /** A review day's name; where they stand too close, every second or third, the last one always. */
    function named(value: number | string): string {
      const index = growth.bars.findIndex((bar) => bar.at === value)
      const step = Math.max(1, Math.ceil(28 / Math.max(closest(), 1)))
      return (growth.bars.length - 1 - index) % step === 0 ? (growth.bars[index]?.term ?? '') : ''
    }
  }

/** Wash with diagonal accent lines, so that the two kinds differ without colour. Sharp on every screen. */
function stripes(palette: Palette): CanvasPattern | string {
  const scale = window.devicePixelRatio || 1
  const tile = document.createElement('canvas')
  tile.width = tile.height = Math.round(8 * scale)
  const pen = tile.getContext('2d')
  if (!pen) return palette.wash
  pen.scale(scale, scale)
  pen.fillStyle = palette.wash
  pen.fillRect(0, 0, 8, 8)
  pen.globalAlpha = 0.75
  pen.strokeStyle = palette.accent
  pen.beginPath()
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift - 1, 9)
    pen.lineTo(shift + 9, -1)
  }
  pen.stroke()
  const pattern = pen.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / scale))
  return pattern ?? palette.wash
}

/** Everything the picture says is printed in it: the adopted line, the totals, the two kinds by name, the time. */
const printed = (growth: Growth, words: GrowthWords, palette: Palette): Plugin<'bar'> => ({
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
