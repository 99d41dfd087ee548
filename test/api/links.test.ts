import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { usualAllowance } from '../../server/http/rate-limits.ts'
import { issueLink, revokeLinks, type NewLink } from '../../server/people/links.store.ts'
import type { Dependencies } from '../../server/dependencies.ts'
import { deactivatePerson } from '../../server/people/store.ts'
import { findPoint } from '../../server/points/store.ts'
import { world, type World } from '../support/world.ts'
import { anotherPlan } from './people.given.ts'
import { codesOf, latestOf, plan, update } from './given.ts'
import { assignOwner } from '../support/by-address.ts'

const activities = `${plan}/activities`
const activity = { point: '7', what: 'Två träffar i Rimbo.', happenedOn: '2023-11-17' }
const day = 86_400_000

/** A world with somebody's link, and the ways to use it. */
async function linked(
  role: 'ambassador' | 'reporter',
  link: Partial<NewLink> & Pick<NewLink, 'purpose'>,
  dependencies: Partial<Dependencies> = {},
) {
  const all = await world({ parts: dependencies })
  const member = await all.as(role)
  const token = await all.db.write((tx) =>
    issueLink(tx, { personId: member.personId, planId: 1, ...link }, all.now),
  )
  return { all, member, token, by: caller(all, token) }
}

const caller =
  ({ app }: World, token: string) =>
  (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, more: Record<string, string> = {}) =>
    app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...more },
      payload,
    })

const answerLink = async (all: World) => {
  const reporter = await all.as('reporter')
  const strategist = await all.as('strategist')
  const owner = (personId: number | null) =>
    all.db.write((tx) =>
      assignOwner(tx, 'psykisk-halsa', '16', personId, '2023-11-20', {
        by: { personId: strategist.personId, function: 'Folkhälsostrateg', organisationId: null },
        now: all.now,
        salt: all.parts.salt,
      }),
    )
  await owner(reporter.personId)
  const point = (await all.db.read((tx) => findPoint(tx, 1, '16')))!
  const link: NewLink = { purpose: 'answer', personId: reporter.personId, planId: 1, scope: String(point.id) }
  const token = await all.db.write((tx) => issueLink(tx, link, all.now))
  return { reporter, owner, by: caller(all, token) }
}

describe('a link that opens one deed', () => {
  test('opens nothing when it is made up, signs in, or belongs to somebody who may not do the deed', async () => {
    const { all, member } = await linked('ambassador', { purpose: 'log' })
    const reader = await all.as('reader')
    const issue = (link: NewLink) => all.db.write((tx) => issueLink(tx, link, all.now))
    const tokens = [
      'x'.repeat(43),
      await issue({ purpose: 'sign-in', personId: member.personId }),
      await issue({ purpose: 'invitation', personId: member.personId, planId: 1 }),
      await issue({ purpose: 'log', personId: member.personId }),
      await issue({ purpose: 'log', personId: reader.personId, planId: 1 }),
      await issue({ purpose: 'answer', personId: member.personId, planId: 1, scope: '1' }),
    ]
    const before = await all.rows()
    for (const token of tokens) {
      const refused = await caller(all, token)('POST', activities, activity)
      expect([refused.statusCode, ...codesOf(refused)]).toEqual([401, 'link-gone'])
    }
    expect(await all.rows()).toEqual(before)
  })

  test('dies after sixty days, when it is revoked, and when its person is deactivated', async () => {
    for (const end of [
      (all: World) => Promise.resolve((all.now = new Date(all.now.getTime() + 60 * day))),
      (all: World, personId: number) =>
        all.db.write((tx) => revokeLinks(tx, { personId, purpose: 'log' }, all.now)),
      (all: World, personId: number) => all.db.write((tx) => deactivatePerson(tx, personId, all.now)),
    ]) {
      const { all, member, by } = await linked('ambassador', { purpose: 'log' })
      expect((await by('POST', activities, activity)).statusCode).toBe(201)
      await end(all, member.personId)
      const before = await all.rows()
      expect(codesOf(await by('POST', activities, activity))).toEqual(['link-gone'])
      expect(await all.rows()).toEqual(before)
    }
  })

  test('lives sixty days and no longer', async () => {
    const { all, by } = await linked('ambassador', { purpose: 'log' })
    all.now = new Date(all.now.getTime() + 60 * day - 1)
    expect((await by('POST', activities, activity)).statusCode).toBe(201)
  })

  test('dies when a review day closes after it was sent; one sent afterwards lives', async () => {
    const { all, member, by } = await linked('ambassador', { purpose: 'log' })
    const strategist = await all.as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
    const { latestUpdate } = (await strategist.get(`${plan}/reviews/2023-ht-2`)).json() as {
      latestUpdate: number
    }
    all.now = new Date(all.now.getTime() + 1000)
    const closed = await strategist.put(`${plan}/reviews/2023-ht-2/closure`, { basedOn: latestUpdate })
    expect(closed.statusCode).toBe(200)
    expect(codesOf(await by('POST', activities, activity))).toEqual(['link-gone'])
    all.now = new Date(all.now.getTime() + 1000)
    const link: NewLink = { purpose: 'log', personId: member.personId, planId: 1 }
    const fresh = await all.db.write((tx) => issueLink(tx, link, all.now))
    expect((await caller(all, fresh)('POST', activities, activity)).statusCode).toBe(201)
  })

  test('to answer reaches its own point only, and dies when the point is somebody else’s', async () => {
    const all = await world()
    const { reporter, owner, by } = await answerLink(all)
    const own = (number: string) => `${plan}/points/${number}/updates`
    const claim = update({ basedOn: await latestOf(reporter, '16') })
    const seven = await by('POST', own('7'), update({ basedOn: await latestOf(reporter, '7') }))
    expect([seven.statusCode, ...codesOf(seven)]).toEqual([403, 'not-your-point'])
    expect((await by('POST', activities, activity)).statusCode).toBe(403)
    expect((await by('POST', own('16'), claim)).statusCode).toBe(201)
    await owner(null)
    const before = await all.rows()
    const again = update({ basedOn: await latestOf(reporter, '16') })
    expect(codesOf(await by('POST', own('16'), again))).toEqual(['link-gone'])
    expect(await all.rows()).toEqual(before)
  })

  test('opens no other plan, and one that is not published does not exist for it', async () => {
    const { all, by } = await linked('ambassador', { purpose: 'log' })
    const administrator = await all.as('administrator')
    expect((await administrator.post('/api/v1/plans', anotherPlan)).statusCode).toBe(201)
    const before = await all.rows()
    expect((await by('POST', '/api/v1/plans/suicidprevention/activities', activity)).statusCode).toBe(404)
    expect(await all.rows()).toEqual(before)
  })

  test('opens nothing else of its plan, and nothing of its person', async () => {
    const { all, by } = await linked('ambassador', { purpose: 'log' })
    const before = await all.rows()
    for (const [method, url, body] of [
      ['GET', `${plan}/drafts/activity`],
      ['PUT', '/api/v1/me', { reminders: false }],
      ['GET', '/api/v1/me/session'],
      ['PUT', '/api/v1/me/session', {}],
      ['POST', `${plan}/points/7/updates`, update()],
      ['PUT', `${plan}/activities/1/visibility`, { shown: true }],
    ] as const)
      expect([url, (await by(method, url, body)).statusCode]).toEqual([url, 403])
    expect(await all.rows()).toEqual(before)
  })

  test('shows nothing on a page, and open answers are what everybody gets', async () => {
    const { all, by } = await linked('ambassador', { purpose: 'log' })
    expect((await by('GET', '/mitt')).statusCode).toBe(401)
    expect((await by('GET', '/psykisk-halsa/logga')).statusCode).toBe(401)
    const [bearer, nobody] = [await by('GET', activities), await all.anybody.get(activities)]
    expect(bearer.headers['cache-control']).toBe('no-cache')
    expect(bearer.body).toBe(nobody.body)
    expect(bearer.headers['set-cookie']).toBeUndefined()
  })

  test('does its deed as its person, also where somebody else is signed in', async () => {
    const { all, member, by } = await linked('ambassador', { purpose: 'log' })
    const strategist = await all.as('strategist')
    const cookie = strategist.cookie
    expect((await by('POST', activities, activity, { cookie })).statusCode).toBe(201)
    const [last] = (await all.db.read((tx) => tx.select().from(tx.tables.activities))).slice(-1)
    expect(last?.recordedBy).toBe(member.personId)
  })

  test('from a foreign page does nothing', async () => {
    const { all, by } = await linked('ambassador', { purpose: 'log' })
    const before = await all.rows()
    const refused = await by('POST', activities, activity, { origin: 'https://elak.example' })
    expect([refused.statusCode, ...codesOf(refused)]).toEqual([403, 'foreign-origin'])
    expect(await all.rows()).toEqual(before)
  })

  test('is not guessed: a network that sends many wrong tokens has to wait, with right ones too', async () => {
    const limits = { ...usualAllowance, wrongTokens: 4 }
    const { all, token, by } = await linked('ambassador', { purpose: 'log' }, { limits })
    for (let n = 0; n <= limits.wrongTokens; n += 1) await caller(all, `x${n}`)('POST', activities, activity)
    const before = await all.rows()
    const refused = await by('POST', activities, activity)
    expect([refused.statusCode, ...codesOf(refused)]).toEqual([429, 'too-many'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await all.anybody.get(`/logga-in/${token}`)).statusCode).toBe(429)
    expect((await all.anybody.get('/psykisk-halsa')).statusCode).toBe(200)
    expect(await all.rows()).toEqual(before)
  })
})
