import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { issueLink } from '../../server/people/links.store.ts'
import { phone, site, withBrowser } from '../support/site.ts'

withBrowser()

/** What a page costs that nothing of is kept from before: every request it makes, with its bytes as they travelled, heads included. */
async function costOf(page: Page, address: string): Promise<{ requests: string[]; bytes: number }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  const addresses = new Map<string, string>()
  const sizes = new Map<string, number>()
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  )
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  // A browser without a window fetches it when it likes.
  await page.evaluate(() => fetch('/favicon.ico').then((answer) => answer.text()))
  await page.waitForLoadState('networkidle')
  return {
    requests: [...new Set(addresses.values())]
      .filter((url) => url.startsWith('http'))
      .map((url) => new URL(url).pathname),
    bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
  }
}

test('the form of a link comes in at most 90 kB and ten requests on the first visit, on a phone', async () => {
  const all = await site()
  const { personId } = await all.as('ambassador')
  const token = await all.db.write((tx) => issueLink(tx, { purpose: 'log', personId, planId: 1 }, all.now))
  const page = await all.visit({ viewport: phone })
  const { requests, bytes } = await costOf(page, `/psykisk-halsa/logga/${token}`)
  expect(requests).toContain('/favicon.ico')
  expect(requests.length).toBeLessThanOrEqual(10)
  expect(bytes).toBeLessThanOrEqual(90_000)
})

test('a public page is drawn with one stylesheet of at most 8 kB, a signed-in one with the working one over it', async () => {
  const all = await site()
  const page = await all.visit()
  const styles = () =>
    page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  for (const address of [
    '/',
    '/psykisk-halsa',
    '/psykisk-halsa/punkter/7',
    '/psykisk-halsa/avstamningar/2023-ht',
  ]) {
    await page.goto(address)
    expect([address, await styles()]).toEqual([address, [expect.stringContaining('/assets/public-')]])
  }
  const [address] = await styles()
  const file = await all.anybody.get(address!, { headers: { 'accept-encoding': 'br' } })
  expect(file.headers['content-encoding']).toBe('br')
  expect(file.rawPayload.length).toBeLessThanOrEqual(8000)
  const own = await all.signIn('strategist')
  const both = await own
    .locator('link[rel=stylesheet]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(both).toEqual([address, expect.stringContaining('/assets/work-')])
})
