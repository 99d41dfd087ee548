/** The colours a canvas draws with, as they are right now: tokens, or the reader's own where colours are forced. */
export type Palette = { ink: string; soft: string; accent: string; wash: string }

export function paletteNow(): Palette {
  if (matchMedia('(forced-colors: active)').matches) {
    return { ink: 'CanvasText', soft: 'CanvasText', accent: 'CanvasText', wash: 'Canvas' }
  }
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return { ink: token('ink'), soft: token('soft'), accent: token('accent'), wash: token('wash') }
}

/** What changes a palette: scheme, forced colours, paper. */
export const paletteQueries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']
