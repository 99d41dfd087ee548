import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { builtPages } from '../../server/commands/serve.ts'
import { everyRoute } from '../api/matrix.given.ts'
import { everyAddress } from '../journeys/every-page.given.ts'
import type { Site } from '../support/site.ts'
import { world } from '../support/world.ts'

// What the program says, written into a folder, one file an answer: every page in both languages and every answer of the API, for nobody
// and for the cast's five roles. Recorded before and after a change that should change nothing, and compared:
//
//   RECORD=/tmp/before npm test -- test/recording    …the change…    RECORD=/tmp/after npm test -- test/recording
//   diff -r /tmp/before /tmp/after

const folder = process.env['RECORD']!
const root = join(import.meta.dirname, '../..')
const roles: readonly Role[] = ['administrator', 'strategist', 'reporter', 'ambassador', 'reader']

/** What differs from one run to the next, or whenever a stylesheet changes: random keys, hashes of the built files, ETags. */
const blanked = (body: string): string =>
  body
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '{uuid}')
    .replace(/\/assets\/[\w.-]+\.(js|css|woff2)/g, '/assets/{file}.$1')
    .replace(
      /(\/(?:logga|svara|lever|logga-in)\/|%2F(?:logga|svara|lever)%2F|Bearer )[\w-]{20,}/g,
      '$1{token}',
    )
    // Which component draws it is the house's own affair.
    .replace(/"view": ?"[^"]*"/g, '"view":"{view}"')
    // And what it calls that which stands around every page.
    .replace(/"frame":/g, '"layout":')
    // Into how many files the script is cut is seen by nobody.
    .replace(/<link rel="modulepreload"[^>]*>\n?/g, '')
    // Nor into how many files script and styles are: that there is any, is.
    .replace(/(<script type="module"[^>]*>\s*<\/script>\s*)+/g, '<script type="module"></script>\n')
    .replace(/(<link rel="stylesheet"[^>]*>\n?)+/g, '<link rel="stylesheet">\n')
    // What may be compressed says so; what nobody keeps is compressed since decision 72.
    .replace(/^vary: Accept-Encoding\n/gm, '')
    // A meeting's code and its picture.
    .replace(/(\/m\/|"code": ?")[a-z0-9]{10}\b/g, '$1{code}')
    .replace(/M2 2h1v1h-1z[\dMhvz -]+/g, '{qr}')

const headersOf = ({ headers }: LightMyRequestResponse): string =>
  Object.entries(headers)
    .filter(([name]) => !['etag', 'date', 'content-length', 'set-cookie'].includes(name))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .sort()
    .join('\n')

/**
 * What the browser is handed to take a page over: its data and what it is told of the page. Not its words, of which it gets those it speaks, nor the
 * name of its view, which its script knows, nor what stands around the view: that is in the document already (decisions 73 and 75).
 */
function handed(json: string): string {
  const told = JSON.parse(json) as { props?: object }
  const { layout, data } = (told.props ?? told) as { layout: object; data: unknown }
  return JSON.stringify({ layout: { ...layout, nav: [], actions: [], footer: {} }, data })
}

/** JSON and HTML on lines of their own, so that a difference is one line. Comments in HTML are Svelte's, for taking it over. */
function laidOut(body: string, type: string): string {
  if (type.includes('json')) return JSON.stringify(JSON.parse(body), null, 1)
  if (!type.includes('html')) return body
  return body
    .replace(/(<script[^>]*id="page">)(.*?)(<\/script>)/s, (_, open: string, json: string, close: string) =>
      [open, handed(json), close].join(''),
    )
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+(?=<\/?(footer|main|body|script)\b)|(?<=<\/(footer|main)>)\s+/g, '')
    .replaceAll('><', '>\n<')
    .replaceAll('","', '",\n"')
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/**
 * A page's data without its members that are null or false, the rest by name: whether a page is told "none", "no" or nothing is its own
 * affair, and so is the order its serializer writes them in (what is always there comes first).
 */
const present = (told: Json): Json => {
  if (Array.isArray(told)) return told.map(present)
  if (told === null || typeof told !== 'object') return told
  const members = Object.entries(told).filter(([, value]) => value !== null && value !== false)
  return Object.fromEntries(
    members.map(([name, value]) => [name, present(value)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

const presentIn = (json: string): string => JSON.stringify(present(JSON.parse(json) as Json))

/** The same of a document that carries its data along for the browser. */
const presentInPage = (html: string): string =>
  html.replace(
    /(<script type="application\/json" id="page">)(.*?)(<\/script>)/s,
    (_, before: string, json: string, after: string) =>
      before + presentIn(json).replaceAll('<', '\\u003c') + after,
  )

const readable = /json|html|text|[/+]xml|csv|calendar|svg|javascript/

function write(
  who: string,
  method: string,
  name: string,
  answer: LightMyRequestResponse,
  comparable = (body: string) => body,
): void {
  const type = String(answer.headers['content-type'] ?? '')
  const body = readable.test(type)
    ? laidOut(comparable(answer.body), type)
    : `${answer.rawPayload.length > 0} bytes`
  const at = join(folder, who, `${method} ${name.replaceAll('/', '⁄')}`.slice(0, 200))
  mkdirSync(join(folder, who), { recursive: true })
  writeFileSync(at, blanked(`${answer.statusCode}\n${headersOf(answer)}\n\n${body}\n`))
}

test('every page and every read of the API is written down', async () => {
  const built = await builtPages(root)
  const all = await world({ parts: built, render: built.render })
  const addresses = await everyAddress(all as unknown as Site)
  const known = new Map(addresses.map(({ path, address }) => [path, address]))
  const reports = ['2021-vt', '2021-ht', '2022-vt', '2022-ht', '2023-vt', '2023-ht'].flatMap((term) => [
    ['', `/psykisk-halsa/avstamningar/${term}`] as const,
    ['', `/psykisk-halsa/avstamningar/${term}/jamfor`] as const,
  ])
  const points = Array.from(
    { length: 25 },
    (_, index) => ['', `/psykisk-halsa/punkter/${index + 1}`] as const,
  )
  // In an order of their own: what somebody has read is told on the trail's pages.
  const pages = [
    ...addresses.map(({ path, address }) => [path, address] as const),
    ...reports,
    ...points,
  ].toSorted(([a, at], [b, bt]) => (a + at < b + bt ? -1 : 1))

  const values: Record<string, string> = {
    plan: 'psykisk-halsa',
    number: '7',
    term: '2023-ht',
    code: 'soc',
    id: '1',
    lang: 'sv',
  }
  const routes = (await everyRoute(all))
    .filter(({ method, url }) => method === 'GET' && !/oidc|^\/m\/:code|^\/assets\/|^\/en(\/|$)/.test(url))
    .filter(({ url }) => !known.has(url))
    .map(
      ({ url }) => [url, url.replace(/:([a-z]+)/gi, (whole, name: string) => values[name] ?? whole)] as const,
    )

  const asking = new Map<string, (url: string, accept?: string) => Promise<LightMyRequestResponse>>()
  asking.set('nobody', (url, accept) => all.anybody.get(url, { headers: accept ? { accept } : {} }))
  for (const role of roles) {
    const one = await all.as(role)
    asking.set(role, (url, accept) => one.get(url, { headers: accept ? { accept } : {} }))
  }
  let written = 0
  for (const [who, ask] of asking) {
    for (const [path, address] of pages) {
      const name = path || address
      for (const [lang, base] of [
        ['sv', ''],
        ['en', '/en'],
      ] as const) {
        const url = `${base}${address}`.replace(/(.)\/$/, '$1')
        write(who, `page ${lang}`, name, await ask(url), presentInPage)
        if (path) write(who, `data ${lang}`, name, await ask(url, 'application/json'), presentIn)
        written += 1
      }
    }
    for (const [name, url] of routes) {
      write(who, 'GET', name, await ask(url))
      written += 1
    }
  }
  expect(written).toBeGreaterThan(1000)
}, 900_000)
