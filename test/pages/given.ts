import type { Render } from '../../server/dependencies.ts'
import { render } from '../../web/render.ts'
import { world, type World } from '../support/world.ts'

const assets = {
  style: '/assets/a.css',
  workStyle: '/assets/w.css',
  scriptsOf: () => ['/assets/a.js', '/assets/b.js'],
  session: ['/assets/s.js', '/assets/b.js'],
  chart: '/chart.js',
  font: '/assets/a.woff2',
}

/** The real pages, drawn from their components. */
export const drawReally: Render = (view, drawing) => render(view, drawing, assets)

/** What a reader sees: no markup, no data for the browser, one space between words and after each piece. */
export const seen = (html: string): string =>
  html
    .replace(/^.*<body>/s, '')
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/(h\d|p|li|dt|dd|div|td|th|tr|summary|option|label|caption)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

export interface Reading extends World {
  /** The page at an address: its status, its HTML and what a reader sees of it. */
  read: (path: string) => Promise<{ status: number; html: string; text: string }>
}

/** A world whose pages are drawn, for somebody who is not signed in. */
export async function reading(now?: Date): Promise<Reading> {
  const all = await world({ render: drawReally, ...(now && { now }) })
  return Object.assign(all, {
    read: async (path: string) => {
      const answer = await all.anybody.get(path)
      return { status: answer.statusCode, html: answer.body, text: seen(answer.body) }
    },
  })
}
