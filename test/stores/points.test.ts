import { describe, expect, test } from 'vitest'
import type { NewPoint, NewWording } from '../../server/points/schema.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { wordingsOf } from '../../server/points/store.ts'
import { createPlan } from '../../server/plans/store.ts'
import { aDatabase, adoptedOn, aPlan, everything, plan, point, refusalOf, slug } from './given.ts'
import { ownerOf } from '../../server/people/store.ts'
import { addPoint, assignOwner, closeReview, planReview, reviseWording } from '../support/by-address.ts'

const decision = { by: 'Kommunstyrelsen', on: '2021-05-10', reference: '§ 60' }
const today = '2021-06-01'

/** The plan with a review day of 4 May closed. */
async function withAClosedRound() {
  const given = await aPlan()
  await given.db.write(async (tx) => {
    await planReview(tx, slug, { heldOn: '2021-05-04' }, given.act('2021-05-04'))
    await closeReview(tx, slug, '2021-vt', { basedOn: null }, given.act('2021-05-04'))
  })
  return given
}

describe('adding a point is refused', () => {
  test.for([
    ['in a published plan without a decision', {}, '422 decision-missing decision'],
    ['with a number that is taken', { decision, number: '2' }, '422 number-taken number'],
    [
      'with a number that cannot stand in an address',
      { decision, number: '7/8' },
      '422 number-malformed number',
    ],
    [
      'in a focus area the plan does not have',
      { decision, focusArea: 'B' },
      '422 focus-area-unknown focusArea',
    ],
    [
      'with a responsible nobody knows',
      { decision, lead: { organisation: 'kyrkan' } },
      '422 organisation-unknown lead',
    ],
    [
      'with a partner nobody knows',
      { decision, takesPart: ['skola', 'kyrkan'] },
      '422 organisation-unknown takesPart',
    ],
    [
      'to be done before it begins',
      { decision, startsOn: '2022-01-01', dueOn: '2021-12-31' },
      '422 due-on-before-start dueOn',
    ],
    [
      'by a decision of tomorrow',
      { decision: { ...decision, on: '2021-06-02' } },
      '422 decision-on-ahead decision.on',
    ],
    [
      'by a decision of no day',
      { decision: { ...decision, on: '2021-02-30' } },
      '422 decision-on-missing decision.on',
    ],
    [
      'by a decision older than the plan',
      { decision: { ...decision, on: '2021-01-10' } },
      '422 decision-before-adoption decision.on',
    ],
    [
      'by a decision of nobody',
      { decision: { ...decision, by: ' ' } },
      '422 decision-by-missing decision.by',
    ],
    [
      'by a decision that is found nowhere',
      { decision: { ...decision, reference: '' } },
      '422 decision-reference-missing decision.reference',
    ],
  ] as [string, Partial<NewPoint>, string][])('%s, and nothing is written', async ([, more, refusal]) => {
    const { db, act } = await aPlan()
    const before = await everything(db)
    expect(await refusalOf(db, (tx) => addPoint(tx, slug, point('4', more), act(today)))).toEqual([refusal])
    expect(await everything(db)).toEqual(before)
  })

  test('in a plan that is not there', async () => {
    const { db, act } = await aPlan()
    const added = point('4', { decision })
    expect(await refusalOf(db, (tx) => addPoint(tx, 'ingen-plan', added, act(today)))).toEqual([
      '404 not-found',
    ])
  })

  test('to the adopted ones once a review day has counted them, published or not', async () => {
    const { db, act } = await aDatabase()
    await db.write(async (tx) => {
      await createPlan(tx, plan, act(adoptedOn))
      await addPoint(tx, slug, point('1'), act(adoptedOn))
      await planReview(tx, slug, { heldOn: '2021-05-04' }, act('2021-05-04'))
      await closeReview(tx, slug, '2021-vt', { basedOn: null }, act('2021-05-04'))
    })
    const late = await refusalOf(db, (tx) => addPoint(tx, slug, point('2'), act(today)))
    expect(late).toEqual(['422 decision-missing decision'])
  })
})

describe('a point', () => {
  test('stands as it was adopted, in the order it was added, with its partners in theirs and once each', async () => {
    const { db, planId } = await aPlan([
      point('10', { focusArea: 'A', takesPart: ['skola', 'energibolaget', 'skola'], dueOn: '2022-06-30' }),
      point('2', { focusArea: 'Resor', startsOn: '2021-03-01' }),
      point('Ü1', { focusArea: null }),
    ])
    const standing = await db.read((tx) => pointsOnDay(tx, planId, adoptedOn))
    expect(standing.map((one) => one.number)).toEqual(['10', '2', 'Ü1'])
    expect(standing[0]).toMatchObject({
      adopted: true,
      title: 'Punkt 10',
      lead: { code: 'miljo', name: 'miljo i Sjövik' },
      leadFunction: 'Energistrateg',
      takesPart: [{ code: 'skola' }, { code: 'energibolaget' }],
      firstDueOn: '2022-06-30',
      dueOn: '2022-06-30',
      status: 'not_started',
      outlook: 'not_assessed',
      lastUpdatedOn: null,
      update: null,
      reason: null,
      activityCount: 0,
    })
    const areas = await db.read(async (tx) => tx.select().from(tx.tables.focusAreas))
    const titleOf = new Map(areas.map((area) => [area.id, area.title]))
    expect(standing.map((one) => titleOf.get(one.focusAreaId ?? 0))).toEqual(['Energi', 'Resor', undefined])
  })

  test('is not there before the day it was adopted or decided', async () => {
    const { db, act, planId } = await aPlan()
    await db.write((tx) => addPoint(tx, slug, point('4', { decision }), act(today)))
    const seen = async (day: string) =>
      (await db.read((tx) => pointsOnDay(tx, planId, day))).map((one) => one.number)
    expect(await seen('2021-01-10')).toEqual([])
    expect(await seen('2021-05-09')).toEqual(['1', '2', '3'])
    expect(await seen('2021-05-10')).toEqual(['1', '2', '3', '4'])
  })

  test('added by a decision is counted apart', async () => {
    const { db, act } = await aPlan()
    const added = await db.write((tx) => addPoint(tx, slug, point('4', { decision }), act(today)))
    expect(added).toMatchObject({ adopted: false, addedOn: '2021-05-10', position: 4 })
  })

  test('decided in a closed round shows from the day after it: the closed day counts what it counted', async () => {
    const { db, act, planId } = await withAClosedRound()
    const early = { ...decision, on: '2021-04-20' }
    const added = await db.write((tx) => addPoint(tx, slug, point('4', { decision: early }), act(today)))
    expect(added.addedOn).toBe('2021-04-20')
    expect(await db.read((tx) => pointsOnDay(tx, planId, '2021-05-04'))).toHaveLength(3)
    expect(await db.read((tx) => pointsOnDay(tx, planId, '2021-05-05'))).toHaveLength(4)
  })
})

describe('the words of a point', () => {
  const revised: NewWording = { title: 'Nya ord', description: 'Mer än förut', decision }

  test.for([
    ['of tomorrow', { on: '2021-06-02' }, '422 decision-on-ahead decision.on'],
    ['of no day', { on: '2021-5-1' }, '422 decision-on-missing decision.on'],
    ['older than the point', { on: '2021-01-10' }, '422 decision-before-adoption decision.on'],
    ['of nobody', { by: '' }, '422 decision-by-missing decision.by'],
    ['that is found nowhere', { reference: ' ' }, '422 decision-reference-missing decision.reference'],
  ])('are not changed by a decision %s', async ([, wrong, refusal]) => {
    const { db, act } = await aPlan()
    const before = await everything(db)
    const claim = { ...revised, decision: { ...decision, ...(wrong as object) } }
    expect(await refusalOf(db, (tx) => reviseWording(tx, slug, '1', claim, act(today)))).toEqual([refusal])
    expect(await everything(db)).toEqual(before)
  })

  test('are not changed of a point that is not there', async () => {
    const { db, act } = await aPlan()
    expect(await refusalOf(db, (tx) => reviseWording(tx, slug, '9', revised, act(today)))).toEqual([
      '404 not-found',
    ])
  })

  test('hold from the day of the decision, and the old ones stay readable', async () => {
    const { db, act, planId } = await aPlan()
    await db.write((tx) => reviseWording(tx, slug, '1', revised, act(today)))
    const titleOn = async (day: string) =>
      (await db.read((tx) => pointsOnDay(tx, planId, day, '1')))[0]?.title
    expect(await titleOn('2021-05-09')).toBe('Punkt 1')
    expect(await titleOn('2021-05-10')).toBe('Nya ord')
    const [one] = await db.read((tx) => pointsOnDay(tx, planId, today, '1'))
    const wordings = await db.read((tx) => wordingsOf(tx, one!.id))
    expect(wordings.map(({ title, decisionReference }) => [title, decisionReference])).toEqual([
      ['Punkt 1', '§ 12'],
      ['Nya ord', '§ 60'],
    ])
  })

  test('decided in a closed round hold from the day after it', async () => {
    const { db, act, planId } = await withAClosedRound()
    const early = { ...revised, decision: { ...decision, on: '2021-04-20' } }
    await db.write((tx) => reviseWording(tx, slug, '1', early, act(today)))
    const titleOn = async (day: string) =>
      (await db.read((tx) => pointsOnDay(tx, planId, day, '1')))[0]?.title
    expect(await titleOn('2021-05-04')).toBe('Punkt 1')
    expect(await titleOn('2021-05-05')).toBe('Nya ord')
  })
})

describe('the owner of a point', () => {
  test('is nobody at first, then the last who was named, then nobody again', async () => {
    const { db, act, planId } = await aPlan()
    const [one] = await db.read((tx) => pointsOnDay(tx, planId, today, '1'))
    const owner = () => db.read((tx) => ownerOf(tx, one!.id))
    expect(await owner()).toBeNull()
    for (const person of [1, 2, null] as const) {
      await db.write((tx) => assignOwner(tx, slug, '1', person, today, act(today)))
      expect(await owner()).toBe(person)
    }
    expect(await refusalOf(db, (tx) => assignOwner(tx, slug, '9', 1, today, act(today)))).toEqual([
      '404 not-found',
    ])
  })
})
