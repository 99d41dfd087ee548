import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { sessionCookie } from '../../server/http/guard.ts'
import { connectIssuers } from '../../server/sign-in/oidc/issuers.ts'
import { openIssuer } from '../support/issuer.ts'
import { onwardOf, ours, traveller, worldWith } from '../support/through-issuer.ts'

async function signedIn(base = '') {
  const kommun = await openIssuer('kommun', { origin: ours })
  kommun.accounts.set('k', { email: 'karin.sjoholm@example.se', email_verified: true })
  kommun.who = 'k'
  const all = await worldWith([kommun.entry()])
  const browser = traveller(all)
  await browser.signIn('kommun', { base })
  return { kommun, all, browser }
}

describe('signing out', () => {
  test.each([
    ['', `${ours}/`],
    ['/en', `${ours}/en`],
  ])('ends our session and goes on to end the issuer’s, and back (%s)', async (base, back) => {
    const { kommun, browser } = await signedIn(base)
    const session = browser.cookies.get(sessionCookie(false))!
    const answer = await browser.post(`${base}/logga-ut`)
    const to = onwardOf(answer)
    expect(`${to.origin}${to.pathname}`).toBe(`${kommun.entry().issuer}/session/end`)
    expect(Object.fromEntries(to.searchParams)).toEqual({
      client_id: 'avstamt-kommun',
      post_logout_redirect_uri: back,
    })
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(answer.headers['content-security-policy']).toContain("form-action 'self';")
    expect(browser.cookies.has(sessionCookie(false))).toBe(false)
    browser.cookies.set(sessionCookie(false), session)
    expect(await browser.isIn()).toBe(false)
  })

  test('is all done here when the issuer does not answer', async () => {
    const { kommun, all, browser } = await signedIn()
    await kommun.close()
    // A program started anew has not met the issuer.
    const app = await buildApp({ ...all.parts, issuers: connectIssuers([kommun.entry()]) })
    onTestFinished(() => app.close())
    const later = traveller({ app })
    later.cookies.set(sessionCookie(false), browser.cookies.get(sessionCookie(false))!)
    const answer = await later.post('/logga-ut')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    expect(await later.isIn()).toBe(false)
  })

  test('is all done here for a session opened by a link', async () => {
    const { kommun, all } = await signedIn()
    const asked = kommun.asked.length
    const answer = await (await all.as('strategist')).post('/logga-ut', undefined)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    expect(kommun.asked.length).toBe(asked)
  })

  test('whoever signs in anew in the same browser has left their session before', async () => {
    const { all, browser } = await signedIn()
    const first = browser.cookies.get(sessionCookie(false))!
    await browser.signIn('kommun')
    expect(await browser.isIn()).toBe(true)
    const thief = traveller(all)
    thief.cookies.set(sessionCookie(false), first)
    expect(await thief.isIn()).toBe(false)
  })
})
