import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { connectIssuers, type Issuer } from '../../server/sign-in/oidc/issuers.ts'
import { openIssuer } from '../support/issuer.ts'
import { faultsOf, narrow, phone, sideways, site, withBrowser } from '../support/site.ts'

withBrowser()

/** The site with an issuer beside it, on another site as a browser sees it, where Karin has an account. */
async function withIssuer() {
  const [issuers, beside] = [new Map<string, Issuer>(), [] as string[]]
  const all = await site(undefined, { parts: { issuers }, beside })
  const kommun = await openIssuer('kommun', { origin: all.origin, asks: true })
  for (const [key, issuer] of connectIssuers([kommun.entry()])) issuers.set(key, issuer)
  beside.push(kommun.entry().issuer)
  kommun.accounts.set('k', { email: 'karin.sjoholm@example.se', email_verified: true })
  kommun.accounts.set('o', { email: 'okand@example.se', email_verified: true })
  kommun.who = 'k'
  return { all, kommun }
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

/** Signs in with the municipality's account from the page that is open; ends where we send people afterwards. */
async function throughIssuer(page: Page) {
  await press(page, 'Logga in med Norrtälje kommun')
  await page.getByRole('heading', { name: 'Kommunens inloggning' }).waitFor()
  await press(page, 'Fortsätt')
}

describe('signing in with one’s organisation', () => {
  test.each([
    ['on a phone', { viewport: phone }],
    ['without JavaScript', { viewport: narrow, javaScriptEnabled: false }],
  ])('%s: to the issuer, back to where one was going, and out of both', async (_how, options) => {
    const { all, kommun } = await withIssuer()
    const page = await all.visit(options)
    const answer = await page.goto('/logga-in?till=/psykisk-halsa/logga')
    // No page of ours lets a form go anywhere but home, and yet the browser comes to the issuer.
    expect(answer?.headers()['content-security-policy']).toContain("form-action 'self';")
    expect(await sideways(page)).toBe(0)
    await throughIssuer(page)
    await page.waitForURL(`${all.origin}/psykisk-halsa/logga`)
    expect(page.url()).not.toContain('code=')
    expect(await page.evaluate(() => document.cookie)).toBe('')

    await page.getByRole('button', { name: 'Logga ut', exact: true }).filter({ visible: true }).click()
    await page.getByRole('heading', { name: 'Logga ut?' }).waitFor()
    expect(new URL(page.url()).origin).toBe(kommun.entry().issuer)
    await press(page, 'Ja, logga ut')
    await page.waitForURL(`${all.origin}/`)
    await page.goto('/mitt')
    await page.getByRole('heading', { name: 'Logga in för att se sidan' }).waitFor()
    // Nor does the issuer remember: it asks anew.
    await page.goto('/logga-in')
    await throughIssuer(page)
    await page.waitForURL(`${all.origin}/mitt`)
  })

  test('somebody nobody has added is told whom to ask, and can try with another account', async () => {
    const { all, kommun } = await withIssuer()
    const page = await all.visit({ viewport: phone })
    kommun.who = 'o'
    await page.goto('/logga-in')
    expect(await faultsOf(page)).toEqual([])
    await throughIssuer(page)
    await page.getByRole('heading', { name: 'Du är inte inloggad' }).waitFor()
    await page.getByText('Be den som ansvarar för planen att lägga till dig').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await page.getByRole('link', { name: 'Till inloggningen' }).click()
    await page.waitForURL(`${all.origin}/logga-in`)
  })

  test('the page between has a way on for whom the browser leaves there', async () => {
    const { all, kommun } = await withIssuer()
    const page = await all.visit({ viewport: phone })
    await page.route(
      (url) => url.pathname === '/logga-in/oidc/kommun',
      async (route) => {
        const response = await route.fetch()
        const { refresh, ...headers } = response.headers()
        expect(refresh).toMatch(/^0; url=/)
        await route.fulfill({ response, headers })
      },
    )
    await page.goto('/logga-in')
    await press(page, 'Logga in med Norrtälje kommun')
    await page.getByRole('heading', { name: 'Du skickas vidare' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Fortsätt till Norrtälje kommun' }).click()
    await page.getByRole('heading', { name: 'Kommunens inloggning' }).waitFor()
    expect(kommun.asked.at(-1)).toMatch(/^GET \/interaction/)
  })
})
