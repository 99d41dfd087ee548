import { describe, expect, test } from 'vitest'
import { issueLink } from '../../server/people/links.store.ts'
import { addMembership, deactivatePerson } from '../../server/people/store.ts'
import { world, type Member, type World } from '../support/world.ts'
import { codesOf } from './given.ts'

const hour = 3_600_000
const minute = 60_000
const me = '/api/v1/me'

const later = (all: World, milliseconds: number) => {
  all.now = new Date(all.now.getTime() + milliseconds)
}
const status = async (member: Member, url = '/mitt') => (await member.get(url)).statusCode
const left = async (member: Member) => (await member.get(`${me}/session`)).json() as { secondsLeft: number }

const sessions = ({ db }: World) =>
  db.read((tx) => tx.select().from(tx.tables.sessions).orderBy(tx.tables.sessions.id))

/** The use of the last session is written down after its answer has gone. */
const noted = (all: World) =>
  expect
    .poll(async () => (await sessions(all)).at(-1)!.lastUsedAt, { interval: 5 })
    .toBe(all.now.toISOString())

describe('the session of somebody who decides', () => {
  test('ends after twelve hours without use', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    later(all, 12 * hour - 1)
    expect(await left(strategist)).toEqual({ secondsLeft: 0 })
    later(all, 1)
    expect(await status(strategist)).toBe(401)
  })

  test('moves on with use, and a read does not wait for it', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    for (let n = 0; n < 5; n += 1) {
      later(all, 11 * hour)
      expect(await status(strategist)).toBe(200)
      await noted(all)
    }
    expect((await left(strategist)).secondsLeft).toBe(12 * 3600)
  })

  test('is written down at most every five minutes', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const opened = (await sessions(all)).at(-1)!
    later(all, 5 * minute - 1)
    await status(strategist)
    expect((await sessions(all)).at(-1)).toEqual(opened)
    later(all, 1)
    await status(strategist)
    await noted(all)
  })

  test('ends thirty days after it was opened, however much it is used', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const opened = new Date(all.now.getTime() - 30 * 24 * hour + 20 * minute)
    await all.db.write((tx) => tx.update(tx.tables.sessions).set({ createdAt: opened.toISOString() }))
    expect((await strategist.put(`${me}/session`, {})).json()).toEqual({ secondsLeft: 1200 })
    later(all, 20 * minute)
    expect(await status(strategist)).toBe(401)
  })

  test('can be stayed in by one request; asking how long is left is not using it', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    later(all, 12 * hour - 4 * minute)
    expect(await left(strategist)).toEqual({ secondsLeft: 240 })
    expect(await left(strategist)).toEqual({ secondsLeft: 240 })
    expect((await strategist.put(`${me}/session`, {})).json()).toEqual({ secondsLeft: 12 * 3600 })
    expect(await left(strategist)).toEqual({ secondsLeft: 12 * 3600 })
    later(all, 13 * hour)
    expect((await strategist.put(`${me}/session`, {})).statusCode).toBe(401)
  })

  test('is as short for whoever comes to decide while it lasts', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    later(all, 13 * hour)
    expect(await status(ambassador)).toBe(200)
    await noted(all)
    const role = {
      planId: 1,
      personId: ambassador.personId,
      role: 'strategist',
      function: 'Strateg',
    } as const
    await all.db.write((tx) => addMembership(tx, role, all.now))
    expect((await left(ambassador)).secondsLeft).toBe(12 * 3600)
    later(all, 12 * hour)
    expect(await status(ambassador)).toBe(401)
  })
})

describe('any session', () => {
  test('of those who log and read lasts thirty days, used or not', async () => {
    const all = await world()
    for (const role of ['reporter', 'ambassador', 'reader']) {
      const member = await all.as(role)
      const start = all.now.getTime()
      later(all, 30 * 24 * hour - 1)
      expect(await status(member)).toBe(200)
      later(all, 1)
      expect(await status(member)).toBe(401)
      all.now = new Date(start)
    }
  })

  test('dies with its person, at once', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    await all.db.write((tx) => deactivatePerson(tx, ambassador.personId, all.now))
    expect(await status(ambassador)).toBe(401)
    expect(codesOf(await ambassador.get(`${me}/session`))).toEqual(['not-signed-in'])
  })

  test('keeps a coarse name of its browser and nothing finer', async () => {
    const all = await world()
    const { personId } = await all.as('ambassador')
    const token = await all.db.write((tx) => issueLink(tx, { purpose: 'sign-in', personId }, all.now))
    await all.app.inject({
      method: 'POST',
      url: `/logga-in/${token}`,
      headers: { 'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0' },
    })
    expect((await sessions(all)).at(-1)!.device).toBe('Firefox, Android')
  })
})

describe('one’s own account', () => {
  const account = async (member: Member) =>
    (await member.get('/mitt/konto', { headers: { accept: 'application/json' } })).json() as {
      language: string
      reminders: boolean
      sessions: { id: number; current: boolean }[]
      links: { id: number; purpose: string; plan: string }[]
    }

  test('is closed to whoever is not signed in', async () => {
    const all = await world()
    const before = await all.rows()
    expect((await all.anybody.get('/mitt/konto')).statusCode).toBe(401)
    for (const url of [me, `${me}/session`, `${me}/sessions/1/revocation`, `${me}/links/1/revocation`])
      expect((await all.app.inject({ method: 'PUT', url, payload: {} })).statusCode).toBe(401)
    expect(await all.rows()).toEqual(before)
  })

  test('holds language and reminders, each changed by itself', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    expect(await account(ambassador)).toMatchObject({ language: 'sv', reminders: true })
    expect((await ambassador.put(me, { reminders: false })).json()).toEqual({ reminders: false })
    expect(await account(ambassador)).toMatchObject({ language: 'sv', reminders: false })
    await ambassador.put(me, { language: 'en' })
    expect(await account(ambassador)).toMatchObject({ language: 'en', reminders: false })
    await ambassador.put(me, { reminders: true })
    expect(await account(ambassador)).toMatchObject({ language: 'en', reminders: true })
  })

  test('takes no other language, and nothing that nobody asked for', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const before = await all.rows()
    for (const body of [{ language: 'de' }, { reminders: 'no' }, { administrator: true }])
      expect((await ambassador.put(me, body)).statusCode).toBe(400)
    expect(await all.rows()).toEqual(before)
  })

  test('lists one’s sessions, and ends one: its next request is refused, the other goes on', async () => {
    const all = await world()
    const [phone, desk] = [await all.as('ambassador'), await all.as('ambassador')]
    const mine = (await account(desk)).sessions
    expect(mine.map((one) => one.current)).toEqual([true, false])
    const ended = await desk.put(`${me}/sessions/${mine[1]!.id}/revocation`, {})
    expect([ended.statusCode, ended.json()]).toEqual([200, { id: mine[1]!.id }])
    expect((await account(desk)).sessions).toHaveLength(1)
    const refused = await phone.post('/api/v1/plans/psykisk-halsa/activities', {})
    expect([refused.statusCode, ...codesOf(refused)]).toEqual([401, 'not-signed-in'])
    expect([await status(phone), await status(desk)]).toEqual([401, 200])
  })

  test('does not reach anybody else’s session or link', async () => {
    const all = await world()
    const [ambassador, reader] = [await all.as('ambassador'), await all.as('reader')]
    const [session] = (await account(reader)).sessions
    const { personId } = reader
    await all.db.write((tx) => issueLink(tx, { purpose: 'log', personId, planId: 1 }, all.now))
    const [link] = (await account(reader)).links
    const before = await all.rows()
    expect((await ambassador.put(`${me}/sessions/${session!.id}/revocation`, {})).statusCode).toBe(404)
    expect((await ambassador.put(`${me}/links/${link!.id}/revocation`, {})).statusCode).toBe(404)
    expect((await ambassador.put(`${me}/links/0/revocation`, {})).statusCode).toBe(400)
    expect(await all.rows()).toEqual(before)
    expect(await status(reader)).toBe(200)
  })

  test('lists the links in one’s name that open something, and ends them', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const { personId } = ambassador
    const issue = (purpose: 'log' | 'sign-in') =>
      all.db.write((tx) => issueLink(tx, { purpose, personId, planId: 1 }, all.now))
    const token = await issue('log')
    await issue('sign-in')
    const { links } = await account(ambassador)
    expect(links).toMatchObject([{ purpose: 'log', plan: 'Tillsammans för psykisk hälsa (exempel)' }])
    expect((await ambassador.put(`${me}/links/${links[0]!.id}/revocation`, {})).statusCode).toBe(200)
    expect((await account(ambassador)).links).toEqual([])
    const headers = { authorization: `Bearer ${token}` }
    const url = '/api/v1/plans/psykisk-halsa/activities'
    const refused = await all.app.inject({ method: 'POST', url, headers, payload: {} })
    expect(codesOf(refused)).toEqual(['link-gone'])
  })
})
