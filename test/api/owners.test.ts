import { describe, expect, test } from 'vitest'
import type { MineData } from '../../server/mine/schema.ts'
import { world, type Member } from '../support/world.ts'
import { codesOf, latestOf, plan, update } from './given.ts'
import { allOf, people, personOf } from './people.given.ts'

const anders = 'anders.brolin@example.se'
const evaLena = 'eva-lena.rask@example.se'
const mikael = 'mikael.stenfors@example.se'
const sara = 'sara.nyhlen@example.se'

const note = 'Avtalet med hyresvärden ligger i pärm 4. Ring nästa gång före mars.'
const numbersOf = async (member: Member, email: string) =>
  (await personOf(member, email)).points.map(({ number }) => number)
const ownerless = ({ duties }: Awaited<ReturnType<typeof mineOf>>) =>
  duties.filter(({ key }) => key.startsWith('owner-')).map(({ number }) => number)
/** Whether `/mitt` says of point 7 that it is long since anybody said a word. */
const isStale = ({ duties }: Awaited<ReturnType<typeof mineOf>>) =>
  duties.some(({ key, facts }) => key === 'point-7' && facts.some(({ tone }) => tone === 'risk'))
const mineOf = async (member: Member) =>
  ((await member.get('/mitt', { headers: { accept: 'application/json' } })).json() as MineData).plans[0]!

describe('points are not handed over', () => {
  test('to the same, to nobody we know, to whoever may not write about them, or with words too long', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const { id } = await personOf(strategist, anders)
    const ambassador = await personOf(strategist, sara)
    const gone = await personOf(strategist, mikael)
    const before = await all.rows()
    const refused = async (body: unknown) => codesOf(await strategist.post(`${people}/${id}/handover`, body))
    expect(await refused({ to: id })).toEqual(['owner-the-same to'])
    expect(await refused({ to: 9999 })).toEqual(['owner-unknown to'])
    expect(await refused({ to: ambassador.id })).toEqual(['owner-cannot-write to'])
    expect(await refused({ to: gone.id })).toEqual(['member-deactivated to'])
    expect(await refused({ to: null, note: 'x'.repeat(4001) })).toEqual(['note-too-long note'])
    const nothing = await strategist.post(`${people}/${ambassador.id}/handover`, { to: null })
    expect([nothing.statusCode, ...codesOf(nothing)]).toEqual([422, 'nothing-to-hand-over'])
    expect((await strategist.put(`${plan}/points/99/owner`, { person: null })).statusCode).toBe(404)
    expect(await all.rows()).toEqual(before)
  })
})

describe('points are handed over', () => {
  test('all of somebody’s, with a trace and a note that only the new one and the leads read', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const from = await personOf(strategist, anders)
    const to = await personOf(strategist, evaLena)
    const before = await all.rows()
    const done = await strategist.post(`${people}/${from.id}/handover`, { to: to.id, note })
    expect(done.json()).toEqual({ points: from.points.map(({ number }) => number) })
    expect((await all.rows()).assignments! - before.assignments!).toBe(from.points.length)
    expect((await all.rows()).texts! - before.texts!).toBe(1)
    expect(await numbersOf(strategist, anders)).toEqual([])
    const taken = (await personOf(strategist, evaLena)).points.find(({ number }) => number === '7')
    expect(taken).toMatchObject({ since: '2023-11-20', note })

    const mine = await mineOf(await all.as(evaLena))
    const handed = mine.duties.filter(({ key }) => key.startsWith('handed-'))
    expect(handed).toMatchObject([{ facts: [{ text: note }] }])
    for (const { number } of from.points) expect(handed[0]!.title).toContain(number)
    expect((await mineOf(await all.as(anders))).yours).toEqual([])
    for (const address of ['/psykisk-halsa', '/psykisk-halsa/punkter/7', `${plan}/points/7`]) {
      for (const reader of [all.anybody, await all.as('reader'), await all.as(anders)]) {
        expect((await reader.get(address)).body).not.toContain('pärm 4')
      }
    }
  })

  test('and the one who left writes about them no more, the one who came does', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const [from, to] = [await all.as(anders), await all.as(evaLena)]
    await strategist.post(`${people}/${from.personId}/handover`, { to: to.personId, note })
    const saying = update({ basedOn: await latestOf(strategist, '7'), reason: 'Kontrakten är klara.' })
    expect((await from.post(`${plan}/points/7/updates`, saying)).statusCode).toBe(403)
    expect((await to.post(`${plan}/points/7/updates`, saying)).statusCode).toBe(201)
    const handed = (await mineOf(to)).duties.filter(({ key }) => key.startsWith('handed-'))
    for (const { title } of handed) expect(title).not.toMatch(/\b7\b/)
  })

  test('one point gets an owner, and loses them; the same again without a note writes nothing', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const { id } = await personOf(strategist, evaLena)
    const set = async (person: number | null) =>
      (await strategist.put(`${plan}/points/15/owner`, { person })).json() as unknown
    expect(await set(id)).toMatchObject({ person: { id, name: 'Eva-Lena Rask' }, since: '2023-11-20' })
    const before = await all.rows()
    await set(id)
    expect((await all.rows()).assignments).toBe(before.assignments)
    expect(await set(null)).toMatchObject({ person: null })
    expect(ownerless(await mineOf(strategist))).toContain('15')
  })
})

describe('silence', () => {
  test('points whose owner has left are without one, on the front of /mitt', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const before = ownerless(await mineOf(strategist))
    // Mikael has been shut out since August; 15 is his and open.
    expect(before).toContain('15')
    const { id } = await personOf(strategist, evaLena)
    await strategist.put(`${plan}/points/15/owner`, { person: id })
    expect(ownerless(await mineOf(strategist))).not.toContain('15')
  })

  test('of the one before is not the new owner’s: not on their /mitt, not in the list of the lead, for half a year and a month', async () => {
    const all = await world({ now: new Date('2023-06-20T09:00:00.000Z') })
    await all.db.write(async (tx) =>
      tx.update(tx.tables.plans).set({ periodTo: '2025-12-31', freshnessMonths: 1 }),
    )
    all.now = new Date('2024-06-20T09:00:00.000Z')
    const strategist = await all.as('strategist')
    const point = async (email: string) => isStale(await mineOf(await all.as(email)))
    const quiet = async (email: string) => (await allOf(strategist)).find((one) => one.email === email)?.quiet
    expect([await point(anders), await quiet(anders)]).toEqual([true, true])
    const { id } = await personOf(strategist, evaLena)
    await strategist.put(`${plan}/points/7/owner`, { person: id })
    expect([await point(evaLena), await point(anders)]).toEqual([false, false])
    expect(isStale(await mineOf(strategist))).toBe(false)
    // Readers are told of the point itself.
    expect(
      (await all.anybody.get('/psykisk-halsa/punkter/7', { headers: { accept: 'application/json' } })).json(),
    ).toMatchObject({ freshness: 'stale' })
    all.now = new Date('2024-09-20T09:00:00.000Z')
    expect(await point(evaLena)).toBe(true)
  })

  test('of ambassadors is asked about late in the term, of none who has logged or has just come', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const asked = (await allOf(strategist)).filter((one) => one.quiet).map((one) => one.email)
    expect(asked.length).toBeGreaterThan(5)
    const ambassador = await all.as(asked.find((email) => email?.includes('.'))!)
    await ambassador.post(`${plan}/activities`, { point: '3', what: 'Temakväll', happenedOn: '2023-11-19' })
    await strategist.post(people, {
      people: [{ name: 'Ny Person', email: 'ny.person@example.se', organisation: 'buk' }],
    })
    const now = (await allOf(strategist)).filter((one) => one.quiet).map((one) => one.email)
    expect(now.length).toBe(asked.length - 1)
    expect(now).not.toContain('ny.person@example.se')
  })
})
