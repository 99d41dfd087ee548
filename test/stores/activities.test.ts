import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityTotals, listActivities } from '../../server/activities/listing.store.ts'
import type { NewActivity } from '../../server/activities/schema.ts'
import { createPlan } from '../../server/plans/store.ts'
import { pointsOf } from '../../server/points/store.ts'
import { adoptedOn, aPlan, everything, plan, point, refusalOf, slug } from './given.ts'
import { addPoint, logActivity, publishPlan, showActivity } from '../support/by-address.ts'

const today = '2021-06-01'
const done = (more: Partial<NewActivity> = {}): NewActivity => ({
  point: '1',
  what: 'Föräldraträff i biblioteket',
  happenedOn: '2021-05-20',
  ...more,
})

describe('an activity is refused, and nothing is written', () => {
  test.for([
    ['in a plan that is not there', 'ingen-plan', {}, ['404 not-found']],
    ['on a point that is not there', slug, { point: '9' }, ['422 point-unknown point']],
    [
      'with every reason at once',
      slug,
      { what: ' ', happenedOn: '2021-06-02', participants: -1, link: 'javascript:alert(1)' },
      [
        '422 what-missing what',
        '422 happened-on-ahead happenedOn',
        '422 participants-not-a-count participants',
        '422 link-malformed link',
      ],
    ],
  ] as [string, string, Partial<NewActivity>, string[]][])('%s', async ([, where, wrong, refusal]) => {
    const { db, act } = await aPlan()
    const before = await everything(db)
    expect(await refusalOf(db, (tx) => logActivity(tx, where, done(wrong), act(today)))).toEqual(refusal)
    expect(await everything(db)).toEqual(before)
  })

  test('as a correction of somebody else’s, of one that is not there, or of one corrected before', async () => {
    const { db, act } = await aPlan()
    const { id } = await db.write((tx) => logActivity(tx, slug, done(), act(today)))
    const { id: theirs } = await db.write((tx) => logActivity(tx, slug, done(), act(today, 2)))
    await db.write((tx) => logActivity(tx, slug, done({ what: 'Rätt' }), act(today), id))
    const before = await everything(db)
    const correcting = (which: number) =>
      refusalOf(db, (tx) => logActivity(tx, slug, done({ what: 'Igen' }), act(today), which))
    expect(await correcting(theirs)).toEqual(['404 not-found'])
    expect(await correcting(4711)).toEqual(['404 not-found'])
    expect(await correcting(id)).toEqual(['409 activity-corrected'])
    expect(await everything(db)).toEqual(before)
  })

  test('as a correction of one in another plan', async () => {
    const { db, act } = await aPlan()
    const { id } = await db.write((tx) => logActivity(tx, slug, done(), act(today)))
    await db.write(async (tx) => {
      await createPlan(tx, { ...plan, slug: 'en-annan' }, act(adoptedOn))
      await addPoint(tx, 'en-annan', point('1'), act(adoptedOn))
    })
    const foreign = await refusalOf(db, (tx) => logActivity(tx, 'en-annan', done(), act(today), id))
    expect(foreign).toEqual(['404 not-found'])
  })
})

describe('an activity', () => {
  test('counts at once and says which in order it was, but changes no status', async () => {
    const { db, act, planId } = await aPlan()
    const ordinals = []
    for (const number of ['1', '1', '2', '1']) {
      ordinals.push(
        (await db.write((tx) => logActivity(tx, slug, done({ point: number }), act(today)))).ordinal,
      )
    }
    expect(ordinals).toEqual([1, 2, 1, 3])
    const points = await db.read((tx) => pointsOf(tx, planId))
    expect(points.map(({ activityCount }) => activityCount)).toEqual([3, 1, 0])
    expect((await everything(db)).updates).toEqual([])
  })

  test('keeps apart what was zero and what nobody told', async () => {
    const { db, act, planId } = await aPlan()
    await db.write(async (tx) => {
      await logActivity(tx, slug, done({ point: '1', participants: 0, occasions: 0 }), act(today))
      await logActivity(tx, slug, done({ point: '2' }), act(today))
      await logActivity(tx, slug, done({ point: '2', participants: 14 }), act(today))
      await logActivity(tx, slug, done({ point: '3', participants: null }), act(today))
    })
    const points = await db.read((tx) => pointsOf(tx, planId))
    const totals = await db.read((tx) => activityTotals(tx, planId, '2021-07-01'))
    expect(points.map(({ id }) => totals.get(id))).toEqual([
      { activities: 1, participants: 0 },
      { activities: 2, participants: 14 },
      { activities: 1, participants: null },
    ])
    const [last] = await db.read((tx) => listActivities(tx, planId, { limit: 1 }))
    expect(last).toMatchObject({ occasions: null, participants: null })
  })

  test('is listed with its words, by function and organisation, the latest first, page by page', async () => {
    const { db, act, planId } = await aPlan()
    for (const what of ['ett', 'två', 'tre']) {
      const claim = done({ what, targetGroup: 'unga', link: 'https://sjovik.example/traff' })
      await db.write((tx) => logActivity(tx, slug, claim, act(today, 2)))
    }
    const page = (before?: number) => db.read((tx) => listActivities(tx, planId, { limit: 2, before }))
    const first = await page()
    expect(first.map(({ what }) => what?.body)).toEqual(['tre', 'två'])
    expect(first[0]).toMatchObject({
      point: '1',
      targetGroup: 'unga',
      by: { function: 'Enhetschef', organisation: { code: 'skola' } },
      link: { body: 'https://sjovik.example/traff' },
      shown: false,
    })
    expect((await page(first.at(-1)!.id)).map(({ what }) => what?.body)).toEqual(['ett'])
  })

  test('that corrects another takes its place in lists and counts, also on another point', async () => {
    const { db, act, planId } = await aPlan()
    const { id } = await db.write((tx) => logActivity(tx, slug, done({ participants: 300 }), act(today)))
    const moved = done({ point: '2', what: 'Rätt punkt', participants: 30 })
    const { ordinal } = await db.write((tx) => logActivity(tx, slug, moved, act('2021-06-03'), id))
    expect(ordinal).toBe(1)
    const [one, two] = await db.read((tx) => pointsOf(tx, planId))
    expect([one!.activityCount, two!.activityCount]).toEqual([0, 1])
    const listed = await db.read((tx) => listActivities(tx, planId, { limit: 9 }))
    expect(listed.map(({ what, corrects }) => [what?.body, corrects])).toEqual([['Rätt punkt', id]])
    const totals = (before: string) => db.read((tx) => activityTotals(tx, planId, before))
    expect([...(await totals('2021-06-02'))]).toEqual([[one!.id, { activities: 1, participants: 300 }]])
    expect([...(await totals('2021-06-04'))]).toEqual([[two!.id, { activities: 1, participants: 30 }]])
  })

  test('is counted the same by the counter, and by counting, whatever is logged and corrected', async () => {
    const { db, act, planId } = await aPlan()
    const aStep = fc.record({ number: fc.constantFrom('1', '2', '3'), corrects: fc.option(fc.nat(9)) })
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 12 }), async (steps) => {
        await db.write(async (tx) => {
          for (const { number, corrects } of steps) {
            const known = await listActivities(tx, planId, { limit: 100 })
            const mistaken = corrects === null ? undefined : known[corrects % Math.max(1, known.length)]
            await logActivity(tx, slug, done({ point: number }), act(today), mistaken?.id ?? null)
          }
          const listed = Map.groupBy(await listActivities(tx, planId, { limit: 10_000 }), (one) => one.point)
          const totals = await activityTotals(tx, planId, '2099')
          for (const one of await pointsOf(tx, planId)) {
            expect(one.activityCount).toBe(listed.get(one.number)?.length ?? 0)
            expect(one.activityCount).toBe(totals.get(one.id)?.activities ?? 0)
          }
        })
      }),
      { numRuns: 12 },
    )
  })
})

describe('the words of an activity', () => {
  const shownIn = async ({ db, planId }: Pick<Awaited<ReturnType<typeof aPlan>>, 'db' | 'planId'>) =>
    (await db.read((tx) => listActivities(tx, planId, { limit: 9 }))).map(({ shown }) => shown)

  test('are not shown of an activity that is not in the plan', async () => {
    const { db, act } = await aPlan()
    const { id } = await db.write((tx) => logActivity(tx, slug, done(), act(today)))
    await db.write((tx) => createPlan(tx, { ...plan, slug: 'en-annan' }, act(adoptedOn)))
    const before = await everything(db)
    for (const [where, which] of [
      ['en-annan', id],
      [slug, id + 1],
      ['ingen-plan', id],
    ] as const) {
      expect(await refusalOf(db, (tx) => showActivity(tx, where, which, true, act(today)))).toEqual([
        '404 not-found',
      ])
    }
    expect(await everything(db)).toEqual(before)
  })

  test('are public when a plan lead has shown them, and internal again when that is undone: the last word counts', async () => {
    const given = await aPlan()
    const { db, act } = given
    const { id } = await db.write((tx) => logActivity(tx, slug, done(), act(today)))
    expect(await shownIn(given)).toEqual([false])
    for (const shown of [true, false, true]) {
      await db.write((tx) => showActivity(tx, slug, id, shown, act(today)))
      expect(await shownIn(given)).toEqual([shown])
    }
    expect((await everything(db)).showings).toHaveLength(3)
  })

  test('wait to be looked at until somebody has decided, one way or the other', async () => {
    const { db, act, planId } = await aPlan()
    const ids: number[] = []
    for (const what of ['visas', 'visas inte', 'väntar']) {
      ids.push((await db.write((tx) => logActivity(tx, slug, done({ what }), act(today)))).id)
    }
    await db.write((tx) => showActivity(tx, slug, ids[0]!, true, act(today)))
    await db.write((tx) => showActivity(tx, slug, ids[1]!, false, act(today)))
    const waiting = await db.read((tx) => listActivities(tx, planId, { limit: 9, unshown: true }))
    expect(waiting.map(({ what }) => what?.body)).toEqual(['väntar'])
  })

  test('are public at once in a plan that says so', async () => {
    const { db, act, planId } = await aPlan()
    const id = await db.write(async (tx) => {
      const open = { ...plan, slug: 'oppen-plan', wordsShown: 'at-once' as const }
      const { id } = await createPlan(tx, open, act(adoptedOn))
      await addPoint(tx, 'oppen-plan', point('1'), act(adoptedOn))
      await publishPlan(tx, 'oppen-plan', act(adoptedOn))
      await logActivity(tx, 'oppen-plan', done(), act(today))
      return id
    })
    expect(await shownIn({ db, planId: id })).toEqual([true])
    expect(await shownIn({ db, planId })).toEqual([])
  })
})
