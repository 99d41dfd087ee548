import { describe, expect, test } from 'vitest'
import { statuses } from '#domain/status.ts'
import type { Snapshot } from '../../server/reviews/snapshot.ts'
import { world } from '../support/world.ts'
import { codesOf, latestOf, plan, update } from './given.ts'

const changes = (query = '') => `${plan}/changes${query}`

interface Answer {
  from: { term: string | null; completion: { completed: number } }
  to: { term: string | null; day: string; completion: { adopted: number; completed: number } }
  changes: { kind: string; number: string; moves: number; firstDueOn: string | null }[]
  unchanged: string[]
  quiet: { number: string; steps: number }[]
  shared: string[]
}

describe('what changed between two days of a plan (F22)', () => {
  test.each([
    ['a day that is not there', '?from=2030-vt&to=now', 'review-not-closed from'],
    ['a day that is not closed', '?from=2023-ht&to=2024-vt', 'review-not-closed to'],
    ['days in the wrong order', '?from=2023-ht&to=2022-ht', 'from-not-before-to from'],
    ['the same day twice', '?from=2023-ht&to=2023-ht', 'from-not-before-to from'],
    ['an organisation that is not there', '?organisation=finns-inte', 'organisation-unknown organisation'],
    ['a committee that is not there', '?committee=Finnsnämnden', 'committee-unknown committee'],
  ])('is refused for %s', async (_what, query, code) => {
    const { as, anybody } = await world()
    await (await as('strategist')).post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const answer = await anybody.get(encodeURI(changes(query)))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, code])
  })

  test('is refused in a plan that is not there, and for what nobody asked for', async () => {
    const { anybody } = await world()
    expect((await anybody.get('/api/v1/plans/finns-inte/changes')).statusCode).toBe(404)
    expect((await anybody.get(changes('?till=nu'))).statusCode).toBe(400)
  })

  test('is, between neighbours, what the later one’s frozen report says itself', async () => {
    const { anybody } = await world()
    const { items } = (await anybody.get(`${plan}/reviews`)).json() as { items: { term: string }[] }
    expect(items.length).toBeGreaterThan(3)
    for (const [index, { term }] of items.entries()) {
      const before = items[index - 1]?.term
      if (before === undefined) continue
      const whole = (await anybody.get(`${plan}/reviews/${term}`)).json() as { snapshot: string }
      const frozen = JSON.parse(whole.snapshot) as Snapshot
      const publicCache = (await anybody.get(changes(`?from=${before}&to=${term}`))).json() as Answer
      const kinds = (found: { kind: string; number: string }[]) =>
        found.map(({ kind, number }) => `${kind} ${number}`)
      expect([term, ...kinds(publicCache.changes)]).toEqual([term, ...kinds(frozen.changes)])
      expect(publicCache.unchanged).toEqual(frozen.unchanged)
      expect(publicCache.to.completion).toEqual(frozen.completion)
    }
  })

  test('is, up to today, what has been recorded since the last one closed', async () => {
    const { as, anybody } = await world()
    expect(((await anybody.get(changes())).json() as Answer).changes).toEqual([])
    const strategist = await as('strategist')
    const late = update({
      outlook: 'late',
      reason: 'Ingen har sökt tjänsterna.',
      basedOn: await latestOf(strategist, '18'),
    })
    expect((await strategist.post(`${plan}/points/18/updates`, late)).statusCode).toBe(201)
    const publicCache = (await anybody.get(changes())).json() as Answer
    expect([publicCache.from.term, publicCache.to.term]).toEqual(['2023-ht', null])
    expect(publicCache.changes).toMatchObject([{ kind: 'slipped', number: '18' }])
    expect(publicCache.changes[0]!.firstDueOn).toMatch(/^\d{4}-/)
  })

  test('is, for an organisation, of the points it leads or takes part in; a shared point is once in the whole', async () => {
    const { anybody } = await world()
    const whole = (await anybody.get(changes('?from=2021-vt'))).json() as Answer
    const numbersOf = ({ changes: found, unchanged }: Answer) =>
      new Set([...found.map(({ number }) => number), ...unchanged])
    const listed = (await anybody.get(`${plan}/points`)).json() as {
      items: { number: string; lead: { code: string }; takesPart: { code: string }[] }[]
    }
    const codes = new Set(
      listed.items.flatMap(({ lead, takesPart }) => [lead.code, ...takesPart.map(({ code }) => code)]),
    )
    const sizes: number[] = []
    for (const code of codes) {
      const some = (await anybody.get(changes(`?from=2021-vt&organisation=${code}`))).json() as Answer
      const own = listed.items.filter(
        ({ lead, takesPart }) => lead.code === code || takesPart.some((one) => one.code === code),
      )
      expect([...numbersOf(some)].sort()).toEqual(own.map(({ number }) => number).sort())
      sizes.push(numbersOf(some).size)
    }
    expect(numbersOf(whole).size).toBe(25)
    expect(whole.shared.length).toBeGreaterThan(0)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(25)
  })

  test('is, for a committee, of all its organisations’ points together', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const { items } = (await strategist.get('/api/v1/organisations')).json() as {
      items: { code: string; name: string; kind: string }[]
    }
    const elsewhere = items.find((one) => one.code === 'buk')!
    const { code: other, ...theirs } = elsewhere
    await strategist.put(`/api/v1/organisations/${other}`, { ...theirs, committee: 'Skolnämnden' })
    const { code, ...facts } = items.find((one) => one.code === 'soc')!
    const told = await strategist.put(`/api/v1/organisations/${code}`, {
      ...facts,
      committee: 'Socialnämnden',
    })
    expect([told.statusCode, (told.json() as { committee: string }).committee]).toEqual([
      200,
      'Socialnämnden',
    ])
    const query = (more: string) => changes(`?from=2021-vt&${more}`)
    const ofCommittee = (await anybody.get(encodeURI(query('committee=Socialnämnden')))).json() as Answer
    const ofOffice = (await anybody.get(query('organisation=soc'))).json() as Answer
    expect(ofCommittee.changes).toEqual(ofOffice.changes)
  })

  test('tells all that is open and has stood still for two review days or more up to the later one, and nothing else', async () => {
    const { anybody } = await world()
    const { items } = (await anybody.get(`${plan}/reviews`)).json() as { items: { term: string }[] }
    const terms = items.map(({ term }) => term)
    const between = async (at: number) =>
      (await anybody.get(changes(`?from=${terms[at - 1]}&to=${terms[at]}`))).json() as Answer
    let steps = new Map<string, number>()
    for (let at = 1; at < terms.length; at += 1) {
      const { quiet, unchanged } = await between(at)
      steps = new Map(unchanged.map((number) => [number, (steps.get(number) ?? 0) + 1]))
      const report = (await anybody.get(`${plan}/reviews/${terms[at]}`)).json() as { snapshot: string }
      const open = new Set(
        (JSON.parse(report.snapshot) as Snapshot).points.flatMap(({ number, status }) =>
          statuses[status].open ? [number] : [],
        ),
      )
      const expected = [...steps].filter(([number, many]) => many >= 2 && open.has(number))
      expect([terms[at], new Map(quiet.map((one) => [one.number, one.steps]))]).toEqual([
        terms[at],
        new Map(expected),
      ])
    }
    expect((await between(terms.length - 1)).quiet.length).toBeGreaterThan(0)
  })

  test('counts, for an organisation, its own points; what came after the adoption adds to no total', async () => {
    const { as, anybody } = await world()
    const before = (await anybody.get(changes())).json() as Answer
    const own = (await anybody.get(changes('?organisation=kfk'))).json() as Answer
    expect(own.to.completion.adopted).toBe(own.unchanged.length + own.changes.length)
    expect(own.to.completion.adopted).toBeLessThan(25)
    const added = await (
      await as('strategist')
    ).post(`${plan}/points`, {
      number: '26',
      title: 'Stöd till den som ger stöd',
      lead: { organisation: 'kfk' },
      takesPart: ['soc'],
      decision: { by: 'kommunstyrelsen', on: '2023-11-20', reference: '§ 201' },
    })
    expect(added.statusCode).toBe(201)
    const after = (await anybody.get(changes())).json() as Answer
    expect(after.changes).toMatchObject([{ kind: 'added', number: '26' }])
    expect([after.shared, after.to.completion.adopted]).toEqual([before.shared, 25])
  })
})
