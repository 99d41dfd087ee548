import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desktop, faultsOf, narrow, phone, sideways, site, siteOfFile, withBrowser } from '../support/site.ts'

withBrowser()
const open = siteOfFile()

/** Every kind of public page, without its language. */
const paths = [
  '/',
  '/psykisk-halsa',
  '/psykisk-halsa?q=unga&status=embedded&sort=-due',
  '/psykisk-halsa?q=finns+inte',
  '/psykisk-halsa/om',
  '/psykisk-halsa/kontrollera?summa=0',
  '/psykisk-halsa/folj',
  '/psykisk-halsa/lattlast',
  '/psykisk-halsa/punkter/7',
  '/psykisk-halsa/punkter/25',
  '/psykisk-halsa/avstamningar',
  '/psykisk-halsa/jamfor',
  '/psykisk-halsa/jamfor?fran=2021-vt&till=2023-ht&organisation=soc',
  '/psykisk-halsa/avstamningar?ar=2021',
  '/psykisk-halsa/avstamningar/2023-ht',
  '/psykisk-halsa/avstamningar/2021-vt',
  '/tillganglighet',
  '/logga-in',
  '/finns-inte',
]
const inBoth = paths.flatMap((path) => [path, `/en${path}`.replace(/\/$/, '')])

/** What is wrong with a page that has just been loaded, light and wide (P01, T04); each look leaves it as the next wants it. */
const looks: Record<string, (page: Page, path: string) => Promise<string[]>> = {
  'no fault that axe can see, light and wide': faultsOf,
  'no cookie and nothing stored (P01)': async (page) => {
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])
    return isDeepStrictEqual(kept, ['', 0, 0]) ? [] : [`${kept.join()} is kept`]
  },
  'its language, one h1, and headings in order (T04)': async (page, path) => {
    const { lang, levels } = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      levels: [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1])),
    }))
    return [
      ...(lang === (path.startsWith('/en') ? 'en' : 'sv') ? [] : [`is in ${lang}`]),
      ...(levels.filter((level) => level === 1).length === 1 ? [] : ['has not one h1']),
      ...levels.flatMap((level, index) =>
        level - (levels[index - 1] ?? 0) > 1 ? [`jumps to a heading of level ${level}`] : [],
      ),
    ]
  },
  'that it is example data, and nothing for robots to keep': async (page) => {
    const told = await page.getByText(/Exempeldata\.|Example data\./).count()
    const robots = await page.locator('meta[name=robots]').getAttribute('content')
    return told === 1 && robots === 'noindex' ? [] : [`says so ${told} times, and ${robots} to robots`]
  },
  'no fault that axe can see, dark and narrow': async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize(narrow)
    return faultsOf(page)
  },
  'nothing to scroll sideways at 320 pixels (400 %), 390, 640 (200 %) and 768': async (page) => {
    const wide: string[] = []
    for (const viewport of [narrow, phone, { width: 640, height: 900 }, { width: 768, height: 1024 }]) {
      await page.setViewportSize(viewport)
      const over = await sideways(page)
      if (over > 0) wide.push(`is ${over} px too wide at ${viewport.width}`)
    }
    return wide
  },
}

describe('every public page', () => {
  test(`has ${Object.keys(looks).join('; ')}; and a title of its own`, { timeout: 300_000 }, async () => {
    const { visit } = open()
    const wrong: string[] = []
    const titles = new Map<string, string>()
    const page = await visit()
    for (const path of inBoth) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize(desktop)
      await page.goto(path)
      if (!path.includes('?')) titles.set(path, await page.title())
      for (const [what, look] of Object.entries(looks)) {
        wrong.push(...(await look(page, path)).map((fault) => `${path} (${what}): ${fault}`))
      }
    }
    expect(wrong).toEqual([])
    expect(new Set(titles.values()).size).toBe(titles.size)
    expect(await page.context().cookies()).toEqual([])
  })
})

describe('the dashboard', () => {
  test('answers in its first screen, without JavaScript, at the day it was a year ago (P01b, P02)', async () => {
    const { visit } = open()
    const page = await visit({ javaScriptEnabled: false })
    await page.goto('/psykisk-halsa')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('18 av 25 punkter är slutförda.')
    const first = await page.getByRole('main').innerText()
    for (const words of [
      'genomförda och avslutade',
      'inarbetade i ordinarie verksamhet',
      '72\u00A0%',
      '96\u00A0%',
      'Försenad',
      'Vilande',
    ]) {
      expect(first).toContain(words)
    }
    // The chart's numbers stand as a table where there is no script.
    const table = page.getByRole('table').filter({ hasText: 'HT23' })
    await expect.poll(() => table.isVisible()).toBe(true)
    expect(await table.innerText()).toMatch(/HT23[\s\S]*18/)
  })

  test('reads sensibly three years after the plan ended', async () => {
    const { visit } = await site(new Date('2026-11-21T09:00:00Z'))
    const page = await visit({ javaScriptEnabled: false })
    await page.goto('/psykisk-halsa')
    const main = await page.getByRole('main').innerText()
    expect(main).toContain('31 december 2023')
    expect(main).toContain('100\u00A0%')
    expect(main).not.toMatch(/Bör uppdateras|Nästa avstämning/)
  })

  test('draws its chart when it is seen, with the numbers as its name', async () => {
    const { visit } = open()
    const page = await visit({ viewport: phone })
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url())
    })
    await page.goto('/psykisk-halsa')
    await page.waitForLoadState('networkidle')
    const before = scripts.length
    const chart = page.getByRole('img', { name: /HT23.*18/ })
    await chart.scrollIntoViewIfNeeded()
    await expect.poll(() => scripts.length).toBeGreaterThan(before)
    const canvas = chart.locator('canvas')
    await expect.poll(() => canvas.isVisible()).toBe(true)
    // It is drawn anew a frame after its place has shrunk: the page is no wider meanwhile.
    await canvas.evaluate((drawn) => {
      drawn.style.width = '2000px'
    })
    expect(await sideways(page)).toBe(0)
  })

  test('is filtered and sorted by a plain form, and the address says so', async () => {
    const { visit } = open()
    const page = await visit({ javaScriptEnabled: false })
    await page.goto('/psykisk-halsa')
    await page.getByLabel('Sök nummer eller ord').fill('unga')
    await page.getByLabel('Status').selectOption({ label: 'Slutförd – inarbetad' })
    await page.getByRole('button', { name: 'Visa' }).click()
    expect(new URL(page.url()).search).toContain('q=unga')
    const rows = page.getByRole('table').last().getByRole('link')
    expect((await rows.allInnerTexts()).filter((text) => text.length > 3)).toEqual(
      expect.arrayContaining(['Öppen mötesplats för unga 16–20']),
    )
    await page.goto('/psykisk-halsa?q=finns+inte')
    await page.getByRole('link', { name: /Visa alla/ }).click()
    expect(new URL(page.url()).search).toBe('')
  })
})

describe('by keyboard', () => {
  test('the first stop skips to the content, and every stop can be seen', async () => {
    const { visit } = open()
    const page = await visit()
    await page.goto('/psykisk-halsa')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Hoppa till innehållet')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    for (let stop = 0; stop < 60; stop += 1) {
      const seen = await page.evaluate(() => {
        const active = document.activeElement!
        const { outlineStyle, outlineWidth } = getComputedStyle(active)
        const box = active.getBoundingClientRect()
        return {
          tag: active.outerHTML.slice(0, 80),
          ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
          size: box.height,
        }
      })
      expect(seen).toMatchObject({ ring: true })
      await page.keyboard.press('Tab')
    }
  })
})

test('printing keeps the count, the example line and the checksum, and leaves the menu out (P07)', async () => {
  const { visit } = open()
  const page = await visit({ javaScriptEnabled: false })
  await page.goto('/psykisk-halsa/avstamningar/2023-ht')
  await page.emulateMedia({ media: 'print' })
  const visible = await page.locator('body').innerText()
  for (const words of ['18 av 25 punkter', 'Exempeldata.', 'Kontrollsumma']) expect(visible).toContain(words)
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000)
})
