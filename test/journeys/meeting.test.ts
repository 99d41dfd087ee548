import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faultsOf, narrow, phone, sideways, site, withBrowser, type Site } from '../support/site.ts'
import { plan } from '../api/given.ts'

withBrowser()

const projector = { width: 1920, height: 1080 }
const day = '/psykisk-halsa/avstamningar/2023-ht-2'

async function withDay(): Promise<Site> {
  const all = await site()
  const strategist = await all.as('strategist')
  await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
  return all
}

/** Moves by keyboard until the point is shown, whichever place it has. */
async function stepTo(page: Page, number: string) {
  const cell = page.locator('.slide-number')
  for (let step = 0; step < 60; step += 1) {
    const before = await page.locator('.slide-head').innerText()
    if ((await cell.count()) > 0 && (await cell.innerText()) === number) return
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(
      (was) => document.querySelector<HTMLElement>('.slide-head')?.innerText !== was,
      before,
    )
  }
  throw new Error(`${number} is not on the agenda`)
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

describe('an agenda', () => {
  test('is ordered by keyboard, keeps the focus and says where a point stands now', async () => {
    const all = await withDay()
    const page = await all.signIn('strategist', { at: day })
    await page.getByRole('link', { name: 'Dagordning' }).click()
    await page.getByText('Dagordningen ordnar sig själv').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const second = page.locator('.agenda-row').nth(1)
    const number = await second.locator('.agenda-number').innerText()
    await page.locator(`#up-${number}`).focus()
    await page.keyboard.press('Enter')
    await page.getByText(`Punkt ${number} står nu på plats 1 av 25.`).waitFor()
    expect(await focused(page)).toBe(`up-${number}`)
    await page.keyboard.press('Enter')
    await page.getByText(`Punkt ${number} står redan först.`).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Låt den ordna sig själv igen' }).press('Enter')
    await page.getByText('Dagordningen ordnar sig själv igen.').waitFor()
    for (const path of [`${day}/dagordning`, `/en${day}/dagordning`]) {
      await page.setViewportSize(phone)
      await page.goto(path)
      expect([path, await sideways(page), await faultsOf(page)]).toEqual([path, 0, []])
    }
  })
})

describe('a meeting (F23)', () => {
  test('is opened, led and locked by keyboard alone, while a phone follows', async () => {
    const all = await withDay()
    const page = await all.signIn('strategist', { at: `${day}/mote`, viewport: projector })
    const start = page.getByRole('button', { name: 'Starta mötet' })
    // It wakes with the script.
    await expect.poll(() => start.isEnabled()).toBe(true)
    await start.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: /^QR-kod till/ }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    const address = await page.locator('.slide-address a').getAttribute('href')

    const follower = await all.visit({ viewport: phone })
    await follower.goto(address!)
    await follower.getByText('Sidan följer mötet av sig själv.').waitFor()
    expect(await faultsOf(follower)).toEqual([])

    await stepTo(page, '7')
    await follower.locator('.slide-number', { hasText: /^7$/ }).waitFor()
    expect([await sideways(follower), await faultsOf(follower)]).toEqual([0, []])
    expect([await sideways(page), await faultsOf(page)]).toEqual([0, []])

    const sizes = await page.evaluate(() => {
      const of = (selector: string) =>
        Math.round(parseFloat(getComputedStyle(document.querySelector(selector)!).fontSize))
      const all = [...document.querySelectorAll<HTMLElement>('.slide *')]
      const said = all.filter((one) => {
        const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
        const box = one.getBoundingClientRect()
        return own && box.width > 2 && box.height > 2
      })
      return {
        number: of('.slide-number'),
        title: of('.slide h1'),
        reason: of('.slide-reason'),
        facts: of('.slide-facts'),
        field: of('.slide input'),
        least: Math.min(...said.map((one) => parseFloat(getComputedStyle(one).fontSize))),
      }
    })
    expect(sizes).toMatchObject({ number: 230, title: 80, reason: 42, facts: 32, field: 30 })
    expect(sizes.least).toBeGreaterThanOrEqual(23)

    // The arrow keys are a field's own while it has the focus.
    const field = page.getByLabel('Vi beslutar', { exact: true })
    await field.focus()
    await page.keyboard.type('Kommundirektören kontaktar hyresvärdarna.')
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('.slide-number').innerText()).toBe('7')
    await page.keyboard.press('Enter')
    await page.getByText(/^Sparat kl\./).waitFor()
    await follower.getByText('Kommundirektören kontaktar hyresvärdarna.').waitFor()

    if (process.env['KEEP_PICTURES'])
      await page.screenshot({ path: join(import.meta.dirname, '../../docs/meeting.png') })

    // The network is lost and comes back; what happened meanwhile is shown.
    await follower.context().setOffline(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.locator('.slide-number', { hasText: /^7$/ }).waitFor({ state: 'detached' })
    await follower.context().setOffline(false)
    await follower.locator('.slide-number', { hasText: /^7$/ }).waitFor({ state: 'detached' })

    await page.goto(`${day}/stang`)
    await page.getByText('Kommundirektören kontaktar hyresvärdarna.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Jag har läst det som låses').press('Space')
    await page.getByRole('button', { name: 'Lås avstämningen' }).press('Enter')
    await page.getByText(/^Låst kl\./).waitFor()
    await follower.getByRole('heading', { name: 'Mötet är slut' }).waitFor()
    expect(await faultsOf(follower)).toEqual([])
    const reader = await all.visit()
    await reader.goto(day)
    await reader.getByText('Kommundirektören kontaktar hyresvärdarna.').waitFor()
  })

  test('has two who lead it: the other’s step and decision come, and nothing typed is lost', async () => {
    const all = await withDay()
    const first = await all.signIn('strategist', { at: `${day}/mote`, viewport: projector })
    await first.getByRole('button', { name: 'Starta mötet' }).press('Enter')
    await stepTo(first, '7')
    const second = await all.signIn('administrator', { at: `${day}/mote`, viewport: projector })
    const field = second.getByLabel('Vi beslutar', { exact: true })
    await field.fill('Något som bara är påbörjat')
    await second.getByText('Det här sades').click()
    await first.getByLabel('Vi beslutar', { exact: true }).fill('Det första beslutet.')
    await first.keyboard.press('Enter')
    await second.locator('.slide-decisions').getByText('Det första beslutet.').waitFor()
    expect(await field.inputValue()).toBe('Något som bara är påbörjat')
    // What one of them has opened stays open while the other works.
    expect(await second.getByLabel('Vad sades?').isVisible()).toBe(true)
    await first.keyboard.press('Escape')
    await first.keyboard.press('PageDown')
    await second.locator('.slide-number', { hasText: /^7$/ }).waitFor({ state: 'detached' })
    await first.keyboard.press('PageUp')
    await second.locator('.slide-number', { hasText: /^7$/ }).waitFor()
    expect(await field.inputValue()).toBe('Något som bara är påbörjat')
  })

  test('is read without JavaScript, and in English on the smallest phone', async () => {
    const all = await withDay()
    const strategist = await all.as('strategist')
    const opened = await strategist.put(`${plan}/reviews/2023-ht-2/meeting`, { open: true })
    const { code } = opened.json() as { code: string }
    await strategist.put(`${plan}/reviews/2023-ht-2/meeting/showing`, { showing: 'point:7', version: 1 })
    const plain = await all.visit({ viewport: narrow, javaScriptEnabled: false, colorScheme: 'dark' })
    await plain.goto(`/m/${code}`)
    await plain.getByRole('heading', { level: 1, name: /^7/ }).waitFor()
    expect(await sideways(plain)).toBe(0)
    await plain.getByRole('link', { name: 'Ladda om' }).click()
    const english = await all.visit({ viewport: narrow })
    await english.goto(`/en/m/${code}`)
    await english.getByText('This page follows the meeting by itself.').waitFor()
    expect([await sideways(english), await faultsOf(english)]).toEqual([0, []])
    expect((all.app.server.address() as AddressInfo).port).toBeGreaterThan(0)
  })
})
