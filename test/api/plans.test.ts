import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const claim = (said: object = {}) => ({
  slug: 'suicidprevention',
  title: 'Suicidpreventiv plan',
  municipality: 'Norrtälje (exempel)',
  period: { from: '2024-01-01', to: '2027-12-31' },
  adoption: { by: 'kommunfullmäktige', on: '2023-11-13', paragraph: '§ 152', reference: 'KS 2023/511' },
  ...said,
})

describe('registering a plan', () => {
  test('not as a reader; and nothing is written', async () => {
    const { as, rows } = await world()
    const reader = await as('reader')
    const before = await rows()
    expect((await reader.post('/api/v1/plans', claim())).statusCode).toBe(403)
    expect(await rows()).toEqual(before)
  })

  test.each<[string, object, string]>([
    ['a taken address', { slug: 'psykisk-halsa' }, 'slug-taken slug'],
    ['a reserved address', { slug: 'api' }, 'slug-reserved slug'],
    ['an address that is none', { slug: 'Psykisk Hälsa' }, 'slug-malformed slug'],
    [
      'a period that ends before it begins',
      { period: { from: '2024-01-01', to: '2023-01-01' } },
      'period-reversed period.to',
    ],
  ])('%s is refused', async (_what, said, code) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.post('/api/v1/plans', claim(said))
    expect(answer.statusCode).toBe(422)
    expect(codesOf(answer)).toContain(code)
    expect(await rows()).toEqual(before)
  })

  test('until it is published it exists only for those who work with it', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const path = '/api/v1/plans/suicidprevention'
    expect((await strategist.post('/api/v1/plans', claim())).statusCode).toBe(201)
    const added = await strategist.post(`${path}/points`, {
      number: '3.4',
      title: 'Utökat anhörigstöd',
      lead: { organisation: 'kson' },
    })
    expect(added.statusCode).toBe(201)
    expect((await strategist.get(path)).json()).toMatchObject({
      published: false,
      completion: { adopted: 1 },
    })
    const ambassador = await as('ambassador')
    for (const url of [
      path,
      `${path}/points`,
      `${path}/points.csv`,
      `${path}/activities`,
      `${path}/completion`,
      '/suicidprevention',
    ]) {
      expect([url, (await anybody.get(url)).statusCode]).toEqual([url, 404])
      expect([url, (await ambassador.get(url)).statusCode]).toEqual([url, 404])
    }
    expect(
      (await ambassador.post(`${path}/activities`, { point: '3.4', what: 'x', happenedOn: '2023-11-20' }))
        .statusCode,
    ).toBe(404)
    const listed = (await anybody.get('/api/v1/plans')).json() as { items: { slug: string }[] }
    expect(listed.items.map((one) => one.slug)).toEqual(['psykisk-halsa'])

    expect((await strategist.put(`${path}/publication`, {})).statusCode).toBe(200)
    expect((await anybody.get(path)).json()).toMatchObject({ published: true })
    const late = await strategist.post(`${path}/points`, {
      number: '4',
      title: 'Sen',
      lead: { organisation: 'kson' },
    })
    expect([late.statusCode, ...codesOf(late)]).toEqual([422, 'decision-missing decision'])
  })
})

describe('points of a plan', () => {
  test('a number is never used again, and a later point is counted apart (F03, idea 3)', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const later = {
      title: 'Ny',
      lead: { organisation: 'soc' },
      decision: { by: 'KF', on: '2023-11-15', reference: '§ 150' },
    }
    const taken = await strategist.post(`${plan}/points`, { ...later, number: '7' })
    expect([taken.statusCode, ...codesOf(taken)]).toEqual([422, 'number-taken number'])
    expect((await strategist.post(`${plan}/points`, { ...later, number: '26' })).statusCode).toBe(201)
    expect((await anybody.get(plan)).json()).toMatchObject({
      completion: { adopted: 25, completed: 18, added: { adopted: 1, completed: 0, notStarted: 1 } },
    })
  })

  test('words change by a decision, and the old ones stay readable (F06)', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const decision = { by: 'kommunstyrelsen', on: '2023-11-15', reference: '§ 201' }
    const ahead = await strategist.post(`${plan}/points/7/wordings`, {
      title: 'Bostad först',
      decision: { ...decision, on: '2023-12-01' },
    })
    expect([ahead.statusCode, ...codesOf(ahead)]).toEqual([422, 'decision-on-ahead decision.on'])
    await strategist.post(`${plan}/points/7/wordings`, { title: 'Bostad först', decision })
    const point = (await anybody.get(`${plan}/points/7`)).json() as {
      title: string
      wordings: { title: string }[]
    }
    expect(point.title).toBe('Bostad först')
    expect(point.wordings.map((one) => one.title)).toEqual(['Bostad först – modell prövad', 'Bostad först'])
  })

  test('the facts of a plan change, its closed review days do not', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const report = (await anybody.get(`${plan}/reviews/2023-ht`)).body
    const { slug: _slug, ...facts } = claim({
      title: 'Nytt namn',
      period: { from: '2021-01-01', to: '2023-12-31' },
      adoption: { by: 'KF', on: '2020-12-14' },
    })
    expect((await strategist.put(plan, facts)).json()).toMatchObject({ title: 'Nytt namn' })
    expect((await anybody.get(`${plan}/reviews/2023-ht`)).body).toBe(report)
  })
})

describe('weeks without reminders', () => {
  const facts = (said: object) => {
    const { slug: _slug, ...rest } = claim({
      title: 'Tillsammans för psykisk hälsa',
      period: { from: '2021-01-01', to: '2023-12-31' },
      adoption: { by: 'KF', on: '2020-12-14' },
      ...said,
    })
    return rest
  }

  test.each<[string, unknown, number, string]>([
    ['a week that no year has', [27, 54], 422, 'quiet-week-unknown quietWeeks'],
    ['a week that is none', [0], 422, 'quiet-week-unknown quietWeeks'],
    [
      'more than half a year',
      Array.from({ length: 27 }, (_, index) => index + 1),
      422,
      'quiet-weeks-too-many quietWeeks',
    ],
  ])('are refused for %s, and nothing is written', async (_what, quietWeeks, status, code) => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const before = (await anybody.get(plan)).body
    const answer = await strategist.put(plan, facts({ quietWeeks }))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([status, code])
    expect((await anybody.get(plan)).body).toBe(before)
  })

  test('are the usual ones until somebody says others, and none when none are said; the trail tells that they were', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const weeks = async () => ((await all.anybody.get(plan)).json() as { quietWeeks: number[] }).quietWeeks
    expect(await weeks()).toEqual([27, 28, 29, 30, 31, 52, 53, 1])
    expect((await strategist.put(plan, facts({ quietWeeks: [8, 44] }))).statusCode).toBe(200)
    expect(await weeks()).toEqual([8, 44])
    const [row] = await all.db.read(async (tx) =>
      (await tx.select().from(tx.tables.trail)).filter(({ deed }) => deed === 'plan.edit').slice(-1),
    )
    expect(row!.fields).toMatchObject({ quietWeeks: { after: 2 } })
    await strategist.put(plan, facts({ quietWeeks: [] }))
    expect(await weeks()).toEqual([])
    await strategist.put(plan, facts({ quietWeeks: null }))
    expect(await weeks()).toHaveLength(8)
  })
})
