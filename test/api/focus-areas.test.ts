import { describe, expect, test } from 'vitest'
import { world, type Member } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

type Area = { id: number; number: string | null; title: string; points: number }
type List = { items: Area[]; latest: number | null }

const areasOf = async (member: Pick<Member, 'get'>): Promise<List> =>
  (await member.get(`${plan}/focus-areas`)).json() as List

const asClaim = ({ id, number, title }: Area) => ({ id, number, title })

describe('a plan’s focus areas', () => {
  test('are read by everybody, changed by those who lead', async () => {
    const { as, anybody, rows } = await world()
    const { items, latest } = await areasOf(anybody)
    expect(items.length).toBeGreaterThan(2)
    expect(items.reduce((sum, area) => sum + area.points, 0)).toBeGreaterThan(0)
    const body = { items: items.map(asClaim), basedOn: latest }
    for (const role of ['reporter', 'ambassador', 'reader'] as const) {
      const member = await as(role)
      const before = await rows()
      expect([role, (await member.put(`${plan}/focus-areas`, body)).statusCode]).toEqual([role, 403])
      expect(await rows()).toEqual(before)
    }
    const strategist = await as('strategist')
    expect((await strategist.put('/api/v1/plans/ingen/focus-areas', body)).statusCode).toBe(404)
  })

  test.each<[string, (areas: Area[]) => object[], string[]]>([
    ['one with points left out', (areas) => areas.filter((area) => area.points === 0), ['area-used items']],
    ['one without a name', (areas) => [...areas, { title: ' ' }], ['area-title-missing title']],
    ['one name twice', (areas) => [...areas, { title: areas[0]!.title.toUpperCase() }], ['area-twice title']],
    [
      'a number that is another’s name',
      (areas) => [...areas, { title: 'Skola' }, { number: 'skola', title: 'Ny' }],
      ['area-twice number'],
    ],
    ['a name of 201 characters', (areas) => [...areas, { title: 'å'.repeat(201) }], ['line-too-long title']],
    [
      'a number of 21 characters',
      (areas) => [...areas, { number: '1'.repeat(21), title: 'Ny' }],
      ['line-too-long number'],
    ],
    ['one of another plan', (areas) => [...areas, { id: 9999, title: 'Ny' }], ['area-unknown id']],
    ['the same one twice', (areas) => [...areas, { id: areas[0]!.id, title: 'Ny' }], ['area-unknown id']],
  ])('%s is refused, and nothing is written', async (_what, changed, expected) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const { items, latest } = await areasOf(strategist)
    const before = await rows()
    const list = changed(items).map((area) => ('points' in area ? asClaim(area as Area) : area))
    const answer = await strategist.put(`${plan}/focus-areas`, { items: list, basedOn: latest })
    const last = list.length - 1
    expect(answer.statusCode).toBe(422)
    expect(codesOf(answer)).toEqual(
      expected.map((one) => one.replace(/ (title|number|id)$/, ` items.${last}.$1`)),
    )
    expect(await rows()).toEqual(before)
  })

  test('what nobody asked for is malformed', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const answer = await strategist.put(`${plan}/focus-areas`, { items: [], basedOn: null, also: 1 })
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([400, 'malformed also'])
  })

  test('who is second is told what stands, and removes nothing unseen', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const { items, latest } = await areasOf(strategist)
    const url = `${plan}/focus-areas`
    const first = { items: [...items.map(asClaim), { title: 'Mötesplatser' }], basedOn: latest }
    expect((await strategist.put(url, first)).statusCode).toBe(200)
    const before = await rows()
    const second = await strategist.put(url, { items: items.map(asClaim), basedOn: latest })
    expect(second.statusCode).toBe(409)
    expect((second.json() as { current: List }).current.items.at(-1)).toMatchObject({ title: 'Mötesplatser' })
    expect(await rows()).toEqual(before)
  })

  test('are renamed, put in another order, added and removed; the points keep theirs', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const url = `${plan}/focus-areas`
    const { items, latest } = await areasOf(strategist)
    const added = await strategist.put(url, {
      items: [{ title: 'Överst' }, ...items.map(asClaim).toReversed()],
      basedOn: latest,
    })
    const now = added.json() as List
    expect(now.items.map(({ title }) => title)).toEqual([
      'Överst',
      ...items.map(({ title }) => title).toReversed(),
    ])
    expect(now.items.slice(1).map(({ points }) => points)).toEqual(
      items.map(({ points }) => points).toReversed(),
    )

    const [top, ...rest] = now.items
    const [renamed, ...others] = rest
    const body = {
      items: [{ ...asClaim(renamed!), title: 'Nytt namn' }, ...others.map(asClaim)],
      basedOn: top!.id,
    }
    const after = (await strategist.put(url, body)).json() as List
    expect(after.items.map(({ id }) => id)).toEqual(rest.map(({ id }) => id))
    expect(after.items[0]).toEqual({ ...renamed, title: 'Nytt namn' })
    const page = await anybody.get('/psykisk-halsa/om')
    expect(page.statusCode).toBe(200)
    expect((await anybody.get(plan)).json()).toMatchObject({
      focusAreas: [{ title: 'Nytt namn' }, ...others.map(({ title }) => ({ title }))],
    })
  })
})
