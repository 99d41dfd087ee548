import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { accountOf } from '../../server/people/account.store.ts'
import { issueLink } from '../../server/people/links.store.ts'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const url = `${plan}/activities`
const activity = (said: object = {}) => ({
  point: '1',
  what: 'Första träffen i Strandby.',
  happenedOn: '2023-11-16',
  participants: 120,
  ...said,
})
const right = activity({ what: 'Första träffen i Sjöby.', participants: 12 })

const logged = async () => {
  const all = await world()
  const ambassador = await all.as('ambassador')
  const answer = await ambassador.post(url, activity())
  const { id } = (answer.json() as { activity: { id: number } }).activity
  return { ...all, ambassador, id, correcting: `${url}/${id}/corrections` }
}

describe('a correction is refused, and nothing is written', () => {
  test('without a session, as a reader, of somebody else’s, of one that is not there', async () => {
    const { app, as, ambassador, rows, correcting } = await logged()
    const reader = await as('reader')
    const reporter = await as('reporter')
    const lead = await as('strategist')
    const before = await rows()
    const headers = { 'idempotency-key': randomUUID() }
    const nobody = await app.inject({ method: 'POST', url: correcting, headers, payload: right })
    expect(nobody.statusCode).toBe(401)
    expect((await reader.post(correcting, right)).statusCode).toBe(403)
    expect((await reporter.post(correcting, right)).statusCode).toBe(404)
    expect((await lead.post(correcting, right)).statusCode).toBe(404)
    expect((await ambassador.post(`${url}/999999/corrections`, right)).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
  })

  test('when the rules say no, and of one that was corrected before', async () => {
    const { ambassador, rows, correcting } = await logged()
    const before = await rows()
    const wrong = await ambassador.post(correcting, activity({ what: ' ', participants: -1 }))
    expect([wrong.statusCode, ...codesOf(wrong)]).toEqual([
      422,
      'what-missing what',
      'participants-not-a-count participants',
    ])
    expect(await rows()).toEqual(before)
    await ambassador.post(correcting, right)
    const again = await ambassador.post(correcting, right)
    expect([again.statusCode, ...codesOf(again)]).toEqual([409, 'activity-corrected'])
  })
})

test('an own activity is corrected with its history: it takes the place and the count of the one before (A06)', async () => {
  const { ambassador, anybody, correcting, id, rows } = await logged()
  const counted = async () =>
    ((await anybody.get(`${plan}/points/1`)).json() as { activities: number }).activities
  const before = await counted()
  const key = randomUUID()
  const answer = await ambassador.post(correcting, right, key)
  expect([answer.statusCode, answer.json()]).toMatchObject([
    201,
    { ordinal: before, activity: { corrects: id, participants: 12 } },
  ])
  expect((await ambassador.post(correcting, right, key)).body).toBe(answer.body)
  expect(await counted()).toBe(before)
  const { items } = (await ambassador.get(url)).json() as { items: { id: number }[] }
  expect(items.some((one) => one.id === id)).toBe(false)
  expect((await rows()).activities).toBe(228 + 2)
})

describe('who sends', () => {
  test('what somebody else wrote on the same phone is not sent in another’s name (A16)', async () => {
    const { as, db, rows } = await world()
    const ambassador = await as('ambassador')
    const account = await db.read((tx) => accountOf(tx, ambassador.personId))
    const reporter = await as('reporter')
    const before = await rows()
    const answer = await reporter.post(url, activity({ account }))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([403, 'other-account'])
    expect(await rows()).toEqual(before)
    expect((await ambassador.post(url, activity({ account }))).statusCode).toBe(201)
  })

  test('only in the name of an own organisation (A14)', async () => {
    const { as, db, rows } = await world()
    const ambassador = await as('ambassador')
    const before = await rows()
    const { own, other } = await db.read(async (tx) => {
      const { people, organisations } = tx.tables
      const me = (await tx.select().from(people)).find((one) => one.id === ambassador.personId)!
      const all = await tx.select().from(organisations)
      return {
        own: all.find((one) => one.id === me.organisationId)!.code,
        other: all.find((one) => one.id !== me.organisationId)!,
      }
    })
    const refused = await ambassador.post(url, activity({ organisation: other.code }))
    expect([refused.statusCode, ...codesOf(refused)]).toEqual([422, 'organisation-not-yours organisation'])
    expect(await rows()).toEqual(before)
    expect((await ambassador.post(url, activity({ organisation: own }))).statusCode).toBe(201)
    await db.write(async (tx) => {
      await tx.insert(tx.tables.memberships).values({
        planId: 1,
        personId: ambassador.personId,
        role: 'ambassador',
        function: 'Ledare',
        organisationId: other.id,
        createdAt: '2023-11-01T09:00:00.000Z',
      })
    })
    const both = await ambassador.post(url, activity({ organisation: other.code }))
    expect(both.json()).toMatchObject({
      activity: { by: { function: 'Ledare', organisation: { code: other.code } } },
    })
  })
})

describe('by the link of a mail', () => {
  const byLink = async () => {
    const all = await world()
    const { personId } = await all.as('ambassador')
    const issue = (purpose: 'log' | 'answer', planId: number) =>
      all.db.write((tx) => issueLink(tx, { purpose, personId, planId }, all.now))
    const post = (token: string, to = url, body: object = activity()) =>
      all.app.inject({
        method: 'POST',
        url: to,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
        payload: body,
      })
    return { ...all, issue, post }
  }

  test('of another deed, another plan, or spoiled: refused, and nothing is written', async () => {
    const { issue, post, rows } = await byLink()
    const answer = await issue('answer', 1)
    const log = await issue('log', 1)
    const before = await rows()
    expect((await post(answer)).statusCode).toBeGreaterThanOrEqual(401)
    expect((await post('x'.repeat(43))).statusCode).toBe(401)
    expect((await post(log, '/api/v1/plans/klimat-munster/activities')).statusCode).toBe(404)
    expect((await post(log, `${plan}/points/1/updates`, {})).statusCode).toBe(403)
    expect(await rows()).toEqual(before)
  })

  test('it is logged as the person’s own, many times', async () => {
    const { issue, post, rows } = await byLink()
    const token = await issue('log', 1)
    const before = await rows()
    for (const time of [1, 2]) {
      const answer = await post(token)
      expect([time, answer.statusCode]).toEqual([time, 201])
    }
    expect((await rows()).activities! - before.activities!).toBe(2)
  })
})

describe('showing several at once', () => {
  const three = async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const ids: number[] = []
    for (const what of ['Ett', 'Två', 'Tre']) {
      const answer = await ambassador.post(url, activity({ what }))
      ids.push((answer.json() as { activity: { id: number } }).activity.id)
    }
    const words = async () => {
      const { items } = (await all.anybody.get(`${url}?limit=3`)).json() as {
        items: { what: { text: string } | null }[]
      }
      return items.map((one) => one.what?.text)
    }
    return { ...all, ambassador, ids, words, showing: `${url}/visibility` }
  }

  test('not by an ambassador, not when one of them is not there, not without a choice: none is shown', async () => {
    const { as, ambassador, ids, rows, showing } = await three()
    const lead = await as('strategist')
    const before = await rows()
    expect((await ambassador.put(showing, { ids, shown: true })).statusCode).toBe(403)
    expect((await lead.put(showing, { ids: [...ids, 999_999], shown: true })).statusCode).toBe(404)
    expect((await lead.put(showing, { ids: [], shown: true })).statusCode).toBe(400)
    expect(await rows()).toEqual(before)
  })

  test('all in one press, and hidden again', async () => {
    const { as, ids, words, showing } = await three()
    const lead = await as('strategist')
    const [, ...others] = ids
    expect((await lead.put(showing, { ids: others, shown: true })).json()).toMatchObject({
      items: [{ shown: true }, { shown: true }],
    })
    expect(await words()).toEqual(['Tre', 'Två', undefined])
    await lead.put(showing, { ids: [others[0]], shown: false })
    expect(await words()).toEqual(['Tre', undefined, undefined])
  })
})

test('a list is narrowed by point, target group and organisation', async () => {
  const { as, anybody } = await world()
  const ambassador = await as('ambassador')
  const answer = await ambassador.post(url, activity({ targetGroup: 'aldre', point: '3' }))
  const { activity: fresh } = answer.json() as {
    activity: { id: number; by: { organisation: { code: string } } }
  }
  const { code } = fresh.by.organisation
  const list = async (query: string) =>
    ((await anybody.get(`${url}?${query}`)).json() as { items: (typeof fresh)[] }).items
  const found = await list(`point=3&targetGroup=aldre&organisation=${code}`)
  expect(found[0]!.id).toBe(fresh.id)
  expect(found.every((one) => one.by.organisation.code === code)).toBe(true)
  expect((await list('targetGroup=barn')).some((one) => one.id === fresh.id)).toBe(false)
  expect((await anybody.get(`${url}?organisation=ingen`)).statusCode).toBe(404)
  expect((await anybody.get(`${url}?targetGroup=hundar`)).statusCode).toBe(400)
})
