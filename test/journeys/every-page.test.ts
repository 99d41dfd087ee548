import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { AutomaticChecks } from '../../server/accessibility/checks.ts'
import { everyRoute } from '../api/matrix.given.ts'
import { faultsOf, phone, site, withBrowser } from '../support/site.ts'
import { everyAddress } from './every-page.given.ts'

withBrowser()

const inBoth = (address: string) => [
  { lang: 'sv', url: address },
  { lang: 'en', url: `/en${address}`.replace(/(.)\/$/, '$1') },
]

/** Everything a page could leave behind in a browser. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
const nothing = { cookies: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 }

test('no open page sets a cookie, stores anything or asks a third party, wherever one scrolls (P01)', async () => {
  const all = await site()
  const page = await all.visit({ viewport: phone })
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  const open = (await everyAddress(all)).filter((one) => one.open)
  expect(open.length).toBeGreaterThan(10)
  for (const { address } of open) {
    for (const { lang, url } of inBoth(address)) {
      const answer = await page.goto(url)
      expect([url, answer!.status()]).toEqual([url, 200])
      // What is fetched when it is seen is fetched now.
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
      if (lang === 'sv') await page.waitForLoadState('networkidle')
      expect([url, await kept(page)]).toEqual([url, nothing])
      expect([url, await answer!.headerValue('set-cookie')]).toEqual([url, null])
    }
  }
  expect(await page.context().cookies()).toEqual([])
  expect([...asked]).toEqual([all.origin])
})

test('no open file, feed or answer of the API sets a cookie either, for a reader or for a program', async () => {
  const all = await site()
  const known = new Map((await everyAddress(all)).map(({ path, address }) => [path, address]))
  const values = { plan: 'psykisk-halsa', number: '7', term: '2023-ht', code: 'soc', id: '1', lang: 'sv' }
  const open = (await everyRoute(all)).filter(
    ({ method, url, config }) =>
      method === 'GET' && config.open && !config.byToken && !/oidc|\/m\/:code|^\/assets\//.test(url),
  )
  expect(open.length).toBeGreaterThan(30)
  let found = 0
  for (const { url } of open) {
    const address =
      known.get(url) ??
      url.replace(/:([a-z]+)/gi, (whole, name: string) => values[name as keyof typeof values] ?? whole)
    const answer = await all.anybody.get(address)
    found += answer.statusCode === 200 ? 1 : 0
    expect([address, answer.headers['set-cookie'], answer.statusCode < 500]).toEqual([
      address,
      undefined,
      true,
    ])
  }
  expect(found).toBeGreaterThan(30)
})

/** What is found in every page is written where the self-check reads it (T10), page by page; `AXE_RECORD=more` goes on where the last time ended. */
const record = process.env['AXE_RECORD']
const file = new URL('../../server/accessibility/automatic-checks.json', import.meta.url)
const json = (at: URL): unknown => JSON.parse(readFileSync(at, 'utf8'))

async function rulesBroken(page: Page, url: string): Promise<string[]> {
  const answer = await page.goto(url)
  expect([url, answer!.status()]).toEqual([url, expect.toBeOneOf([200, 410])])
  await page.evaluate(() => {
    for (const closed of document.querySelectorAll<HTMLDetailsElement>('main details')) closed.open = true
  })
  return (await faultsOf(page)).map((fault) => fault.split(' ')[1]!.replace(/:$/, ''))
}

if (record)
  test('axe goes through every page in both languages, and what it finds is written down', async () => {
    const all = await site()
    const [reader, administrator] = [await all.visit(), await all.signIn('administrator')]
    const before = record === 'more' ? (json(file) as AutomaticChecks).pages : []
    const { version } = json(new URL('../../node_modules/axe-core/package.json', import.meta.url)) as {
      version: string
    }
    const found: AutomaticChecks = {
      checkedOn: new Date().toISOString().slice(0, 10),
      axe: version,
      pages: [],
    }
    for (const { path, address, open } of await everyAddress(all)) {
      const known = before.find((page) => page.path === path)
      const page = open || path.includes(':token') || path.startsWith('/m/') ? reader : administrator
      const rules = known ? known.findings : []
      for (const { url } of known ? [] : inBoth(address)) rules.push(...(await rulesBroken(page, url)))
      found.pages.push({ path, languages: ['en', 'sv'], findings: [...new Set(rules)] })
      writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`)
    }
    expect(found.pages.filter(({ findings }) => findings.length > 0)).toEqual([])
  }, 1_800_000)
