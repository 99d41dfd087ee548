import type { Growth } from '../server/plans/view.ts'
import type { GrowthWords } from './plans/parts/growth-printed.ts'
import { paletteNow, paletteQueries } from './ui/palette.ts'

// Draws the charts of a page that is not taken over: each when it is about to be seen, and again when its colours change. What draws is
// fetched only then.

/** What a chart's place tells of it. */
export type ChartFacts = { growth: Growth; words: GrowthWords }

async function draw(box: HTMLElement) {
  const { growth, words } = JSON.parse(box.dataset.chart ?? '') as ChartFacts
  // Drawn text does not change its font by itself when the font arrives.
  const [{ growthChart }] = await Promise.all([import('./plans/parts/growth-chart.ts'), document.fonts.ready])
  const canvas = box.querySelector('canvas')
  if (!canvas) return
  const drawer = growthChart(growth, words)
  let drawn = drawer(canvas, paletteNow())
  const again = () => {
    drawn.destroy()
    drawn = drawer(canvas, paletteNow())
  }
  for (const query of paletteQueries) matchMedia(query).addEventListener('change', again)
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      seen.unobserve(target)
      void draw(target as HTMLElement)
    }
  },
  { rootMargin: '300px' },
)
for (const box of document.querySelectorAll('[data-chart]')) seen.observe(box)
