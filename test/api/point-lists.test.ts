import { describe, expect, test } from 'vitest'
import { world, type Member, type World } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const own = '/api/v1/plans/suicidprevention'

/** A plan that is registered and not yet published. */
async function registered(strategist: Member): Promise<void> {
  const answer = await strategist.post('/api/v1/plans', {
    slug: 'suicidprevention',
    title: 'Suicidpreventiv plan',
    municipality: 'Norrtälje (exempel)',
    period: { from: '2024-01-01', to: '2027-12-31' },
    adoption: { by: 'kommunfullmäktige', on: '2023-11-13', paragraph: '§ 152' },
    focusAreas: [{ number: '1', title: 'Skola' }],
  })
  expect(answer.statusCode).toBe(201)
}

const point = (number: string, more: object = {}) => ({
  number,
  title: `Punkt ${number}`,
  lead: { organisation: 'soc' },
  ...more,
})

async function given(): Promise<World & { strategist: Member }> {
  const all = await world()
  const strategist = await all.as('strategist')
  await registered(strategist)
  return Object.assign(all, { strategist })
}

const wrong: [string, object, string][] = [
  ['no number', { number: ' ' }, 'number-missing number'],
  ['a number that cannot stand in an address', { number: '7/8' }, 'number-malformed number'],
  ['the number of an address', { number: 'nya' }, 'number-reserved number'],
  ['a number of 21 characters', { number: '1'.repeat(21) }, 'number-too-long number'],
  ['no title', { title: '' }, 'title-missing title'],
  ['a title of 201 characters', { title: 'å'.repeat(201) }, 'line-too-long title'],
  ['a description of 4 001 characters', { description: 'å'.repeat(4001) }, 'line-too-long description'],
  ['an effect of 1 001 characters', { intendedEffect: 'å'.repeat(1001) }, 'line-too-long intendedEffect'],
  ['an area the plan does not have', { focusArea: 'Hemma' }, 'focus-area-unknown focusArea'],
  ['nobody who leads', { lead: { organisation: '' } }, 'lead-missing lead'],
  ['a lead nobody knows', { lead: { organisation: 'kyrkan' } }, 'organisation-unknown lead'],
  [
    'a function of 121 characters',
    { lead: { organisation: 'soc', function: 'å'.repeat(121) } },
    'line-too-long lead.function',
  ],
  ['a partner nobody knows', { takesPart: ['kson', 'kyrkan'] }, 'organisation-unknown takesPart'],
  ['a start that is none', { startsOn: '2024-02-30' }, 'starts-on-not-a-day startsOn'],
  ['an end that is none', { dueOn: 'snart' }, 'due-on-not-a-day dueOn'],
  ['an end before its start', { startsOn: '2024-06-01', dueOn: '2024-05-31' }, 'due-on-before-start dueOn'],
  [
    'a decision of nobody',
    { decision: { by: '', on: '2023-11-14', reference: '§ 1' } },
    'decision-by-missing decision.by',
  ],
  [
    'a decision of tomorrow',
    { decision: { by: 'KS', on: '2023-11-21', reference: '§ 1' } },
    'decision-on-ahead decision.on',
  ],
]

describe('points, one by one and as a list', () => {
  test.each(wrong)('%s is refused in both ways, and nothing is written', async (_what, said, refusal) => {
    const { strategist, rows } = await given()
    const before = await rows()
    const one = await strategist.post(`${own}/points`, point('1', said))
    expect([one.statusCode, ...codesOf(one)]).toEqual([422, refusal])
    const body = { points: [point('8'), point('9'), point('1', said)] }
    const list = await strategist.post(`${own}/points/list`, body)
    expect([list.statusCode, ...codesOf(list)]).toEqual([422, refusal.replace(' ', ' points.2.')])
    expect(await rows()).toEqual(before)
  })

  test('a number that is taken, in the plan or further up in the list, is refused; every row is judged', async () => {
    const { strategist, rows } = await given()
    await strategist.post(`${own}/points`, point('1'))
    const before = await rows()
    const body = { points: [point('1'), point('2'), point('2'), point('4', { title: '' })] }
    const answer = await strategist.post(`${own}/points/list`, body)
    expect(codesOf(answer)).toEqual([
      'number-taken points.0.number',
      'number-taken points.2.number',
      'title-missing points.3.title',
    ])
    expect(await rows()).toEqual(before)
  })

  test('an empty list, one too long and what nobody asked for are malformed', async () => {
    const { strategist, rows } = await given()
    const before = await rows()
    const many = Array.from({ length: 301 }, (_one, index) => point(String(index)))
    for (const body of [
      { points: [] },
      { points: many },
      { points: [point('1', { x: 1 })] },
      { points: [], x: 1 },
    ]) {
      expect((await strategist.post(`${own}/points/list`, body)).statusCode).toBe(400)
    }
    expect(await rows()).toEqual(before)
  })

  test('not by those who do not lead, nor in a plan that is not there for them', async () => {
    const { as, rows } = await world()
    const foreign = await as('strategist')
    await registered(await as('administrator'))
    const body = { points: [point('1')] }
    const before = await rows()
    expect((await foreign.post(`${own}/points/list`, body)).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
    for (const role of ['reporter', 'ambassador', 'reader'] as const) {
      const member = await as(role)
      expect([role, (await member.post(`${plan}/points/list`, body)).statusCode]).toEqual([role, 403])
    }
  })

  test('before the plan is published they are the adopted ones, in the order of the list', async () => {
    const { strategist, anybody } = await given()
    const body = {
      points: [
        point('3.10', { focusArea: 'Skola', takesPart: ['kson'], dueOn: '2025-12-31' }),
        point('3.2', { lead: { organisation: 'kson', function: 'Utvecklingschef' } }),
      ],
    }
    const answer = await strategist.post(`${own}/points/list`, body)
    expect(answer.statusCode).toBe(201)
    expect((answer.json() as { items: object[] }).items).toMatchObject([
      { number: '3.10', dueOn: '2025-12-31', takesPart: [{ code: 'kson' }], status: 'not_started' },
      { number: '3.2', lead: { code: 'kson' } },
    ])
    await strategist.put(`${own}/publication`, {})
    expect((await anybody.get(own)).json()).toMatchObject({
      completion: { adopted: 2, notStarted: 2, added: { adopted: 0 } },
    })
    const late = await strategist.post(`${own}/points/list`, { points: [point('4'), point('5')] })
    expect(codesOf(late)).toEqual([
      'decision-missing points.0.decision',
      'decision-missing points.1.decision',
    ])
    const decision = { by: 'kommunstyrelsen', on: '2023-11-20', reference: '§ 12' }
    const decided = { points: [point('4', { decision }), point('5', { decision })] }
    expect((await strategist.post(`${own}/points/list`, decided)).statusCode).toBe(201)
    expect((await anybody.get(own)).json()).toMatchObject({
      completion: { adopted: 2, added: { adopted: 2 } },
    })
  })

  test('the same list sent twice under one key is added once', async () => {
    const { strategist, rows } = await given()
    const key = '0b7f4f0e-6f7e-4c38-a9f4-9b9c7a1d2e3f'
    const first = await strategist.post(`${own}/points/list`, { points: [point('1')] }, key)
    const before = await rows()
    const again = await strategist.post(`${own}/points/list`, { points: [point('1')] }, key)
    expect([again.statusCode, again.body]).toEqual([201, first.body])
    expect(await rows()).toEqual(before)
  })

  test.each([
    ['first end', { firstDueOn: '2030-12-31' }],
    ['day of adding', { addedOn: '2020-01-01' }],
  ])('the database keeps a point’s %s', async (_what, set) => {
    const { db } = await world()
    const moved = db.write((tx) => tx.update(tx.tables.points).set(set))
    await expect(moved).rejects.toThrow()
    const all = await db.read((tx) => tx.select().from(tx.tables.points))
    expect(all.map(({ firstDueOn, addedOn }) => [firstDueOn, addedOn])).not.toContain(Object.values(set)[0])
  })
})

describe('another wording (F06)', () => {
  const decision = { by: 'kommunstyrelsen', on: '2023-11-15', reference: '§ 201' }
  const url = `${plan}/points/7/wordings`

  test.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'title-missing title'],
    ['a title of 201 characters', { title: 'å'.repeat(201) }, 'line-too-long title'],
    ['a description of 4 001 characters', { description: 'å'.repeat(4001) }, 'line-too-long description'],
    ['a decision of nobody', { decision: { ...decision, by: '' } }, 'decision-by-missing decision.by'],
    ['a decision of no day', { decision: { ...decision, on: '' } }, 'decision-on-missing decision.on'],
    [
      'a decision of tomorrow',
      { decision: { ...decision, on: '2023-11-21' } },
      'decision-on-ahead decision.on',
    ],
    [
      'a decision older than the plan',
      { decision: { ...decision, on: '2020-01-01' } },
      'decision-before-adoption decision.on',
    ],
    [
      'a decision that is found nowhere',
      { decision: { ...decision, reference: '' } },
      'decision-reference-missing decision.reference',
    ],
  ])('%s is refused, and nothing is written', async (_what, said, refusal) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.post(url, { title: 'Bostad först', decision, ...said })
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, refusal])
    expect(await rows()).toEqual(before)
  })

  test('the words that stand already are refused; so is somebody who does not lead, and a point that is not there', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const { title, description, intendedEffect } = (
      await strategist.get(`${plan}/points/7`)
    ).json() as Record<string, string>
    const before = await rows()
    const same = await strategist.post(url, { title, description, intendedEffect, decision })
    expect([same.statusCode, ...codesOf(same)]).toEqual([422, 'wording-unchanged title'])
    expect((await strategist.post(`${plan}/points/99/wordings`, { title, decision })).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
    expect((await (await as('reporter')).post(url, { title: 'Ny', decision })).statusCode).toBe(403)
  })
})
