import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { issueLink } from '../../server/people/links.store.ts'
import { drawReally } from '../pages/given.ts'
import { world } from '../support/world.ts'

const api = '/api/v1/plans/psykisk-halsa'
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }

/** The example, somebody who leads its plan, and the address of an ambassador's link. */
async function given() {
  const all = await world({ render: drawReally })
  const lead = await all.as('strategist')
  const { personId } = await all.as('ambassador')
  const token = await all.db.write((tx) => issueLink(tx, { purpose: 'log', personId, planId: 1 }, all.now))
  return Object.assign(all, { lead, token, path: `/psykisk-halsa/logga/${token}` })
}

describe('what nobody keeps', () => {
  test('comes compressed to somebody signed in, at a secret address and from the API, and says the same', async () => {
    const { lead, anybody, path } = await given()
    for (const [url, ask] of [
      ['/mitt', lead],
      ['/psykisk-halsa', lead],
      [`${api}/points`, lead],
      [path, anybody],
    ] as const) {
      const plain = await ask.get(url)
      const squeezed = await ask.get(url, { headers: browser })
      const other = await ask.get(url, { headers: { 'accept-encoding': 'gzip' } })
      expect([url, plain.headers['content-encoding'], plain.headers['cache-control']]).toEqual([
        url,
        undefined,
        expect.stringContaining('no-store'),
      ])
      expect([url, plain.headers.vary]).toEqual([url, expect.stringContaining('Accept-Encoding')])
      expect([url, squeezed.headers['content-encoding'], other.headers['content-encoding']]).toEqual([
        url,
        'br',
        'gzip',
      ])
      const unkeyed = (text: string) => text.replace(/[0-9a-f-]{36}/g, '')
      expect(unkeyed(brotliDecompressSync(squeezed.rawPayload).toString())).toBe(unkeyed(plain.body))
      expect(unkeyed(gunzipSync(other.rawPayload).toString())).toBe(unkeyed(plain.body))
      expect(Number(squeezed.headers['content-length'])).toBe(squeezed.rawPayload.length)
      expect(squeezed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
    }
  })

  test.each([
    ['identity', undefined],
    ['br;q=0', undefined],
    ['br;q=0, gzip;q=0.000, identity', undefined],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.8, br;q=0.2', 'gzip'],
    ['BR ; Q=0.5, gzip;q=0.5', 'br'],
    ['identity, gzip;q=0.5', undefined],
    ['*', 'br'],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['*;q=0', undefined],
    ['zstd, x-br, gzipped', undefined],
  ])('comes as its reader takes it: %s', async (accepted, encoding) => {
    const { lead, anybody } = await given()
    for (const ask of [lead, anybody]) {
      const answer = await ask.get('/psykisk-halsa', { headers: { 'accept-encoding': accepted } })
      expect(answer.headers['content-encoding']).toBe(encoding)
    }
  })

  test('asked for its head alone tells the same of itself, and sends nothing', async () => {
    const { lead, anybody, path } = await given()
    for (const [url, ask] of [
      ['/mitt', lead],
      [path, anybody],
    ] as const) {
      const head = await ask.get(url, { method: 'HEAD', headers: browser })
      expect([head.statusCode, head.rawPayload.length]).toEqual([200, 0])
      expect(head.headers).toMatchObject({
        'content-encoding': 'br',
        vary: expect.stringContaining('Accept-Encoding') as string,
      })
      expect(Number(head.headers['content-length'])).toBeGreaterThan(1000)
    }
  })

  test('is sent as it is where it is small, where the address asks something, and where it is no text', async () => {
    const { lead, anybody } = await given()
    const small = await lead.get('/api/v1/me', { headers: browser })
    expect(small.rawPayload.length).toBeLessThan(1000)
    const asking = await lead.get('/psykisk-halsa?q=boende', { headers: browser })
    expect(asking.statusCode).toBe(200)
    const missing = await anybody.get(`${api}/nothing`, { headers: browser })
    // Nor does a token that a stranger made up, of which the page says its address again beside who looks.
    const madeUp = await lead.get('/logga-in/Verksamhetsutvecklare', { headers: browser })
    expect(madeUp.body).toContain('/logga-in/Verksamhetsutvecklare')
    const asNobody = await anybody.get('/logga-in/Verksamhetsutvecklare', { headers: browser })
    expect(asNobody.headers['content-encoding']).toBe('br')
    for (const one of [small, asking, missing, madeUp])
      expect(one.headers['content-encoding']).toBeUndefined()
  })

  test('and what may be kept has its ETag and its 304 as before', async () => {
    const { anybody, lead } = await given()
    const first = await anybody.get('/psykisk-halsa', { headers: browser })
    expect(first.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-cache' })
    const again = await anybody.get('/psykisk-halsa', {
      headers: { ...browser, 'if-none-match': String(first.headers.etag) },
    })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    const own = await lead.get('/psykisk-halsa', {
      headers: { ...browser, 'if-none-match': String(first.headers.etag) },
    })
    expect([own.statusCode, own.headers.etag]).toEqual([200, undefined])
  })

  test('holds at a secret address no secret but its own token', async () => {
    const { anybody, db, path, token } = await given()
    const { body } = await anybody.get(path)
    expect(body).toContain(token)
    // The key of the form's intention is made anew for each answer: there is nothing to guess twice.
    const keys = [body, (await anybody.get(path)).body].map(
      (one) => /name="key" value="([^"]+)"/.exec(one)![1]!,
    )
    expect(keys[0]).not.toBe(keys[1])
    const long =
      body
        .replaceAll(token, '')
        .replaceAll(keys[0]!, '')
        .match(/[\w-]{40,}/g) ?? []
    expect(long.filter((one) => /\d/.test(one) && /[A-Z]/.test(one))).toEqual([])
    const people = await db.read((tx) => tx.select().from(tx.tables.people))
    expect(people.length).toBeGreaterThan(5)
    for (const { name, email } of people) {
      if (name) expect(body).not.toContain(name)
      if (email) expect(body).not.toContain(email)
    }
  })
})
