import { BarController, BarElement, Chart, LinearScale, type ChartConfiguration } from 'chart.js'
import type { Growth } from '../../../server/plans/view.ts'
import type { Palette } from '../../ui/palette.ts'
import { family, narrow, printed, type GrowthWords } from './growth-printed.ts'

Chart.register(BarController, BarElement, LinearScale)

type Bars = Chart<'bar', { x: number; y: number }[]>

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
