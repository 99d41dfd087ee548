import { describe, expect, test } from 'vitest'
import { issueLink } from '../../server/people/links.store.ts'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const url = `${plan}/drafts/activity`
const draft = (said: object = {}) => ({
  point: '1',
  what: 'Första träffen i Strand',
  happenedOn: '2023-11',
  targetGroup: '',
  occasions: '1',
  participants: 'tolv',
  link: '',
  ...said,
})
const nothing = { draft: null, changedAt: null }

describe('a draft is refused, and nothing is written', () => {
  test('without a session, as a reader, and through a link', async () => {
    const { app, as, db, rows, now } = await world()
    const reader = await as('reader')
    const { personId } = await as('ambassador')
    const token = await db.write((tx) => issueLink(tx, { purpose: 'log', personId, planId: 1 }, now))
    const before = await rows()
    const headers = { authorization: `Bearer ${token}` }
    const payload = { draft: draft() }
    expect((await app.inject({ method: 'PUT', url, payload })).statusCode).toBe(401)
    expect((await reader.put(url, payload)).statusCode).toBe(403)
    expect((await app.inject({ method: 'PUT', url, payload, headers })).statusCode).toBe(403)
    expect((await app.inject({ method: 'GET', url, headers })).statusCode).toBe(403)
    expect(await rows()).toEqual(before)
  })

  test('when it is too large, holds what nobody asked for, or was written by somebody else', async () => {
    const { as, rows } = await world()
    const ambassador = await as('ambassador')
    const before = await rows()
    for (const body of [
      { draft: draft({ what: 'x'.repeat(10_001) }) },
      { draft: draft({ status: 'closed' }) },
      {},
    ])
      expect((await ambassador.put(url, body)).statusCode).toBe(400)
    const other = await ambassador.put(url, { draft: draft(), account: '0123456789abcdef' })
    expect([other.statusCode, ...codesOf(other)]).toEqual([403, 'other-account'])
    expect(await rows()).toEqual(before)
  })
})

describe('a draft (S13)', () => {
  test('is kept as it was typed, the last in place of the one before, without a key, and is nobody else’s', async () => {
    const { as, app, rows, now } = await world()
    const ambassador = await as('ambassador')
    expect((await ambassador.get(url)).json()).toEqual(nothing)
    const before = await rows()
    await ambassador.put(url, { draft: draft() })
    const answer = await ambassador.get(url, {
      method: 'PUT',
      payload: { draft: draft({ what: 'Andra träffen' }) },
    })
    const kept = { draft: draft({ what: 'Andra träffen' }), changedAt: now.toISOString() }
    expect([answer.statusCode, answer.json()]).toEqual([200, kept])
    expect((await ambassador.get(url)).json()).toEqual(kept)
    expect((await (await as('reporter')).get(url)).json()).toEqual(nothing)
    expect((await app.inject({ method: 'GET', url })).statusCode).toBe(401)
    const after = await rows()
    expect([after.drafts! - before.drafts!, after.idempotencyKeys! - before.idempotencyKeys!]).toEqual([1, 0])
  })

  test('is thrown away when its author begins anew, and nothing happens where there is none', async () => {
    const { as, rows } = await world()
    const ambassador = await as('ambassador')
    await ambassador.put(url, { draft: draft() })
    await (await as('reporter')).get(url, { method: 'DELETE' })
    expect((await rows()).drafts).toBe(1)
    expect((await ambassador.get(url, { method: 'DELETE' })).json()).toEqual(nothing)
    expect((await ambassador.get(url, { method: 'DELETE' })).statusCode).toBe(200)
    expect((await rows()).drafts).toBe(0)
  })

  test('goes when it is saved, and stays when saving is refused', async () => {
    const { as, rows } = await world()
    const ambassador = await as('ambassador')
    await ambassador.put(url, { draft: draft() })
    const said = { point: '1', what: '', happenedOn: '2023-11-16' }
    expect((await ambassador.post(`${plan}/activities`, said)).statusCode).toBe(422)
    expect((await rows()).drafts).toBe(1)
    const saved = { ...said, what: 'Första träffen i Strandby' }
    expect((await ambassador.post(`${plan}/activities`, saved)).statusCode).toBe(201)
    expect((await rows()).drafts).toBe(0)
  })

  test('is gone after 90 days, and swept away when somebody writes another', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    await ambassador.put(url, { draft: draft() })
    all.now = new Date('2024-02-18T08:00:00.000Z')
    expect((await (await all.as('ambassador')).get(url)).json()).toMatchObject({ draft: draft() })
    all.now = new Date('2024-02-19T09:00:00.000Z')
    expect((await (await all.as('ambassador')).get(url)).json()).toEqual(nothing)
    await (await all.as('reporter')).put(url, { draft: draft() })
    expect((await all.rows()).drafts).toBe(1)
  })
})
