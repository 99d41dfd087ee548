import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import type { Database } from '../../server/database/database.ts'
import { findLink, issueSignInLink } from '../../server/people/links.store.ts'
import {
  addMembership,
  addPerson,
  deactivatePerson,
  membershipsOf,
  peopleWithRole,
} from '../../server/people/store.ts'
import { rolesIn, type Membership } from '../../server/http/viewer.ts'
import { findViewer, signIn, signOut } from '../../server/people/sessions.store.ts'
import { aPlan, everything, refusalOf } from './given.ts'

const now = new Date('2021-06-01T08:00:00.000Z')
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

/** Two people in a plan: number 1 a strategist, number 2 an ambassador; and number 3, an administrator. */
async function aCast() {
  const { db, planId } = await aPlan()
  const member = (personId: number, role: Membership['role']) => ({
    planId,
    personId,
    role,
    function: 'Handläggare',
  })
  await db.write(async (tx) => {
    await addMembership(tx, member(1, 'strategist'), now)
    await addMembership(tx, member(2, 'ambassador'), now)
    const admin = { name: 'Ada', email: 'ada@sjovik.example', organisationId: null, administrator: true }
    await addPerson(tx, admin, now)
  })
  return { db, planId }
}

const link = (db: Database, person: number) => db.write((tx) => issueSignInLink(tx, person, now))
const enter = (db: Database, token: string, at = now) => db.write((tx) => signIn(tx, token, at))
const viewer = (db: Database, session: string, at = now) => db.read((tx) => findViewer(tx, session, at))

describe('a sign-in link opens nothing', () => {
  test('when nobody issued it', async () => {
    const { db } = await aCast()
    const before = await everything(db)
    expect(await enter(db, 'hittepå')).toBeUndefined()
    expect(await db.read((tx) => findLink(tx, 'hittepå', now))).toBeUndefined()
    expect(await everything(db)).toEqual(before)
  })

  test('a second time, also when both come at once', async () => {
    const { db } = await aCast()
    const token = await link(db, 1)
    const both = await Promise.all([enter(db, token), enter(db, token)])
    expect(both.filter((one) => one !== undefined)).toHaveLength(1)
    expect(await enter(db, token)).toBeUndefined()
    expect((await everything(db)).sessions).toHaveLength(1)
  })

  test('when a quarter of an hour has gone', async () => {
    const { db } = await aCast()
    const token = await link(db, 1)
    expect(await db.read((tx) => findLink(tx, token, after(15)))).toBeUndefined()
    expect(await enter(db, token, after(15))).toBeUndefined()
    expect(await enter(db, token, after(14))).toBeDefined()
  })

  test('for somebody who has left, whether it was issued before or after', async () => {
    const { db } = await aCast()
    const before = await link(db, 1)
    await db.write((tx) => deactivatePerson(tx, 1, now))
    expect(await db.read((tx) => findLink(tx, before, now))).toBeUndefined()
    expect(await enter(db, before)).toBeUndefined()
    expect(await enter(db, await link(db, 1))).toBeUndefined()
    expect((await everything(db)).sessions).toEqual([])
  })
})

describe('a sign-in link', () => {
  test('is not used by being looked at, as mail scanners do', async () => {
    const { db } = await aCast()
    const token = await link(db, 1)
    for (let look = 0; look < 3; look += 1)
      expect(await db.read((tx) => findLink(tx, token, now))).toBeDefined()
    expect(await enter(db, token)).toBeDefined()
    expect(await db.read((tx) => findLink(tx, token, now))).toBeUndefined()
  })

  test('and the session it opens are not in the database: a stolen copy opens nothing', async () => {
    const { db } = await aCast()
    const token = await link(db, 1)
    const { session } = (await enter(db, token))!
    const all = JSON.stringify(await everything(db))
    expect(all).not.toContain(token)
    expect(all).not.toContain(session)
  })
})

describe('a session', () => {
  test.for([
    ['a strategist', 1, 12 * 60],
    ['an ambassador', 2, 30 * 24 * 60],
    ['an administrator', 3, 12 * 60],
  ] as const)('of %s ends by itself in its time', async ([, person, minutes]) => {
    const { db } = await aCast()
    const { session, seconds } = (await enter(db, await link(db, person)))!
    expect(seconds).toBe(30 * 86_400)
    expect((await viewer(db, session, after(minutes - 1)))?.personId).toBe(person)
    expect(await viewer(db, session, after(minutes))).toBeUndefined()
  })

  test('ends when it is ended, and only that one', async () => {
    const { db } = await aCast()
    const [phone, desk] = [(await enter(db, await link(db, 1)))!, (await enter(db, await link(db, 1)))!]
    await db.write((tx) => signOut(tx, phone.session, now))
    expect(await viewer(db, phone.session)).toBeUndefined()
    expect((await viewer(db, desk.session))?.personId).toBe(1)
    const ended = (await everything(db)).sessions
    await db.write((tx) => signOut(tx, phone.session, after(5)))
    await db.write((tx) => signOut(tx, 'hittepå', after(5)))
    expect((await everything(db)).sessions).toEqual(ended)
  })

  test('ends everywhere when its person leaves; what they recorded stays', async () => {
    const { db } = await aCast()
    const { session } = (await enter(db, await link(db, 2)))!
    const { people } = await everything(db)
    await db.write((tx) => deactivatePerson(tx, 2, after(1)))
    expect(await viewer(db, session)).toBeUndefined()
    expect((await everything(db)).people).toHaveLength(people!.length)
  })

  test('tells who it is and what they are in each plan; a membership that has ended counts no more', async () => {
    const { db, planId } = await aCast()
    const { session } = (await enter(db, await link(db, 1)))!
    const seen = (await viewer(db, session))!
    expect(seen).toMatchObject({ personId: 1, name: 'Siv Strateg', administrator: false, language: 'sv' })
    expect(rolesIn(seen, planId)).toEqual(['strategist'])
    expect(rolesIn(seen, planId + 1)).toEqual([])
    expect(rolesIn({ ...seen, administrator: true }, undefined)).toEqual(['administrator'])
    await db.write(async (tx) => tx.update(tx.tables.memberships).set({ endedAt: now.toISOString() }))
    expect(await db.read((tx) => membershipsOf(tx, 1))).toEqual([])
  })
})

describe('people', () => {
  test('are not added under an address somebody has, however it is written', async () => {
    const { db } = await aCast()
    const before = await everything(db)
    const again = { name: 'Siv', email: 'SIV@Sjovik.Example', organisationId: null, administrator: false }
    expect(await refusalOf(db, (tx) => addPerson(tx, again, now))).toEqual(['422 email-taken email'])
    expect(await everything(db)).toEqual(before)
  })

  test('are found by what they are, those who are still here', async () => {
    const { db, planId } = await aCast()
    await db.write((tx) =>
      addMembership(tx, { planId, personId: 3, role: 'strategist', function: 'Chef' }, now),
    )
    const withRole = async (role: Role) =>
      (await db.read((tx) => peopleWithRole(tx, role))).map(({ id }) => id)
    expect(await withRole('strategist')).toEqual([1, 3])
    expect(await withRole('administrator')).toEqual([3])
    await db.write((tx) => deactivatePerson(tx, 3, now))
    expect(await withRole('strategist')).toEqual([1])
    expect(await withRole('administrator')).toEqual([])
  })
})
