import { describe, expect, test } from 'vitest'
import { openIssuer } from '../support/issuer.ts'
import { onwardOf, ours, personAt, traveller, worldWith } from '../support/through-issuer.ts'
import { render } from '../../web/render.ts'
import type { Render } from '../../server/dependencies.ts'
import type { World } from '../support/world.ts'

const karin = 'karin.sjoholm@example.se'
const jonas = 'jonas.ekwall@example.se'
const minutes = (all: World, n: number) => new Date(all.now.getTime() + n * 60_000)

/** Pages as they are, so that their sentences can be read. */
const drawn: Render = (view, drawing) =>
  render(view, drawing, { workStyle: '', style: '', scriptsOf: () => [], session: [], chart: '', font: '' })

/** One issuer, somebody with an account there, and a browser. */
async function oneIssuer(account: Record<string, unknown>, more = {}) {
  const kommun = await openIssuer('kommun', { origin: ours })
  kommun.accounts.set('sub-1', account)
  kommun.who = 'sub-1'
  const log: string[] = []
  const all = await worldWith([kommun.entry(more)], {
    render: drawn,
    parts: { logLevel: 'info', logTo: { write: (line) => void log.push(line) } },
  })
  return { kommun, all, browser: traveller(all), log }
}

const verified = { email: karin, email_verified: true, name: 'Karin Sjöholm' }

describe('signing in through an issuer', () => {
  test('two issuers stand side by side, and each lets its own people in', async () => {
    const kommun = await openIssuer('kommun', { origin: ours })
    const kson = await openIssuer('kson', { origin: ours, tells: 'userinfo' })
    kommun.accounts.set('k', verified)
    kson.accounts.set('j', { email: jonas, email_verified: true })
    ;[kommun.who, kson.who] = ['k', 'j']
    const all = await worldWith([kommun.entry(), kson.entry()], { render: drawn })
    const page = (await traveller(all).get('/logga-in')).body
    expect(page).toMatch(/Logga in med Norrtälje kommun[\s\S]*Logga in med KSON/)
    for (const [issuer, email] of [
      ['kommun', karin],
      ['kson', jonas],
    ] as const) {
      const browser = traveller(all)
      const answer = await browser.signIn(issuer)
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/mitt'])
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      })
      expect(await browser.isIn()).toBe(true)
      const identities = await all.db.read((tx) => tx.select().from(tx.tables.identities))
      expect(identities.at(-1)?.personId).toBe((await personAt(all, email))?.id)
    }
    // What the token holds is not asked for once more.
    expect(kommun.asked).not.toContain('GET /me')
    expect(kson.asked).toContain('GET /me')
    const sessions = await all.db.read((tx) => tx.select().from(tx.tables.sessions))
    expect(sessions.map((one) => one.issuer)).toEqual(['kommun', 'kson'])
  })

  test('the way there asks for a code with PKCE, state and nonce, and holds the state in a cookie of ten minutes', async () => {
    const { all, browser } = await oneIssuer(verified)
    const answer = await browser.post('/logga-in/oidc/kommun')
    const asked = Object.fromEntries(onwardOf(answer).searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${ours}/logga-in/oidc/kommun/svar`,
      scope: 'openid profile email',
    })
    expect(answer.headers['set-cookie']).toMatch(
      new RegExp(`^signin-\\w{12}=${asked.state}; Max-Age=600; Path=/; HttpOnly; SameSite=Lax$`),
    )
    expect(answer.headers['content-security-policy']).toContain("form-action 'self';")
    expect(answer.headers['cache-control']).toBe('no-store')
    const [kept] = await all.db.read((tx) => tx.select().from(tx.tables.signIns))
    expect(JSON.stringify(kept)).not.toContain(asked.state)
    expect(asked.nonce).toBe(kept?.nonce)
  })

  test('over https the cookies are __Host- and Secure, and addresses are PUBLIC_URL’s', async () => {
    const kommun = await openIssuer('kommun', { origin: 'https://plan.example.se' })
    const publicUrl = 'https://plan.example.se'
    const all = await worldWith([kommun.entry()], { parts: { publicUrl, origins: () => [publicUrl] } })
    const answer = await all.app.inject({ method: 'POST', url: '/logga-in/oidc/kommun' })
    expect(answer.headers['set-cookie']).toMatch(/^__Host-signin-.*Secure/)
    expect(onwardOf(answer).searchParams.get('redirect_uri')).toBe(`${publicUrl}/logga-in/oidc/kommun/svar`)
  })

  test('in English everything is behind /en', async () => {
    const { browser } = await oneIssuer(verified)
    expect((await browser.get('/en/logga-in')).body).toContain('Sign in with Norrtälje kommun')
    const answer = await browser.signIn('kommun', { base: '/en' })
    expect(answer.headers.location).toBe('/en/mitt')
  })

  test('afterwards one is where one was going, on a path of our own', async () => {
    const { browser } = await oneIssuer(verified)
    const to = async (till: string) => (await browser.signIn('kommun', { till })).headers.location
    expect(await to('/psykisk-halsa/logga?punkt=7')).toBe('/psykisk-halsa/logga?punkt=7')
    for (const elsewhere of [
      '//ond.example',
      '/\\ond.example',
      '/.//ond.example',
      'https://ond.example',
      '/logga-ut',
    ])
      expect(await to(elsewhere)).toBe('/mitt')
  })

  test('who has been here once is known by subject, whatever becomes of the address', async () => {
    const { kommun, all, browser } = await oneIssuer(verified)
    await browser.signIn('kommun')
    const before = await all.rows()
    for (const account of [
      { email: 'karin.berg@example.se', email_verified: true },
      { email: jonas, email_verified: true },
      {},
    ]) {
      kommun.accounts.set('sub-1', account)
      const again = traveller(all)
      expect((await again.signIn('kommun')).statusCode).toBe(303)
    }
    const [newest] = (await all.db.read((tx) => tx.select().from(tx.tables.sessions))).slice(-1)
    expect(newest?.personId).toBe((await personAt(all, karin))?.id)
    const after = await all.rows()
    expect([after.identities, after.people]).toEqual([before.identities, before.people])
    // And the address that was the way in once is none for another account.
    kommun.accounts.set('sub-2', verified)
    kommun.who = 'sub-2'
    const other = traveller(all)
    expect((await other.signIn('kommun')).statusCode).toBe(403)
    expect(await other.isIn()).toBe(false)
  })

  test('an issuer that vouches for its addresses need not say that they are verified, but only for its own domains', async () => {
    const trusting = { trustsEmail: true, emailDomains: ['example.se'] }
    const { kommun, all, browser } = await oneIssuer({ email: 'Karin.Sjoholm@Example.SE' }, trusting)
    expect((await browser.signIn('kommun')).statusCode).toBe(303)
    for (const account of [
      { email: jonas, email_verified: false },
      { email: 'jonas.ekwall@ond.example', email_verified: true },
    ]) {
      kommun.accounts.set('sub-2', account)
      kommun.who = 'sub-2'
      const answer = await traveller(all).signIn('kommun')
      expect(answer.body).toContain('ingen bekräftad e-postadress')
    }
  })
})

describe('refused, with a sentence, and nothing written', () => {
  const refusals: [string, Record<string, unknown>, object, number, string, string][] = [
    [
      'an address nobody has entered',
      { email: 'okand@example.se', email_verified: true },
      {},
      403,
      'person-unknown',
      'Ingen har lagt till dig här',
    ],
    [
      'an address that is not verified',
      { email: karin },
      {},
      403,
      'email-not-confirmed',
      'ingen bekräftad e-postadress',
    ],
    ['no address', {}, {}, 403, 'email-not-confirmed', 'ingen bekräftad e-postadress'],
    [
      'another tenant',
      { ...verified, tid: 'annan' },
      { tenant: 'var' },
      403,
      'wrong-tenant',
      'Kontot hör till en annan organisation',
    ],
    [
      'no tenant where one is demanded',
      verified,
      { tenant: 'var' },
      403,
      'wrong-tenant',
      'Kontot hör till en annan organisation',
    ],
  ]
  test.each(refusals)('%s', async (_what, account, more, status, code, sentence) => {
    const { all, browser, log } = await oneIssuer(account, more)
    const before = await all.rows()
    const answer = await browser.signIn('kommun')
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([status, 'no-store'])
    expect(answer.body).toContain(sentence)
    expect(await browser.isIn()).toBe(false)
    expect(await all.rows()).toEqual(before)
    expect(log.join('')).toContain(`"code":"${code}"`)
  })

  test('somebody who has left, by address and by subject', async () => {
    const { all, browser } = await oneIssuer(verified)
    const leave = (deactivatedAt: string | null) =>
      all.db.write((tx) => tx.update(tx.tables.people).set({ deactivatedAt }))
    await leave('2023-11-01T00:00:00.000Z')
    const before = await all.rows()
    expect((await browser.signIn('kommun')).body).toContain('Du är inte längre med här.')
    expect(await all.rows()).toEqual(before)
    await leave(null)
    expect((await browser.signIn('kommun')).statusCode).toBe(303)
    await leave('2023-11-01T00:00:00.000Z')
    const answer = await traveller(all).signIn('kommun')
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([
      403,
      expect.not.stringContaining('avstamt='),
    ])
  })

  test('an issuer that knows people by personnummer', async () => {
    const { kommun, all, browser } = await oneIssuer(verified)
    kommun.accounts.set('198503121234', verified)
    kommun.who = '198503121234'
    expect((await browser.signIn('kommun')).body).toContain('skickade ett personnummer')
    expect(await all.db.read((tx) => tx.select().from(tx.tables.identities))).toEqual([])
  })

  test('somebody who says no at the issuer', async () => {
    const { kommun, browser } = await oneIssuer(verified)
    kommun.who = undefined
    const answer = await browser.signIn('kommun')
    expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining('Inloggningen avbröts.')])
  })

  test('an issuer that is not in the file does not exist', async () => {
    const { browser } = await oneIssuer(verified)
    for (const path of ['/logga-in/oidc/annan', '/en/logga-in/oidc/annan'])
      expect((await browser.post(path)).statusCode).toBe(404)
    expect((await browser.get('/logga-in/oidc/annan/svar?state=x')).statusCode).toBe(404)
  })

  test('a sign-in begun on another website', async () => {
    const { all } = await oneIssuer(verified)
    const before = await all.rows()
    const answer = await all.app.inject({
      method: 'POST',
      url: '/logga-in/oidc/kommun',
      headers: { origin: 'https://ond.example' },
    })
    expect(answer.statusCode).toBe(403)
    expect(await all.rows()).toEqual(before)
  })
})

test('a network that begins without end is asked to wait, and nothing more is written', async () => {
  const { all, browser } = await oneIssuer(verified)
  for (let n = 0; n < 300; n += 1) await browser.post('/logga-in/oidc/kommun')
  const before = await all.rows()
  const answer = await browser.post('/logga-in/oidc/kommun')
  expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([429, undefined])
  expect(await all.rows()).toEqual(before)
})

describe('what comes back is good once, for ten minutes, in the browser that began', () => {
  const over = 'Inloggningen gäller inte längre.'

  test('an answer played once more', async () => {
    const { all, browser } = await oneIssuer(verified)
    const back = await browser.through(await browser.begin('kommun'))
    const cookies = new Map(browser.cookies)
    expect((await browser.get(back)).statusCode).toBe(303)
    const before = await all.rows()
    const thief = traveller(all)
    for (const [name, value] of cookies) thief.cookies.set(name, value)
    expect((await thief.get(back)).body).toContain(over)
    expect(await thief.isIn()).toBe(false)
    expect(await all.rows()).toEqual(before)
  })

  test('an answer in another browser, which is left for the one that began', async () => {
    const { all, browser } = await oneIssuer(verified)
    const back = await browser.through(await browser.begin('kommun'))
    const other = traveller(all)
    await other.begin('kommun')
    const answer = await other.get(back)
    expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining(over)])
    expect((await browser.get(back)).statusCode).toBe(303)
  })

  test('an answer without state, with another, or told to look', async () => {
    const { browser } = await oneIssuer(verified)
    await browser.begin('kommun')
    for (const query of ['', '?code=x', '?code=x&state=y', '?state=a&state=b'])
      expect((await browser.get(`/logga-in/oidc/kommun/svar${query}`)).body).toContain(over)
  })

  test('an answer after ten minutes', async () => {
    const { all, browser } = await oneIssuer(verified)
    const back = await browser.through(await browser.begin('kommun'))
    all.now = minutes(all, 10)
    expect((await browser.get(back)).body).toContain(over)
    expect(await browser.isIn()).toBe(false)
    // And what nobody finished goes with the next that begins.
    await browser.begin('kommun')
    expect((await all.rows()).signIns).toBe(1)
  })

  test('an answer brought to another issuer’s address', async () => {
    const [kommun, kson] = [
      await openIssuer('kommun', { origin: ours }),
      await openIssuer('kson', { origin: ours }),
    ]
    kommun.accounts.set('k', verified)
    kommun.who = 'k'
    const all = await worldWith([kommun.entry(), kson.entry()], { render: drawn })
    const browser = traveller(all)
    const back = await browser.through(await browser.begin('kommun'))
    expect((await browser.get(back.replace('/kommun/', '/kson/'))).body).toContain(over)
    expect(kson.asked).not.toContain('POST /token')
  })

  test('a token for another nonce, or a code for another verifier', async () => {
    const { all, browser, log } = await oneIssuer(verified)
    for (const changed of [{ nonce: 'another' }, { verifier: 'v'.repeat(43) }]) {
      const back = await browser.through(await browser.begin('kommun'))
      await all.db.write((tx) => tx.update(tx.tables.signIns).set(changed))
      expect((await browser.get(back)).statusCode).toBe(502)
      expect(await browser.isIn()).toBe(false)
    }
    expect(log.join('')).toMatch(/issuer-answer-wrong[\s\S]*issuer-refused[^\n]*invalid_grant/)
  })

  test('two tabs do not take each other’s', async () => {
    const { browser } = await oneIssuer(verified)
    const [one, other] = [
      await browser.begin('kommun'),
      await browser.begin('kommun', { till: '/psykisk-halsa' }),
    ]
    expect((await browser.get(await browser.through(one))).headers.location).toBe('/mitt')
    expect((await browser.get(await browser.through(other))).headers.location).toBe('/psykisk-halsa')
  })
})

describe('an issuer that does not answer', () => {
  test('leaves the sign-in page as it is, gets a sentence, and is asked again later', async () => {
    const { kommun, all, browser, log } = await oneIssuer(verified)
    const back = await browser.through(await browser.begin('kommun'))
    await kommun.close()
    const unknown = await worldWith([kommun.entry()], { render: drawn })
    const visitor = traveller(unknown)
    expect((await visitor.get('/logga-in')).body).toContain('Logga in med Norrtälje kommun')
    const before = await unknown.rows()
    for (const _try of [1, 2]) {
      const answer = await visitor.post('/logga-in/oidc/kommun')
      expect([answer.statusCode, answer.body]).toEqual([
        502,
        expect.stringContaining('Inloggningstjänsten svarar inte.'),
      ])
    }
    expect(await unknown.rows()).toEqual(before)
    // On the way back it is gone too.
    expect((await browser.get(back)).statusCode).toBe(502)
    expect(log.join('')).toContain('"code":"issuer-unreachable"')
    expect(await all.db.read((tx) => tx.select().from(tx.tables.sessions))).toEqual([])
  })

  test('another that says it is somebody else is not believed', async () => {
    const kommun = await openIssuer('kommun', { origin: ours })
    const entry = kommun.entry()
    const all = await worldWith([{ ...entry, issuer: entry.issuer.replace('localhost', '127.0.0.1') }], {
      render: drawn,
    })
    const answer = await traveller(all).post('/logga-in/oidc/kommun')
    expect(answer.statusCode).toBe(502)
  })
})

describe('the log', () => {
  test('holds no code, state, token, subject or address', async () => {
    const { browser, log } = await oneIssuer({ ...verified, email: 'okand@example.se' })
    const to = await browser.begin('kommun')
    const back = await browser.through(to)
    await browser.get(back)
    const told = log.join('')
    expect(told).toContain('/logga-in/oidc/:issuer/svar')
    const query = new URLSearchParams(back.replace(/^[^?]*/, ''))
    const secrets = [query.get('code'), query.get('state'), to.searchParams.get('nonce'), 'sub-1', 'okand@']
    for (const secret of secrets) expect(told).not.toContain(secret)
  })
})
