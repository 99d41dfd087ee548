import type { Component } from 'svelte'
import { render as renderSvelte } from 'svelte/server'
import Layout from './Layout.svelte'
import Page from './Page.svelte'
import type { Script } from '../server/http/page.ts'
import type { Catalogue, Words } from '#words/index.ts'
import type { PageProps, ViewProps } from './page.ts'

/** Where the built files lie: what `vite build` wrote into its manifest, or Vite's own addresses while developing. */
export type Assets = {
  /** What every page is drawn with. */
  style: string
  /** What pages that people work on are drawn with besides. */
  workStyle: string
  /** The files that a view's script is in, its own first; the others are fetched at once. */
  scriptsOf: (view: string) => readonly string[]
  /** What tells somebody signed in that it is about to end, and the files it needs. */
  session: readonly string[]
  /** What draws a chart on a page that is not taken over. */
  chart: string
  /** '' while developing: it has no address of its own then. */
  font: string
  icon?: string
}

const views = import.meta.glob<Component<ViewProps<unknown>>>(
  ['./*/*.svelte', './*/*/*.svelte', '!./**/parts/*', '!./ui/*'],
  {
    eager: true,
    import: 'default',
  },
)

/** The views that exist: 'plans/Dashboard' … */
export const viewNames: readonly string[] = Object.keys(views).map((path) => path.slice(2, -'.svelte'.length))

/**
 * A whole HTML document. Only where the browser takes the page over (`script` is `page`) do its data and words travel along once more, as JSON, and the
 * script with them; another carries at most what draws its chart. Throws for a view that does not exist.
 */
export function render(
  view: string,
  page: PageProps & { script: Script; working: boolean; carried: readonly Catalogue[] },
  assets: Assets,
): string {
  const View = views[`./${view}.svelte`]
  if (!View) throw new Error(`There is no view ${view}`)
  const { script, working, carried, ...props } = page
  const own = script === 'page' ? handedOf(props, carried) : props
  const { body: main } = renderSvelte(Page, { props: { View, props: own } })
  const { body: around } = renderSvelte(Page, { props: { View: Layout, props } })
  const body = around.replace('</main>', () => `${main}</main>`)
  const scripts = scriptsFor[script](view, props.layout, assets)
  const data = script === 'page' ? `<script type="application/json" id="page">${asData(own)}</script>` : ''
  return `<!doctype html><html lang="${props.layout.lang}"><head>${headOf(props.layout, stylesOf(working, assets), assets)}${scripts}</head><body>${body}${data}</body></html>`
}

const stylesOf = (working: boolean, { style, workStyle }: Assets): string[] =>
  working ? [style, workStyle] : [style]

function headOf(layout: PageProps['layout'], styles: readonly string[], assets: Assets): string {
  const { origin } = layout
  const alternates = [
    [layout.lang, layout.path],
    [layout.lang === 'sv' ? 'en' : 'sv', layout.otherPath],
  ]
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(layout.title)}</title>`,
    `<meta name="description" content="${escaped(layout.description)}">`,
    layout.hidden ? '<meta name="robots" content="noindex">' : '',
    '<meta name="color-scheme" content="light dark">',
    assets.font ? `<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>` : '',
    ...styles.map((file) => `<link rel="stylesheet" href="${file}">`),
    assets.icon ? `<link rel="icon" href="${assets.icon}" type="image/svg+xml">` : '',
    layout.feed
      ? `<link rel="alternate" type="application/atom+xml" href="${escaped(layout.feed)}" title="${escaped(layout.plan?.title ?? layout.title)}">`
      : '',
    ...(layout.hidden ? [] : openGraphOf(layout)),
    ...alternates.map(
      ([lang, path]) => `<link rel="alternate" hreflang="${lang}" href="${escaped(`${origin}${path}`)}">`,
    ),
  ].join('')
}

/** What other sites show of an address that somebody shares (Open Graph); no picture, for the figure is in the title. */
function openGraphOf(layout: PageProps['layout']): string[] {
  const told: [string, string][] = [
    ['type', 'website'],
    ['title', layout.title],
    ['description', layout.description],
    ['locale', layout.lang === 'sv' ? 'sv_SE' : 'en_GB'],
    ...(layout.municipality ? [['site_name', layout.municipality] as [string, string]] : []),
    ...(layout.origin ? [['url', `${layout.origin}${layout.path}`] as [string, string]] : []),
  ]
  return told.map(([name, content]) => `<meta property="og:${name}" content="${escaped(content)}">`)
}

const module = (file: string): string => `<script type="module" src="${file}"></script>`

const scriptsFor: Record<Script, (view: string, layout: PageProps['layout'], assets: Assets) => string> = {
  none: () => '',
  chart: (_view, _layout, assets) => module(assets.chart),
  page: (view, layout, { scriptsOf, session }) => {
    const all = [scriptsOf(view), ...(layout.session ? [session] : [])]
    const preloaded = new Set(all.flatMap(([, ...needed]) => needed))
    const preloads = [...preloaded].map((file) => `<link rel="modulepreload" href="${file}">`)
    return [...preloads, ...all.flatMap(([own]) => (own ? [module(own)] : []))].join('')
  },
}

const noFooter: PageProps['layout']['footer'] = {
  support: [],
  updated: null,
  publisher: null,
  contact: '',
  feedback: null,
  follow: null,
  csv: null,
  json: null,
}

/** What the browser is handed, without what only stands around the view. The view is drawn with the same: what it lacks is seen on the server. */
const handedOf = ({ layout, data, words }: PageProps, names: readonly Catalogue[]): PageProps => ({
  layout: { ...layout, nav: [], actions: null, footer: noFooter },
  data,
  words: Object.fromEntries(names.map((name) => [name, words[name]])) as Words,
})

/** JSON that can not end its own script element, whatever somebody wrote. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
