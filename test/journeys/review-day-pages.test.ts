import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desktop, faultsOf, narrow, sideways, withBrowser, type Site } from '../support/site.ts'
import { closed, day, preparing, underWay } from './review-day-stages.given.ts'

withBrowser()

interface Reader {
  options: BrowserContextOptions
  /** The language whose pages axe looks at; that nothing scrolls sideways is looked at in both. */
  lang: 'sv' | 'en'
}

/** Everybody reads every page: on a desk in the light, and in the dark on the smallest phone. */
const readers: Reader[] = [
  { options: { viewport: desktop, colorScheme: 'light' }, lang: 'sv' },
  { options: { viewport: narrow, colorScheme: 'dark' }, lang: 'en' },
]
const everything = process.env['EVERY_PAGE'] !== undefined

/** What axe sees in each page with all of it open, what is wider than the window, and what is no page at all. */
async function lookAt(page: Page, lang: Reader['lang'], paths: readonly string[]): Promise<void> {
  for (const path of paths.flatMap((one) => [one, `/en${one}`])) {
    const answer = await page.goto(path)
    expect([path, answer!.status()]).toEqual([path, expect.toBeOneOf([200, 410])])
    await page.evaluate(() => {
      for (const closed of document.querySelectorAll<HTMLDetailsElement>('main details')) closed.open = true
    })
    const seen = everything || path.startsWith('/en/') === (lang === 'en')
    expect([path, await sideways(page), seen ? await faultsOf(page) : []]).toEqual([path, 0, []])
  }
}

const leading = (all: Site, { options }: Reader, at: string) => all.signIn('strategist', { ...options, at })

describe(
  'the pages of a review day, on a desk and on the smallest phone in the dark',
  { timeout: 300_000 },
  () => {
    test('before it', async () => {
      const { all, answer } = await preparing()
      const list = '/psykisk-halsa/avstamningar'
      for (const reader of readers) {
        await lookAt(await leading(all, reader, list), reader.lang, [
          ...[list, `${list}/ny`, day, `${day}/andra`, `${day}/forberedelse`],
          ...['/psykisk-halsa/mejl', `${day}/dagordning`, `${day}/mote`],
        ])
        await lookAt(await all.visit(reader.options), reader.lang, [answer, list, day])
      }
    })

    test('while it is held', async () => {
      const { all, code, show } = await underWay()
      const example = (await all.db.read((tx) => tx.select().from(tx.tables.activities))).at(-1)!.id
      const read: { reader: Reader; lead: Page; follower: Page }[] = []
      for (const reader of readers)
        read.push({
          reader,
          lead: await leading(all, reader, `${day}/mote`),
          follower: await all.visit(reader.options),
        })
      for (const showing of ['start', 'point:15', 'point:7', `example:${example}`, 'end']) {
        await show(showing)
        for (const { reader, lead, follower } of read) {
          await lookAt(lead, reader.lang, [`${day}/mote`])
          await lookAt(follower, reader.lang, [`/m/${code}`])
        }
      }
      for (const { reader, lead } of read)
        await lookAt(lead, reader.lang, [`${day}/stang`, `${day}/dagordning`])
    })

    test('after it', async () => {
      const { all, still } = await closed()
      const compared = '/psykisk-halsa/jamfor'
      const pages = ['', '/efterat', '/minnesanteckning', '/andra', '/forberedelse', '/mote', '/stang']
      for (const reader of readers) {
        await lookAt(
          await leading(all, reader, day),
          reader.lang,
          pages.map((one) => `${day}${one}`),
        )
        await lookAt(await all.visit(reader.options), reader.lang, [
          ...[still, day, compared],
          `${compared}?fran=2021-vt&till=nu`,
        ])
      }
    })
  },
)
