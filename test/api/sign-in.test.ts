import { describe, expect, test } from 'vitest'
import { usualAllowance } from '../../server/http/rate-limits.ts'
import { issueLink } from '../../server/people/links.store.ts'
import { deactivatePerson } from '../../server/people/store.ts'
import { readSettings } from '../../server/settings.ts'
import { world, type World } from '../support/world.ts'
import { codesOf } from './given.ts'

const known = 'karin.sjoholm@example.se'
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const sent = '/logga-in/skickad'

const ask = (
  { app }: World,
  fields: Record<string, string>,
  { headers = {}, url = '/logga-in' }: { headers?: Record<string, string>; url?: string } = {},
) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...form, ...headers },
    payload: new URLSearchParams(fields).toString(),
  })

const proxiesOf = (told: string) => readSettings({ TRUST_PROXY: told }, '').trustProxy
const outbox = ({ db }: World) => db.read((tx) => tx.select().from(tx.tables.outbox))
const person = async ({ db }: World, email: string) =>
  (await db.read((tx) => tx.select().from(tx.tables.people))).find((one) => one.email === email)!
const issue = async (all: World, purpose: 'sign-in' | 'invitation', email = known) => {
  const { id: personId } = await person(all, email)
  return all.db.write((tx) => issueLink(tx, { purpose, personId, planId: 1 }, all.now))
}

describe('asking for a link', () => {
  test('is answered the same whether somebody has the address, has left, or nobody has', async () => {
    const all = await world()
    const gone = 'anders.brolin@example.se'
    const { id } = await person(all, gone)
    await all.db.write((tx) => deactivatePerson(tx, id, all.now))
    const answers = []
    for (const epost of [known, ' Karin.Sjoholm@Example.SE ', gone, 'ingen@example.se']) {
      const { statusCode, headers, body } = await ask(all, { epost })
      const { date: _date, ...told } = headers
      answers.push({ statusCode, told, body })
    }
    expect(answers[0]).toMatchObject({ statusCode: 303, told: { location: sent } })
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    const { id: karin } = await person(all, known)
    expect((await outbox(all)).map(({ kind, personId }) => [kind, personId])).toEqual([
      ['sign-in', karin],
      ['sign-in', karin],
    ])
  })

  test('with what is no address is told so, and nothing is written', async () => {
    const all = await world()
    const before = await all.rows()
    for (const epost of ['', 'karin', 'karin@', 'a b@example.se', `${'x'.repeat(250)}@example.se`]) {
      const answer = await ask(all, { epost, till: '/psykisk-halsa/logga' })
      expect(answer.headers.location).toBe('/logga-in?fel=epost&till=%2Fpsykisk-halsa%2Flogga')
    }
    expect((await ask(all, {}, { url: '/en/logga-in' })).headers.location).toBe('/en/logga-in?fel=epost')
    expect(await all.rows()).toEqual(before)
  })

  test('from another website does nothing', async () => {
    const all = await world()
    const before = await all.rows()
    const answer = await ask(all, { epost: known }, { headers: { origin: 'https://elak.example' } })
    expect(answer.statusCode).toBe(403)
    expect(await all.rows()).toEqual(before)
  })

  test('keeps where one was going, if it is a page of ours', async () => {
    const all = await world()
    for (const till of ['/psykisk-halsa/logga?punkt=7', 'https://elak.example/', '//elak.example', '/\\elak'])
      await ask(all, { epost: known, till })
    expect((await outbox(all)).map((one) => one.facts)).toEqual([
      { to: '/psykisk-halsa/logga?punkt=7' },
      {},
      {},
      {},
    ])
  })
})

describe('asking too often', () => {
  const json = { accept: 'application/json' }

  test('for one address is refused from the sixth time on, known or not, and nothing is written', async () => {
    const all = await world()
    for (const epost of [known, 'ingen@example.se']) {
      for (let n = 0; n < 5; n += 1) expect((await ask(all, { epost })).headers.location).toBe(sent)
      const before = await all.rows()
      const refused = await ask(all, { epost }, { headers: json })
      expect([refused.statusCode, ...codesOf(refused)]).toEqual([429, 'too-many'])
      expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect((await ask(all, { epost: epost.toUpperCase() })).statusCode).toBe(429)
      expect(await all.rows()).toEqual(before)
    }
    expect((await ask(all, { epost: 'anders.brolin@example.se' })).statusCode).toBe(303)
  })

  const limits = { ...usualAllowance, perNetwork: 6 }
  const many = async (all: World, times: number, headers: (n: number) => Record<string, string>) => {
    let last = 0
    for (let n = 0; n < times; n += 1)
      last = (await ask(all, { epost: `nr${n}@example.se` }, { headers: headers(n) })).statusCode
    return last
  }

  test('from one network is refused when it is too much, and sixty phones are not', async () => {
    expect(usualAllowance.perNetwork).toBeGreaterThanOrEqual(60 * usualAllowance.perAddress)
    const all = await world({ parts: { limits } })
    expect(await many(all, 6, () => ({}))).toBe(303)
    expect(await many(all, 1, () => ({}))).toBe(429)
    expect((await all.anybody.get('/logga-in')).statusCode).toBe(200)
  })

  test('is counted by the address of the connection: a forwarded one is not believed from just anybody', async () => {
    const all = await world({ parts: { limits } })
    expect(await many(all, 7, (n) => ({ 'x-forwarded-for': `198.51.100.${n}` }))).toBe(429)
  })

  test('is counted by the forwarded address that a proxy named by TRUST_PROXY tells, and no other', async () => {
    const all = await world({ parts: { limits, trustProxy: '127.0.0.1' } })
    expect(await many(all, 7, (n) => ({ 'x-forwarded-for': `198.51.100.${n % 2}` }))).toBe(303)
    expect(await many(all, 7, () => ({ 'x-forwarded-for': '203.0.113.9' }))).toBe(429)
    const nearest = await world({ parts: { limits, trustProxy: proxiesOf('yes') } })
    const added = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}, 203.0.113.9` })
    expect(await many(nearest, 7, added)).toBe(429)
    const other = await world({ parts: { limits, trustProxy: '10.0.0.0/8' } })
    expect(await many(other, 7, (n) => ({ 'x-forwarded-for': `198.51.100.${n}` }))).toBe(429)
  })
})

describe('a link of a mail', () => {
  const press = ({ app }: World, token: string, more = '', headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: `/logga-in/${token}${more}`, headers })
  const cookieOf = (answer: Awaited<ReturnType<typeof press>>) => {
    const [one] = answer.cookies
    return one ? `${one.name}=${one.value}` : undefined
  }

  test.each<[what: string, headers: Record<string, string>]>([
    ['its origin', { origin: 'https://elak.example' }],
    ['where it comes from', { 'sec-fetch-site': 'cross-site' }],
    ['nothing but that', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('signs nobody in from another website, which says %s', async (_what, headers) => {
    const all = await world()
    const token = await issue(all, 'sign-in')
    const before = await all.rows()
    const answer = await press(all, token, '', headers)
    expect([answer.statusCode, answer.cookies]).toEqual([403, []])
    expect(await all.rows()).toEqual(before)
    const older = { origin: 'null' }
    expect((await press(all, token, '', older)).headers.location).toBe('/mitt')
  })

  test('that is none, in any letters, is answered as one that has gone', async () => {
    const all = await world()
    const answer = await press(all, '%C3%A5%E2%82%AC%0D%0Ax')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/logga-in/%C3%A5%E2%82%AC%0D%0Ax'])
  })

  test('asked for with two places to come back to, the page shows itself all the same', async () => {
    const { anybody } = await world()
    expect((await anybody.get('/logga-in?till=/mitt&till=/psykisk-halsa')).statusCode).toBe(200)
  })

  test.each(['sign-in', 'invitation'] as const)('to %s is used by pressing, once', async (purpose) => {
    const all = await world()
    const token = await issue(all, purpose)
    for (const _look of [1, 2]) {
      const page = await all.anybody.get(`/logga-in/${token}`)
      expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    }
    const first = await press(all, token)
    expect([first.statusCode, first.headers.location]).toEqual([303, '/mitt'])
    expect(first.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    const me = await all.anybody.get('/mitt', { headers: { cookie: cookieOf(first)! } })
    expect(me.statusCode).toBe(200)
    const before = await all.rows()
    const second = await press(all, token)
    expect([second.headers.location, second.cookies]).toEqual([`/logga-in/${token}`, []])
    expect(await all.rows()).toEqual(before)
  })

  test('that is refused tells no other page of its address either, and uses nothing', async () => {
    const all = await world()
    const token = await issue(all, 'sign-in')
    const before = await all.rows()
    const answer = await all.app.inject({
      method: 'POST',
      url: `/logga-in/${token}`,
      headers: { origin: 'https://annan.example' },
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(await all.rows()).toEqual(before)
    expect((await press(all, token)).statusCode).toBe(303)
  })

  test.each([
    ['sign-in', 15],
    ['invitation', 14 * 1440],
  ] as const)('to %s lasts %i minutes', async (purpose, minutes) => {
    const all = await world()
    const [early, late] = [await issue(all, purpose), await issue(all, purpose)]
    const start = all.now.getTime()
    all.now = new Date(start + minutes * 60_000 - 1)
    expect((await press(all, early)).cookies).toHaveLength(1)
    all.now = new Date(start + minutes * 60_000)
    expect((await press(all, late)).cookies).toEqual([])
  })

  test('to log signs nobody in', async () => {
    const all = await world()
    const { id: personId } = await person(all, known)
    const token = await all.db.write((tx) => issueLink(tx, { purpose: 'log', personId, planId: 1 }, all.now))
    const before = await all.rows()
    expect((await press(all, token)).cookies).toEqual([])
    expect(await all.rows()).toEqual(before)
  })

  test('used invitations end the other invitations of the same person', async () => {
    const all = await world()
    const [first, second] = [await issue(all, 'invitation'), await issue(all, 'invitation')]
    expect((await press(all, second)).cookies).toHaveLength(1)
    expect((await press(all, first)).cookies).toEqual([])
  })

  test('leads back to a page of ours and to nowhere else', async () => {
    const all = await world()
    const to = async (till: string) =>
      (await press(all, await issue(all, 'sign-in'), `?till=${encodeURIComponent(till)}`)).headers.location
    expect(await to('/psykisk-halsa/logga?punkt=7')).toBe('/psykisk-halsa/logga?punkt=7')
    for (const foreign of ['https://elak.example/', '//elak.example', '/.//elak.example', '/logga-ut'])
      expect(await to(foreign)).toBe('/mitt')
  })

  test('ends the session that the same browser had', async () => {
    const all = await world()
    const before = cookieOf(await press(all, await issue(all, 'sign-in')))!
    const after = cookieOf(
      await press(all, await issue(all, 'sign-in', 'anders.brolin@example.se'), '', { cookie: before }),
    )!
    const reads = async (cookie: string) =>
      (await all.anybody.get('/mitt', { headers: { cookie } })).statusCode
    expect([await reads(before), await reads(after)]).toEqual([401, 200])
  })

  test('makes a cookie that no script and no other site can use', async () => {
    const all = await world({ parts: { publicUrl: 'https://plan.kommun.example' } })
    const answer = await press(all, await issue(all, 'sign-in'))
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(
      /^__Host-avstamt=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })
})

describe('what the log says', () => {
  test('is the route: no token, no address, no cookie', async () => {
    const lines: string[] = []
    const all = await world({ parts: { logLevel: 'trace', logTo: { write: (line) => lines.push(line) } } })
    const [token, wrong] = [await issue(all, 'sign-in'), 'w'.repeat(43)]
    const { id: personId } = await person(all, known)
    const log = await all.db.write((tx) => issueLink(tx, { purpose: 'log', personId, planId: 1 }, all.now))
    await ask(all, { epost: known })
    await all.anybody.get(`/logga-in/${token}?till=/mitt`)
    await all.anybody.get(`/logga-in/${wrong}`)
    await all.anybody.get(`/psykisk-halsa/logga/${log}`)
    await all.anybody.get(`/logga-in/${token}/mer`)
    const signedIn = await all.app.inject({ method: 'POST', url: `/logga-in/${token}` })
    const url = '/api/v1/plans/psykisk-halsa/activities'
    for (const bearer of [log, wrong])
      await all.app.inject({
        method: 'POST',
        url,
        headers: { authorization: `Bearer ${bearer}` },
        payload: {},
      })
    const said = lines.join('')
    expect(lines.length).toBeGreaterThan(6)
    expect(said).toContain('/logga-in/:token')
    for (const secret of [token, wrong, log, known, signedIn.cookies[0]!.value])
      expect(said).not.toContain(secret)
  })
})
