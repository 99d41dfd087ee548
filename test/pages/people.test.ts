import { describe, expect, test } from 'vitest'
import type { PeopleData } from '../../server/people/people.page.ts'
import type { OwnerData } from '../../server/points/owners/owner.page.ts'
import { plan } from '../api/given.ts'
import { anotherPlan, personOf, somebody } from '../api/people.given.ts'
import type { Member } from '../support/world.ts'
import { reading, seen } from './given.ts'
import type { MemberData } from '../../server/people/member.page.ts'

const list = '/psykisk-halsa/personer'

const dataOf = async <Data>(member: Member, path: string): Promise<Data> => {
  const answer = await member.get(path, { headers: { accept: 'application/json' } })
  expect([path, answer.statusCode]).toEqual([path, 200])
  return answer.json()
}
const namesIn = ({ groups }: PeopleData) => groups.flatMap(({ rows }) => rows.map((row) => row.name))

describe('/{plan}/personer', () => {
  test('tells who is there, by what they are, and who is there no more', async () => {
    const strategist = await (await reading()).as('strategist')
    const data = await dataOf<PeopleData>(strategist, list)
    expect(data.groups.map(({ role, rows }) => [role, rows.length])).toEqual([
      ['strategist', 3],
      ['reporter', 6],
      ['ambassador', 60],
      ['reader', 1],
      ['gone', 2],
    ])
    expect(data.headline).toBe('70 personer arbetar med planen.')
    expect(data.ownerless.map(({ number }) => number)).toEqual(['15', '24'])
    const text = seen((await strategist.get(list)).body)
    expect(text).toContain('Två punkter saknar någon som ansvarar')
    expect(text).toContain('Avstängd 31 aug 2023')
    expect(seen((await strategist.get(`/en${list}`)).body)).toContain('70 people work with the plan.')
  })

  test('finds people by name, function and workplace in any case and writing, by role, organisation and state', async () => {
    const strategist = await (await reading()).as('strategist')
    const found = async (query: string) => namesIn(await dataOf<PeopleData>(strategist, `${list}?${query}`))
    expect(await found(`q=${encodeURIComponent('NYHLE\u0301N skolkurator')}`)).toEqual(['Sara Nyhlén'])
    expect(await found('role=reporter&organisation=soc')).toEqual(['Anders Brolin', 'Eva-Lena Rask'])
    expect(await found('state=gone')).toEqual(['Bo Tillander', 'Mikael Stenfors'])
    expect(await found('state=signed-in')).toEqual(['Karin Sjöholm'])
    expect(await found('q=finnsinte')).toEqual([])
    expect((await found('state=quiet')).length).toBeGreaterThan(5)
  })

  test('leaves a row of who read how many, and raises no revision', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const revision = () => all.db.read(async (tx) => (await tx.select().from(tx.tables.plans))[0]!.revision)
    const before = await revision()
    await strategist.get(`${list}?state=gone`)
    const rows = await all.db.read(async (tx) =>
      (await tx.select().from(tx.tables.trail)).filter((row) => row.kind === 'read'),
    )
    expect(rows.at(-1)).toMatchObject({ deed: 'people', personId: strategist.personId, count: 2 })
    expect(await revision()).toBe(before)
  })
})

describe('/{plan}/personer/{id}', () => {
  test('is not there for somebody of another plan, nor for an address that is none', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    await strategist.post('/api/v1/plans', anotherPlan)
    const { id } = await personOf(strategist, 'sara.nyhlen@example.se')
    for (const path of [`/suicidprevention/personer/${id}`, `${list}/99999`, `${list}/x`, `${list}/nya/x`]) {
      expect([path, (await strategist.get(path)).statusCode]).toEqual([path, 404])
    }
  })

  test('tells what they are and answer for, what may be done, and why something may not', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const { id } = await personOf(strategist, 'anders.brolin@example.se')
    const data = await dataOf<MemberData>(strategist, `${list}/${id}`)
    expect(data.memberships).toMatchObject([{ role: 'reporter', organisation: '', granted: false }])
    expect(data.points.map(({ number }) => number)).toEqual(['6', '7', '21'])
    expect(data).toMatchObject({ mayRename: true, mayMove: false, mayInvite: true, mayErase: false })
    expect(data.notLeaving).toBeNull()
    const own = await dataOf<MemberData>(strategist, `${list}/${strategist.personId}`)
    expect(own).toMatchObject({ self: true, mayMove: false })
    expect(own.notLeaving).toContain('Du kan inte stänga av dig själv.')
    await strategist.post('/api/v1/plans', anotherPlan)
    await strategist.post('/api/v1/plans/suicidprevention/people', {
      people: [somebody({ email: 'anders.brolin@example.se' })],
    })
    const administrator = await all.as('administrator')
    expect(await dataOf<MemberData>(administrator, `${list}/${id}`)).toMatchObject({ mayErase: true })
  })
})

describe('/{plan}/punkter/{number}/agare', () => {
  test('tells who answers for it, and who could', async () => {
    const strategist = await (await reading()).as('strategist')
    const at = (number: string) => dataOf<OwnerData>(strategist, `/psykisk-halsa/punkter/${number}/agare`)
    expect((await at('7')).holder).toMatchObject({ name: 'Anders Brolin', gone: false })
    const left = await at('15')
    expect(left.holder).toMatchObject({ name: 'Mikael Stenfors', gone: true })
    expect(left.owners.map(({ label }) => label)).toContain(
      'Karin Sjöholm – Folkhälsostrateg, kommunstyrelsekontoret',
    )
    expect(left.owners.length).toBe(9)
    expect((await strategist.get('/psykisk-halsa/punkter/99/agare')).statusCode).toBe(404)
  })
})

describe('names', () => {
  test('are on the pages of people and nowhere that others read', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const { id } = await personOf(strategist, 'eva-lena.rask@example.se')
    await strategist.put(`${plan}/points/7/owner`, { person: id, note: 'Hälsa Anders' })
    const pages = ['/psykisk-halsa', '/psykisk-halsa/punkter/7', '/psykisk-halsa/om', `${plan}/points/7`]
    for (const path of pages) {
      const answers = [
        await all.anybody.get(path),
        await (await all.as('reader')).get(path),
        await strategist.get(path),
      ]
      for (const { body } of answers) expect(body).not.toMatch(/Eva-Lena|Brolin|Hälsa Anders/)
    }
    expect((await strategist.get('/mitt')).body).not.toMatch(/Eva-Lena|Mikael/)
  })
})
