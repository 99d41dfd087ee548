import { describe, expect, test } from 'vitest'
import type { Day } from '#domain/calendar.ts'
import type { Status } from '#domain/status.ts'
import type { NewCorrection, NewUpdate } from '../../server/points/schema.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { latestUpdateOf } from '../../server/points/updates.store.ts'
import { createPlan } from '../../server/plans/store.ts'
import { adoptedOn, aPlan, everything, plan, point, refusalOf, saying, slug } from './given.ts'
import {
  closeReview,
  correctUpdate,
  planReview,
  recordNothingNew,
  recordUpdate,
} from '../support/by-address.ts'

const corrected = (status: Status, basedOn: number | null, more: Partial<NewUpdate> = {}): NewCorrection => {
  const { holdsFrom: _, ...said } = saying(status, '', { basedOn, ...more })
  return said
}

/** A plan of one point, told day by day; each step gives the id of what it recorded. */
async function aStory() {
  const { db, act, planId } = await aPlan([point('1', { dueOn: '2021-12-31' }), point('2')])
  const latest = () => db.read((tx) => latestUpdateOf(tx, planId))
  return {
    db,
    act,
    record: async (day: Day, status: Status, more: Partial<NewUpdate> = {}) => {
      const claim = saying(status, day, { basedOn: await latest(), ...more })
      return db.write((tx) => recordUpdate(tx, slug, '1', claim, act(day)))
    },
    correct: async (id: number, status: Status, day: Day, more: Partial<NewUpdate> = {}) => {
      const claim = corrected(status, await latest(), more)
      return (await db.write((tx) => correctUpdate(tx, slug, id, claim, act(day)))).id
    },
    close: async (heldOn: Day) =>
      db.write(async (tx) => {
        const term = await planReview(tx, slug, { heldOn }, act(heldOn))
        await closeReview(tx, slug, term, { basedOn: await latestUpdateOf(tx, planId) }, act(heldOn))
      }),
    on: async (day: Day) => (await db.read((tx) => pointsOnDay(tx, planId, day, '1')))[0]!,
  }
}

describe('a correction is refused, and nothing is written', () => {
  test('of an update that is not there, or is another plan’s', async () => {
    const { db, act, record } = await aStory()
    const id = await record('2021-02-01', 'in_progress')
    await db.write((tx) => createPlan(tx, { ...plan, slug: 'en-annan' }, act(adoptedOn)))
    const before = await everything(db)
    for (const [where, which] of [
      [slug, id + 1],
      ['en-annan', id],
      ['ingen-plan', id],
    ] as const) {
      const claim = corrected('paused', id)
      expect(await refusalOf(db, (tx) => correctUpdate(tx, where, which, claim, act('2021-02-02')))).toEqual([
        '404 not-found',
      ])
    }
    expect(await everything(db)).toEqual(before)
  })

  test('of one that has been corrected: its correction is what may be corrected', async () => {
    const { db, act, record, correct } = await aStory()
    const mistaken = await record('2021-02-01', 'closed')
    const right = await correct(mistaken, 'in_progress', '2021-02-02')
    const before = await everything(db)
    const again = await refusalOf(db, (tx) =>
      correctUpdate(tx, slug, mistaken, corrected('paused', right), act('2021-02-03')),
    )
    expect(again).toEqual(['409 update-corrected'])
    expect(await everything(db)).toEqual(before)
  })

  test('when somebody reported after the page was opened', async () => {
    const { db, act, record } = await aStory()
    const mistaken = await record('2021-02-01', 'closed')
    await record('2021-02-02', 'in_progress')
    const old = await refusalOf(db, (tx) =>
      correctUpdate(tx, slug, mistaken, corrected('paused', mistaken), act('2021-02-03')),
    )
    expect(old).toEqual(['409 based-on-old'])
  })

  test('when it does not say what its status needs', async () => {
    const { db, act, record } = await aStory()
    const mistaken = await record('2021-02-01', 'in_progress')
    const claim = corrected('closed', mistaken, { closing: undefined })
    const refusal = await refusalOf(db, (tx) => correctUpdate(tx, slug, mistaken, claim, act('2021-02-03')))
    expect(refusal).toEqual([
      '422 result-missing closing.result',
      '422 carried-out-on-missing closing.carriedOutOn',
    ])
  })

  test('when it takes a completed status back without saying why', async () => {
    const { db, act, record } = await aStory()
    const mistaken = await record('2021-02-01', 'closed')
    const claim = corrected('in_progress', mistaken, { reason: undefined, note: 'Fel punkt.' })
    const refusal = await refusalOf(db, (tx) => correctUpdate(tx, slug, mistaken, claim, act('2021-02-03')))
    expect(refusal).toEqual(['422 reason-missing reason'])
  })
})

describe('a correction', () => {
  test('takes the mistaken one’s place from its day, behind what followed', async () => {
    const { record, correct, on } = await aStory()
    const mistaken = await record('2021-02-01', 'closed')
    await record('2021-03-01', 'paused')
    await correct(mistaken, 'in_progress', '2021-03-02')
    expect((await on('2021-02-01')).status).toBe('in_progress')
    expect((await on('2021-02-28')).status).toBe('in_progress')
    expect((await on('2021-03-01')).status).toBe('paused')
  })

  test('does not overrule a later word for the same day', async () => {
    const { record, correct, on } = await aStory()
    const mistaken = await record('2021-02-01', 'paused')
    await record('2021-02-01', 'embedded')
    await correct(mistaken, 'in_progress', '2021-02-02')
    expect((await on('2021-02-01')).status).toBe('embedded')
  })

  test('of a closed round stays behind what followed in that round', async () => {
    const { record, correct, close, on } = await aStory()
    const mistaken = await record('2021-02-01', 'paused')
    await record('2021-02-08', 'embedded')
    await close('2021-02-16')
    await correct(mistaken, 'in_progress', '2021-02-20')
    expect((await on('2021-02-20')).status).toBe('embedded')
  })

  test('leaves the mistaken one readable, and points at it', async () => {
    const { db, record, correct } = await aStory()
    const mistaken = await record('2021-02-01', 'closed')
    const before = (await everything(db)).updates![0]
    const right = await correct(mistaken, 'in_progress', '2021-02-03')
    const rows = (await everything(db)).updates as {
      id: number
      corrects: number | null
      holdsFrom: string
    }[]
    expect(rows[0]).toEqual(before)
    expect(rows[1]).toMatchObject({
      id: right,
      corrects: mistaken,
      holdsFrom: '2021-02-01',
      placeDay: '2021-02-01',
      recordedAt: '2021-02-03T10:00:00.000Z',
    })
  })

  test('does not show as reopened what was never completed', async () => {
    const { record, correct, on } = await aStory()
    const mistaken = await record('2021-02-01', 'closed')
    await correct(mistaken, 'in_progress', '2021-02-03')
    expect(await on('2021-02-03')).toMatchObject({ status: 'in_progress', reopened: false })
  })

  test('takes a mistaken move of the end back', async () => {
    const { record, correct, on } = await aStory()
    const mistaken = await record('2021-02-01', 'in_progress', { dueOn: '2031-12-31' })
    await correct(mistaken, 'in_progress', '2021-02-03')
    expect(await on('2021-02-03')).toMatchObject({ dueOn: '2021-12-31', moves: 0 })
  })

  test('of a correction, and of that one: the last word has the first one’s place', async () => {
    const { record, correct, on } = await aStory()
    const first = await record('2021-02-01', 'closed')
    await record('2021-02-20', 'paused')
    const second = await correct(first, 'withdrawn', '2021-02-21')
    const third = await correct(second, 'embedded', '2021-02-22')
    await correct(third, 'in_progress', '2021-02-23')
    expect((await on('2021-02-19')).status).toBe('in_progress')
    expect((await on('2021-02-20')).status).toBe('paused')
  })

  test('of a closed round holds from the day after it, and the closed day keeps what it was told', async () => {
    const { record, correct, close, on } = await aStory()
    const mistaken = await record('2021-02-01', 'closed')
    await close('2021-02-16')
    const right = await correct(mistaken, 'in_progress', '2021-02-16')
    expect((await on('2021-02-16')).status).toBe('closed')
    expect(await on('2021-02-17')).toMatchObject({
      status: 'in_progress',
      update: { id: right, holdsFrom: '2021-02-17' },
    })
  })

  test('of a closed round corrected again in a later one tells each closed day what it was told', async () => {
    const { record, correct, close, on } = await aStory()
    const first = await record('2021-02-01', 'closed')
    await close('2021-02-16')
    const second = await correct(first, 'in_progress', '2021-02-20')
    await close('2021-05-18')
    await correct(second, 'embedded', '2021-05-20')
    const days = ['2021-02-16', '2021-02-17', '2021-05-18', '2021-05-19']
    const told = await Promise.all(days.map(async (day) => (await on(day)).status))
    expect(told).toEqual(['closed', 'in_progress', 'in_progress', 'embedded'])
  })

  test('of the answer nothing new is an update like any other', async () => {
    const { db, act, record, correct, on } = await aStory()
    const first = await record('2021-02-01', 'in_progress')
    const answer = await db.write((tx) =>
      recordNothingNew(tx, slug, '1', { holdsFrom: '2021-03-01', basedOn: first }, act('2021-03-01')),
    )
    await correct(answer, 'paused', '2021-03-02')
    expect(await on('2021-03-01')).toMatchObject({ status: 'paused', update: { answer: 'update' } })
    expect((await on('2021-02-28')).status).toBe('in_progress')
  })

  test('is refused when it would make two points part of each other', async () => {
    const { db, act, record } = await aStory()
    const mistaken = await record('2021-02-01', 'in_progress')
    await db.write((tx) =>
      recordUpdate(tx, slug, '2', saying('merged', '2021-02-10', { mergedInto: '1' }), act('2021-02-10')),
    )
    const claim = corrected('merged', mistaken, { mergedInto: '2' })
    const refusal = await refusalOf(db, (tx) => correctUpdate(tx, slug, mistaken, claim, act('2021-02-11')))
    expect(refusal).toEqual(['422 merged-into-merged mergedInto'])
  })
})
