import { describe, expect, test } from 'vitest'
import type { Day } from '#domain/calendar.ts'
import { findPlan } from '../../server/database/plan.ts'
import { latestUpdateOf } from '../../server/points/updates.store.ts'
import type { NewReview } from '../../server/reviews/schema.ts'
import { completionItems } from '../../server/reviews/close.store.ts'
import { planNow, listReviews } from '../../server/plans/review-days.store.ts'
import { aPlan, at, everything, point, refusalOf, saying, slug } from './given.ts'
import { addPoint, changeReview, closeReview, planReview, recordUpdate } from '../support/by-address.ts'

/** Review days of the plan: one closed on 4 May, one set for 2 November. */
async function aYear() {
  const given = await aPlan()
  const { db, act } = given
  await db.write(async (tx) => {
    await planReview(tx, slug, { heldOn: '2021-05-04' }, act('2021-02-01'))
    await planReview(tx, slug, { heldOn: '2021-11-02' }, act('2021-02-01'))
    await closeReview(tx, slug, '2021-vt', { basedOn: null }, act('2021-05-04'))
  })
  return given
}

describe('setting a review day', () => {
  test.for([
    ['in a plan that is not there', 'ingen-plan', { heldOn: '2021-12-01' }, ['404 not-found']],
    ['on no day', slug, { heldOn: '2021-02-30' }, ['422 held-on-not-a-day heldOn']],
    ['before the plan was adopted', slug, { heldOn: '2021-01-10' }, ['422 held-on-before-adoption heldOn']],
    ['in a closed round', slug, { heldOn: '2021-05-04' }, ['422 held-on-in-closed-round heldOn']],
    ['on the day of another', slug, { heldOn: '2021-11-02' }, ['422 held-on-taken heldOn']],
    ['of a term that is taken', slug, { heldOn: '2021-12-01', term: '2021-ht' }, ['422 term-taken term']],
    [
      'of something that is no term',
      slug,
      { heldOn: '2021-12-01', term: 'hösten' },
      ['422 term-malformed term'],
    ],
  ] as [string, string, NewReview, string[]][])(
    '%s is refused, and nothing is written',
    async ([, plan, claim, refusal]) => {
      const { db, act } = await aYear()
      const before = await everything(db)
      expect(await refusalOf(db, (tx) => planReview(tx, plan, claim, act('2021-06-01')))).toEqual(refusal)
      expect(await everything(db)).toEqual(before)
    },
  )

  test('takes the first term that is free, and gives it', async () => {
    const { db, act, planId } = await aYear()
    const term = await db.write((tx) => planReview(tx, slug, { heldOn: '2021-12-01' }, act('2021-06-01')))
    expect(term).toBe('2021-ht-2')
    const reviews = await db.read((tx) => listReviews(tx, planId))
    expect(reviews.map((one) => [one.term, one.heldOn, one.closure !== null])).toEqual([
      ['2021-vt', '2021-05-04', true],
      ['2021-ht', '2021-11-02', false],
      ['2021-ht-2', '2021-12-01', false],
    ])
  })
})

describe('moving a review day', () => {
  test.for([
    ['that is closed', '2021-vt', '2021-06-01', ['422 review-closed heldOn']],
    ['that is not there', '2022-vt', '2021-06-01', ['404 not-found']],
    ['into a closed round', '2021-ht', '2021-05-01', ['422 held-on-in-closed-round heldOn']],
    ['to no day', '2021-ht', 'i höst', ['422 held-on-not-a-day heldOn']],
  ] as [string, string, Day, string[]][])(
    '%s is refused, and nothing is written',
    async ([, term, day, refusal]) => {
      const { db, act } = await aYear()
      const before = await everything(db)
      expect(
        await refusalOf(db, (tx) => changeReview(tx, slug, term, { heldOn: day }, act('2021-06-01'))),
      ).toEqual(refusal)
      expect(await everything(db)).toEqual(before)
    },
  )

  test('keeps its term, which is its address, also when the day is not in it any more', async () => {
    const { db, planId, act } = await aYear()
    const moved = { heldOn: '2022-01-18' }
    await db.write((tx) => changeReview(tx, slug, '2021-ht', moved, act('2021-06-01')))
    const reviews = await db.read((tx) => listReviews(tx, planId))
    expect(reviews.at(-1)).toMatchObject({ term: '2021-ht', heldOn: '2022-01-18' })
    expect(await refusalOf(db, (tx) => changeReview(tx, slug, '2021-ht', moved, act('2021-06-01')))).toBe(
      'done',
    )
  })
})

describe('now', () => {
  test('is today, and the day after a review day that was closed today', async () => {
    const { db, planId } = await aYear()
    const now = (day: Day) => db.read((tx) => planNow(tx, planId, at(day)))
    expect(await now('2021-05-04')).toBe('2021-05-05')
    expect(await now('2021-05-05')).toBe('2021-05-05')
    expect(await now('2021-06-01')).toBe('2021-06-01')
  })

  test('what is recorded the same afternoon belongs to the next round, and shows at once', async () => {
    const { db, act, planId } = await aYear()
    const record = (day: Day) => (tx: Parameters<Parameters<typeof db.write>[0]>[0]) =>
      recordUpdate(tx, slug, '1', saying('in_progress', day), act('2021-05-04'))
    expect(await refusalOf(db, record('2021-05-04'))).toEqual(['422 holds-from-in-closed-round holdsFrom'])
    await db.write(record('2021-05-05'))
    const plan = await db.read((tx) => findPlan(tx, slug))
    const items = await db.read((tx) => completionItems(tx, plan!, at('2021-05-04')))
    expect(items.at(-1)).toMatchObject({ kind: 'now', day: '2021-05-05', completion: { inProgress: 1 } })
    expect(await db.read((tx) => latestUpdateOf(tx, planId))).toBe(1)
  })
})

test('how the count grew: nothing at the adoption, the closed days as they were frozen, and now', async () => {
  const { db, act } = await aYear()
  const decision = { by: 'Kommunstyrelsen', on: '2021-06-01', reference: '§ 60' }
  await db.write(async (tx) => {
    await addPoint(tx, slug, point('4', { decision }), act('2021-06-01'))
    await recordUpdate(tx, slug, '1', saying('closed', '2021-06-01'), act('2021-06-01'))
    await recordUpdate(tx, slug, '4', saying('embedded', '2021-06-01'), act('2021-06-01'))
  })
  const plan = await db.read((tx) => findPlan(tx, slug))
  const items = await db.read((tx) => completionItems(tx, plan!, at('2021-06-02')))
  expect(
    items.map(({ kind, term, day, completion: { adopted, completed, added } }) => [
      kind,
      term,
      day,
      adopted,
      completed,
      added.adopted,
      added.completed,
    ]),
  ).toEqual([
    ['adopted', null, '2021-01-11', 3, 0, 0, 0],
    ['review', '2021-vt', '2021-05-04', 3, 0, 0, 0],
    ['now', null, '2021-06-02', 3, 1, 1, 1],
  ])
})
