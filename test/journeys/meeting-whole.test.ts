import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { phone, withBrowser } from '../support/site.ts'
import { day, underWay } from './review-day-stages.given.ts'

withBrowser()

/** How far what is said of a point reaches down, and where what is always in sight begins; and the smallest text of it. */
const roomOf = (page: Page) =>
  page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect()
    const told = [...document.querySelectorAll<HTMLElement>('.slide-main *')].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    const seen = told.filter((one) => one.getBoundingClientRect().width > 2)
    return {
      over: Math.max(0, Math.round(box('.slide-main').bottom - box('.slide-tally').top)),
      least: Math.min(...seen.map((one) => parseFloat(getComputedStyle(one).fontSize))),
      more: document.querySelector<HTMLElement>('.slide-more')?.checkVisibility() ?? false,
    }
  })

describe('a meeting on a projector', () => {
  test('shows a point much is said of without scrolling; one too full says that there is more below', async () => {
    const { all, code, show, strategist } = await underWay()
    await show('point:15')
    const page = await all.signIn('strategist', {
      at: `${day}/mote`,
      viewport: { width: 1920, height: 1080 },
    })
    await page.locator('.slide.dense').waitFor()
    const room = await roomOf(page)
    expect(room).toMatchObject({ over: 0, more: false })
    expect(room.least).toBeGreaterThanOrEqual(23)
    // What is said less of stands in its full size again.
    await page.keyboard.press('ArrowRight')
    await page.locator('.slide-number', { hasText: /^16$/ }).waitFor()
    await page.keyboard.press('End')
    await show('end')
    await page.getByRole('heading', { name: /punkter är slutförda\.$/ }).waitFor()
    expect(await page.locator('.slide.dense').count()).toBe(0)

    const much = 'Vi behöver någon som kan svara på vad som gäller när två skolor gör olika. '
    const asked = await strategist.post('/api/v1/plans/psykisk-halsa/points/15/help', {
      text: much.repeat(12),
    })
    expect(asked.statusCode).toBe(201)
    await show('point:15')
    await page.locator('.slide.overfull').waitFor()
    expect(await roomOf(page)).toMatchObject({ more: true })
    // A phone scrolls as phones do.
    const follower = await all.visit({ viewport: phone })
    await follower.goto(`/m/${code}`)
    await follower.getByText('när två skolor gör olika').waitFor()
    expect(await follower.locator('.slide:is(.dense, .overfull)').count()).toBe(0)
  })
})

describe('a server that is stopped and started during a meeting', () => {
  test('is found again by everybody by themselves: who was there all the time, who lost the network, and who leads', async () => {
    const { all, code } = await underWay()
    const page = await all.signIn('strategist', { at: `${day}/mote` })
    await page.getByRole('img', { name: /^QR-kod till/ }).waitFor()
    const stays = await all.visit({ viewport: phone })
    const loses = await all.visit({ viewport: phone })
    for (const follower of [stays, loses]) {
      await follower.goto(`/m/${code}`)
      await follower.getByText('Sidan följer mötet av sig själv.').waitFor()
    }
    const { port } = all.app.server.address() as AddressInfo
    await loses.context().setOffline(true)
    await all.app.close()
    for (const follower of [stays, loses]) await follower.getByText('Anslutningen är bruten.').waitFor()
    // What was shown is still there to read.
    expect(await stays.getByRole('heading', { level: 1 }).innerText()).toMatch(/punkter är slutförda\.$/)

    const again = await buildApp(all.parts)
    onTestFinished(() => again.close())
    await again.listen({ host: '127.0.0.1', port })
    await loses.context().setOffline(false)
    for (const follower of [stays, loses])
      await follower.getByText('Sidan följer mötet av sig själv.').waitFor()
    await page.getByText('Anslutningen är bruten.').waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowRight')
    const shown = await page.locator('.slide-number').innerText()
    for (const follower of [stays, loses])
      await follower.locator('.slide-number', { hasText: shown }).waitFor()
  })
})
