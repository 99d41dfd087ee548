import { describe, expect, test } from 'vitest'
import type { NewPlan } from '../../server/plans/schema.ts'
import { createPlan, focusAreasOf, listPlans } from '../../server/plans/store.ts'
import { findPlan } from '../../server/database/plan.ts'
import { usualLabels } from '#words/labels.ts'
import { aDatabase, adoptedOn, aPlan, everything, plan, refusalOf, slug } from './given.ts'
import { changePlan, publishPlan } from '../support/by-address.ts'

const { slug: _, focusAreas: __, ...facts } = plan

describe('a plan is not registered, and nothing is written', () => {
  test.for([
    ['under an address that is taken', { slug }, ['422 slug-taken slug']],
    ['under an address of the program’s own', { slug: 'logga-in' }, ['422 slug-reserved slug']],
    ['under an address that is none', { slug: 'Vår plan' }, ['422 slug-malformed slug']],
    [
      'with every reason at once',
      { slug: 'ny', title: ' ', municipality: '', period: { from: '2024-01-01', to: '2023-01-01' } },
      ['422 title-missing title', '422 municipality-missing municipality', '422 period-reversed period.to'],
    ],
    [
      'adopted when it was over',
      { slug: 'ny', adoption: { by: 'KF', on: '2024-01-01' } },
      ['422 adopted-on-after-period adoption.on'],
    ],
  ] as [string, Partial<NewPlan>, string[]][])('%s', async ([, wrong, refusal]) => {
    const { db, act } = await aPlan()
    const before = await everything(db)
    const claim = { ...plan, ...wrong }
    expect(await refusalOf(db, (tx) => createPlan(tx, claim, act(adoptedOn)))).toEqual(refusal)
    expect(await everything(db)).toEqual(before)
  })
})

describe('a plan', () => {
  test('is there for those who work on it, and for others from the moment it is published', async () => {
    const { db, act } = await aDatabase()
    const made = await db.write((tx) => createPlan(tx, plan, act(adoptedOn)))
    expect(await db.read((tx) => findPlan(tx, slug))).toEqual(made)
    expect(await db.read(listPlans)).toEqual([])
    await db.write((tx) => publishPlan(tx, slug, act('2021-02-01')))
    await db.write((tx) => publishPlan(tx, slug, act('2021-03-01')))
    expect((await db.read(listPlans)).map((one) => [one.slug, one.publishedAt])).toEqual([
      [slug, '2021-02-01T10:00:00.000Z'],
    ])
    expect(await refusalOf(db, (tx) => publishPlan(tx, 'ingen-plan', act(adoptedOn)))).toEqual([
      '404 not-found',
    ])
  })

  test('is given what it does not say, and keeps its focus areas in order', async () => {
    const { db, act } = await aDatabase()
    const made = await db.write((tx) => createPlan(tx, plan, act(adoptedOn)))
    expect(made).toMatchObject({
      language: 'sv',
      freshnessMonths: 6,
      wordsShown: 'after-look',
      labels: usualLabels,
      support: [],
      publishedAt: null,
      revision: 1,
    })
    const areas = await db.read((tx) => focusAreasOf(tx, made.id))
    expect(areas.map(({ number, title }) => [number, title])).toEqual([
      ['A', 'Energi'],
      [null, 'Resor'],
    ])
  })

  test('is not changed into what it could not have been registered as', async () => {
    const { db } = await aPlan()
    const before = await everything(db)
    const refused = await refusalOf(db, (tx) => changePlan(tx, slug, { ...facts, title: '' }))
    expect(refused).toEqual(['422 title-missing title'])
    expect(await refusalOf(db, (tx) => changePlan(tx, 'ingen-plan', facts))).toEqual(['404 not-found'])
    expect(await everything(db)).toEqual(before)
  })

  test('is changed in its facts alone: what it does not say any more is gone, its points and areas stay', async () => {
    const { db } = await aPlan()
    const before = await everything(db)
    const changed = await db.write((tx) =>
      changePlan(tx, slug, {
        ...facts,
        title: 'Nytt namn',
        adoption: { by: 'Kommunfullmäktige', on: adoptedOn },
      }),
    )
    expect(changed).toMatchObject({ title: 'Nytt namn', paragraph: null, slug })
    expect(changed.publishedAt).not.toBeNull()
    const after = await everything(db)
    expect({ ...after, plans: [] }).toEqual({ ...before, plans: [] })
  })
})
