import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refuseActivity } from '#domain/activity.ts'
import { completion, countedAs, percentOf } from '#domain/completion.ts'
import { freshness } from '#domain/freshness.ts'
import { standing, statusOn } from '#domain/history.ts'
import { suggestOutlook } from '#domain/outlook.ts'
import { wholePercent } from '#domain/percent.ts'
import { elapsedShare } from '#domain/period.ts'
import { compareNumbers, refuseNumber } from '#domain/plan.ts'
import { refuseClosure } from '#domain/review.ts'
import { outlooks, statuses, statusOrder, type Status } from '#domain/status.ts'
import { refuseUpdate } from '#domain/update.ts'
import { aStory, claim, context, pointsWith } from './given.ts'

// The mistakes found in other systems (docs/requirements.md) that concern counting and history; the rest are tested where they belong.

describe('trap 1', () => {
  test('nothing started is 0 of 25, never 100 %', () => {
    const count = completion(pointsWith({ not_started: 25 }))
    expect([count.completed, count.adopted, percentOf(count)]).toEqual([0, 25, 0])
  })

  test('an empty plan has no share at all, so no page can say NaN %', () => {
    const count = completion([])
    expect(count).toMatchObject({ completed: 0, adopted: 0, added: { completed: 0, adopted: 0 } })
    expect(percentOf(count)).toBeUndefined()
    expect(percentOf(completion(pointsWith({ closed: 3 }, false)))).toBeUndefined()
  })
})

test('trap 2: a withdrawn or paused point never counts as completed, and stays in the denominator', () => {
  const count = completion(pointsWith({ withdrawn: 3, paused: 2, closed: 5 }))
  expect([count.completed, count.adopted, percentOf(count)]).toEqual([5, 10, 50])
})

describe('trap 3', () => {
  test('a merged point never counts as completed; what it became part of counts, once', () => {
    const count = completion(pointsWith({ merged: 1, closed: 1 }))
    expect([count.completed, count.merged, count.adopted]).toEqual([1, 1, 2])
  })

  test('a plan where all is merged is 0 of 25', () => {
    expect(percentOf(completion(pointsWith({ merged: 25 })))).toBe(0)
  })

  test('a point cannot be merged into itself or into one that is merged, so there is always a target that counts', () => {
    const decision = { by: 'KS', on: '2023-11-06', reference: '§ 187' }
    const said = {
      status: 'merged',
      outlook: 'not_assessed',
      reason: 'Samma sak',
      decision,
      evidence: 'none',
    } as const
    const codes = (mergedInto: string, mergeTarget: 'self' | 'merged' | 'ok') =>
      refuseUpdate(claim({ ...said, mergedInto }), context({ mergeTarget })).map(({ code }) => code)
    expect(codes('7', 'self')).toEqual(['merged-into-self'])
    expect(codes('8', 'merged')).toEqual(['merged-into-merged'])
    expect(codes('8', 'ok')).toEqual([])
  })
})

test('trap 4: not started is a status like the others, and every point has one from the first day', () => {
  expect(statusOrder).toContain('not_started')
  expect(statusOrder).toHaveLength(Object.keys(statuses).length)
  expect(statusOn([], '2023-11-14')).toBe('not_started')
})

test('trap 5: a status is told by its name alone; no number or invented id takes part in the count', () => {
  for (const status of statusOrder) {
    expect(status).toMatch(/^[a-z_]+$/)
    expect(completion([{ status, adopted: true }])[countedAs[status]]).toBe(1)
  }
})

describe('trap 6', () => {
  test('no answer is said as no answer: it is not a zero and not on track', () => {
    expect(standing([], '2023-11-14')).toBeUndefined()
    expect(outlooks.not_assessed.mark).not.toBe(outlooks.on_track.mark)
    expect(
      suggestOutlook(
        { status: 'in_progress', dueOn: null, period: { from: '2021-01-01', to: '2023-12-31' } },
        '2022-01-01',
      ),
    ).toBeUndefined()
  })

  test('participants not told and no participants are both fine, and nothing turns one into the other', () => {
    const activity = { point: '7', what: 'Träff', happenedOn: '2023-11-14' }
    const known = { today: '2023-11-14', planFrom: '2021-01-01' }
    for (const participants of [null, undefined, 0]) {
      const logged = { ...activity, participants }
      expect(refuseActivity(logged, known)).toEqual([])
      expect(logged.participants).toBe(participants)
    }
  })
})

test('trap 7: no weights: each point counts one, whatever else is known of it', () => {
  const heavy = { status: 'closed', adopted: true, weight: 0, progress: 37 } as const
  const light = { status: 'in_progress', adopted: true, weight: 100, progress: 99 } as const
  const count = completion([heavy, light])
  expect([count.completed, count.adopted, percentOf(count)]).toEqual([1, 2, 50])
})

test('trap 8: what is not to be counted leaves by a decision and a reason, not by its number', () => {
  const codes = refuseUpdate(claim({ status: 'withdrawn', outlook: 'not_assessed' }), context()).map(
    ({ code }) => code,
  )
  expect(codes).toEqual([
    'decision-by-missing',
    'decision-on-missing',
    'decision-reference-missing',
    'reason-missing',
  ])
})

test('trap 9: numbers of more than one figure are whole texts: 7, 17 and 7.10 are three points in their right order', () => {
  const numbers = ['17', '7.10', '7', '7.2', '100']
  for (const number of numbers) expect(refuseNumber(number)).toEqual([])
  expect([...numbers].sort(compareNumbers)).toEqual(['7', '7.2', '7.10', '17', '100'])
})

test('trap 12: every status is in the count, with 0 where there is no point', () => {
  const count = completion(pointsWith({ closed: 1 }))
  for (const status of statusOrder) expect(count[countedAs[status]], status).toBe(status === 'closed' ? 1 : 0)
  for (const status of statusOrder) expect(count.added[countedAs[status]], status).toBe(0)
})

test('trap 17: no share leaves 0–100, and none is bent to fit: 100 is everything', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (part, whole) => {
      const percent = wholePercent(Math.min(part, whole), whole)
      if (whole === 0) expect(percent).toBeUndefined()
      else expect(percent! >= 0 && percent! <= 100 && (percent === 100) === part >= whole).toBe(true)
    }),
  )
  expect(elapsedShare({ from: '2021-01-01', to: '2023-12-31' }, '2031-01-01')).toBe(100)
})

test('trap 18: after three updates and a correction, the one that stands is the last said, not the oldest', () => {
  const story = aStory()
  story.record('2023-06-01', { status: 'in_progress' })
  story.record('2023-07-01', { status: 'paused' })
  const third = story.record('2023-08-01', { status: 'closed' })
  expect(standing(story.updates, '2023-11-14')?.id).toBe(third)
  const correction = story.correct(third, { status: 'embedded' })
  expect(standing(story.updates, '2023-11-14')?.id).toBe(correction)
})

test('trap 19: every status has its facts, its place in the tally and its place in the count, each its own', () => {
  const all = Object.keys(statuses) as Status[]
  expect(Object.keys(countedAs).sort()).toEqual([...all].sort())
  expect(new Set(Object.values(countedAs)).size).toBe(all.length)
  expect(all.map((status) => statuses[status].order).sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})

describe('trap 21', () => {
  test('a closed review day cannot be closed again, and nothing can be recorded into its round', () => {
    const closed = { heldOn: '2023-05-16', closedAt: '2023-05-16T14:00:00.000Z' }
    const known = { today: '2023-11-14', lastClosed: '2023-05-16', open: [] }
    expect(refuseClosure(closed, known)).toEqual([{ code: 'review-closed', field: 'term' }])
    expect(refuseUpdate(claim({ holdsFrom: '2023-05-16' }), context())).toEqual([
      { code: 'holds-from-in-closed-round', field: 'holdsFrom' },
    ])
  })

  test('people can still correct: visibly, from the day after, with the mistaken one left to read', () => {
    const story = aStory()
    const mistaken = story.record('2023-05-01', { status: 'closed' })
    story.close('2023-05-16')
    story.correct(mistaken, { status: 'in_progress' })
    expect(story.updates).toHaveLength(2)
    expect(statusOn(story.updates, '2023-05-16')).toBe('closed')
    expect(statusOn(story.updates, '2023-05-17')).toBe('in_progress')
  })
})

test('trap 24: nobody has reported is told apart from not started', () => {
  const reported = aStory()
  reported.record('2023-06-01', { status: 'not_started' })
  expect(statusOn(reported.updates, '2023-11-14')).toBe(statusOn([], '2023-11-14'))
  const of = (lastUpdatedOn: string | null) =>
    freshness(
      { status: 'not_started', lastUpdatedOn, intervalMonths: 6, periodTo: '2023-12-31' },
      '2023-11-14',
    )
  expect([of(null), of('2023-06-01')]).toEqual(['never', 'current'])
})
