import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished } from 'vitest'
import { builtPages } from '../../server/commands/serve.ts'
import type { Dependencies } from '../../server/dependencies.ts'
import type { Role } from '#domain/roles.ts'
import { openBrowser } from './browser.ts'
import { ofFile, type Over } from './of-file.ts'
import { usualNow, world, type World } from './world.ts'

const root = join(import.meta.dirname, '../..')

export const phone = { width: 390, height: 844 }
export const narrow = { width: 320, height: 700 }
export const desktop = { width: 1280, height: 900 }

export interface Site extends World {
  origin: string
  /** A person's own browser: no cookie, no memory. Fails the test when a page says something on its console or asks a third party. */
  visit: (options?: BrowserContextOptions) => Promise<Page>
  /** The same, with the session that the link people get gives (pressed by hand in sign-in.test.ts), at `/mitt` or the page named. */
  signIn: (role: Role, options?: BrowserContextOptions & { at?: string }) => Promise<Page>
}

let opened: Promise<Browser> | undefined

/** Opens a browser for the tests of a file, and of every later file in this process: it ends with the process. */
export function withBrowser(): void {
  beforeAll(async () => {
    await (opened ??= openBrowser())
  })
}

export interface SiteOptions {
  parts?: Partial<Dependencies>
  /** Other sites that pages may lead to: an issuer. */
  beside?: string[]
  /** When it is closed: when the test is over, unless this says later. */
  over?: Over
}

/** The built program on a copy of the planted example, listening, with real pages; closed when the test is over. */
export async function site(now: Date = usualNow, more: SiteOptions = {}): Promise<Site> {
  const state = { origin: '' }
  const built = await builtPages(root)
  const parts = { ...built, origins: () => [state.origin], ...more.parts }
  const all = await world({ now, parts, render: built.render, over: more.over })
  await all.app.listen({ host: '127.0.0.1', port: 0 })
  state.origin = `http://127.0.0.1:${(all.app.server.address() as AddressInfo).port}`

  const visit = async (options: BrowserContextOptions = {}) => {
    const browser = await opened
    if (!browser) throw new Error('The file does not say withBrowser().')
    const context = await browser.newContext({
      viewport: desktop,
      baseURL: state.origin,
      reducedMotion: 'reduce',
      ...options,
    })
    onTestFinished(() => context.close())
    return watched(context, () => [state.origin, ...(more.beside ?? [])])
  }
  return Object.assign(all, {
    origin: state.origin,
    visit,
    signIn: async (
      role: Role,
      { at = '/mitt', ...options }: BrowserContextOptions & { at?: string } = {},
    ) => {
      const { cookie } = await all.as(role)
      const page = await visit(options)
      const [name = '', value = ''] = cookie.split('=')
      await page.context().addCookies([{ name, value, url: state.origin, httpOnly: true, sameSite: 'Lax' }])
      await page.goto(at)
      return page
    },
  })
}

async function watched(context: BrowserContext, origins: () => string[]): Promise<Page> {
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => {
    // A refused save is told by the browser too; the page itself has to tell the person.
    const ofThePage = /status of (404|410)/.test(message.text()) && message.location().url === page.url()
    // Nor is a network that a test has cut, or a server that it has stopped, the page's fault.
    const away =
      /status of 503|ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING)/
    const expected =
      ofThePage || /status of (401|403|409|422)/.test(message.text()) || away.test(message.text())
    if (['error', 'warning'].includes(message.type()) && !expected)
      trouble.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => trouble.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    if (!origins().some((origin) => request.url().startsWith(origin)))
      trouble.push(`${page.url()} asks ${request.url()}`)
  })
  onTestFinished(() => expect(trouble).toEqual([]))
  return page
}

/** One site for all tests of a file, which only read: each has visitors of its own. */
export const siteOfFile = (now?: Date): (() => Site) => ofFile((over) => site(now, { over }))

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** Every rule of axe for WCAG 2.2 A and AA and its best practices; an empty list is what we want. No rule is ever left out. */
export async function faultsOf(page: Page): Promise<string[]> {
  // In the page itself, for there are no frames, and telling only of what is wrong; past Playwright, which would wrap the source and have it
  // compiled anew for every page. All of it is more than half of the work.
  const session = await page.context().newCDPSession(page)
  const run = `${axe}; axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)`
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  if (exceptionDetails)
    throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
  return (result.value as AxeResults['violations']).flatMap(({ id, nodes }) =>
    nodes.map((node) => `${page.url()} ${id}: ${node.html.slice(0, 160)}`),
  )
}

/** How many pixels the page is wider than its window: 0 when nothing scrolls sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
