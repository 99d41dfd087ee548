import { describe, expect, test } from 'vitest'
import {
  correctionDay,
  dueMoves,
  dueOn,
  inOrder,
  placeOf,
  standing,
  standingBefore,
  standingOn,
  statusOn,
  wasReopened,
} from '#domain/history.ts'
import { aStory } from './given.ts'

const idsOn = (story: ReturnType<typeof aStory>, day: string) =>
  inOrder(story.updates, day).map((one) => one.id)

describe('the status on a day', () => {
  test('is not started while nobody has reported, and nobody stands behind it', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    expect(standing(story.updates, '2021-02-28')).toBeUndefined()
    expect(statusOn(story.updates, '2021-02-28')).toBe('not_started')
    expect(statusOn([], '2021-02-28')).toBe('not_started')
  })

  test('is what the last update by then says, from its very day', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    story.record('2021-09-01', { status: 'paused' })
    expect(statusOn(story.updates, '2021-03-01')).toBe('in_progress')
    expect(statusOn(story.updates, '2021-08-31')).toBe('in_progress')
    expect(statusOn(story.updates, '2021-09-01')).toBe('paused')
  })

  test('of two updates that hold from the same day is the later recorded one’s', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    story.record('2021-03-01', { status: 'closed' })
    expect(statusOn(story.updates, '2021-03-01')).toBe('closed')
  })

  test('an update recorded late lands behind those that hold from a later day', () => {
    const story = aStory()
    story.record('2021-06-01', { status: 'paused' })
    story.record('2021-05-01', { status: 'in_progress' })
    expect(statusOn(story.updates, '2021-05-15')).toBe('in_progress')
    expect(statusOn(story.updates, '2021-06-01')).toBe('paused')
  })

  test('does not depend on the order the rows come in', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    const mistaken = story.record('2021-04-01', { status: 'closed' })
    story.correct(mistaken, { status: 'paused' })
    story.record('2021-04-01', { status: 'embedded' })
    expect(inOrder([...story.updates].reverse(), '2021-04-01')).toEqual(inOrder(story.updates, '2021-04-01'))
  })
})

describe('a correction in an open round', () => {
  test('replaces the mistaken update from the same day', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    const mistaken = story.record('2021-04-01', { status: 'closed' })
    const correction = story.correct(mistaken, { status: 'paused' })
    expect(statusOn(story.updates, '2021-04-01')).toBe('paused')
    expect(idsOn(story, '2021-04-01')).toEqual([1, correction])
  })

  test('does not overrule what was recorded for a later day', () => {
    const story = aStory()
    const mistaken = story.record('2021-04-01', { status: 'paused' })
    story.record('2021-05-01', { status: 'closed' })
    story.correct(mistaken, { status: 'in_progress' })
    expect(statusOn(story.updates, '2021-04-15')).toBe('in_progress')
    expect(statusOn(story.updates, '2021-05-01')).toBe('closed')
  })

  test('does not overrule a later word for the same day', () => {
    const story = aStory()
    const mistaken = story.record('2021-04-01', { status: 'paused' })
    story.record('2021-04-01', { status: 'closed' })
    story.correct(mistaken, { status: 'in_progress' })
    expect(statusOn(story.updates, '2021-04-01')).toBe('closed')
  })

  test('can itself be corrected, and the last word has the first one’s place', () => {
    const story = aStory()
    const mistaken = story.record('2021-04-01', { status: 'closed' })
    story.record('2021-05-01', { status: 'in_progress' })
    const worse = story.correct(mistaken, { status: 'withdrawn' })
    const right = story.correct(worse, { status: 'paused' })
    expect(statusOn(story.updates, '2021-04-30')).toBe('paused')
    expect(idsOn(story, '2021-05-01')).toEqual([right, 2])
  })
})

describe('a correction of a closed round', () => {
  test('holds from the day after the last closed review day; the closed days stay as they were told', () => {
    const story = aStory()
    const mistaken = story.record('2021-04-01', { status: 'closed' })
    story.close('2021-05-18')
    story.correct(mistaken, { status: 'in_progress' })
    expect(statusOn(story.updates, '2021-05-18')).toBe('closed')
    expect(statusOn(story.updates, '2021-05-19')).toBe('in_progress')
  })

  test('keeps the corrected one’s place, so a later update of the old round still wins', () => {
    const story = aStory()
    const mistaken = story.record('2021-04-01', { status: 'paused' })
    story.record('2021-05-01', { status: 'closed' })
    story.close('2021-05-18')
    const correction = story.correct(mistaken, { status: 'withdrawn' })
    expect(statusOn(story.updates, '2021-05-19')).toBe('closed')
    expect(idsOn(story, '2021-05-18')).toEqual([1, 2])
    expect(idsOn(story, '2021-05-19')).toEqual([correction, 2])
  })

  test('holds after the last closed day also when several have closed since', () => {
    const story = aStory()
    const mistaken = story.record('2021-04-01', { status: 'closed' })
    story.close('2021-05-18')
    story.close('2021-11-16')
    story.correct(mistaken, { status: 'in_progress' })
    expect(statusOn(story.updates, '2021-11-16')).toBe('closed')
    expect(statusOn(story.updates, '2021-11-17')).toBe('in_progress')
  })

  test('corrected again in a later round tells each closed round what it was told', () => {
    const story = aStory()
    const first = story.record('2021-04-01', { status: 'closed' })
    story.close('2021-05-18')
    const second = story.correct(first, { status: 'in_progress' })
    story.close('2021-11-16')
    story.correct(second, { status: 'embedded' })
    const told = ['2021-05-18', '2021-05-19', '2021-11-16', '2021-11-17'].map((day) =>
      statusOn(story.updates, day),
    )
    expect(told).toEqual(['closed', 'in_progress', 'in_progress', 'embedded'])
  })

  test('the day is the corrected one’s own as long as its round is open', () => {
    expect(correctionDay('2021-05-18', '2021-05-18')).toBe('2021-05-19')
    expect(correctionDay('2021-05-19', '2021-05-18')).toBe('2021-05-19')
    expect(correctionDay('2021-04-01', null)).toBe('2021-04-01')
  })
})

test('the place of an update is its day behind the latest one; of a correction, the corrected one’s', () => {
  const holdsFrom = '2021-05-19'
  expect(placeOf({ holdsFrom, latestId: null })).toEqual({ placeDay: holdsFrom, placeId: 0 })
  expect(placeOf({ holdsFrom, latestId: 7 })).toEqual({ placeDay: holdsFrom, placeId: 7 })
  expect(placeOf({ holdsFrom, latestId: 7 }, { placeDay: '2021-04-01', placeId: 3 })).toEqual({
    placeDay: '2021-04-01',
    placeId: 3,
  })
})

describe('the end of a point', () => {
  test('is the first one until an update moves it, and no update can be silent it away', () => {
    const story = aStory()
    story.record('2021-03-01', { dueOn: '2022-03-31' })
    story.record('2021-04-01', {})
    expect(dueOn('2021-12-31', story.updates, '2021-02-28')).toBe('2021-12-31')
    expect(dueOn('2021-12-31', story.updates, '2021-03-01')).toBe('2022-03-31')
    expect(dueOn('2021-12-31', story.updates, '2021-04-01')).toBe('2022-03-31')
    expect(dueOn(null, [], '2021-04-01')).toBeNull()
  })

  test('saying the same end again, or the first end at all, is no move', () => {
    const story = aStory()
    story.record('2021-03-01', { dueOn: '2021-12-31' })
    story.record('2021-04-01', { dueOn: '2021-12-31' })
    expect(dueMoves('2021-12-31', story.updates, '2021-04-01')).toEqual([])
    expect(dueMoves(null, story.updates, '2021-04-01')).toEqual([])
  })

  test('each move says from where to where; a move back is one too', () => {
    const story = aStory()
    story.record('2021-03-01', { dueOn: '2022-03-31' })
    story.record('2021-09-01', { dueOn: '2021-12-31' })
    expect(dueMoves('2021-12-31', story.updates, '2021-09-01')).toEqual([
      { from: '2021-12-31', to: '2022-03-31', updateId: 1 },
      { from: '2022-03-31', to: '2021-12-31', updateId: 2 },
    ])
    expect(dueMoves('2021-12-31', story.updates, '2021-08-31')).toHaveLength(1)
  })

  test('a correction that says nothing of it takes a mistaken move back', () => {
    const story = aStory()
    const mistaken = story.record('2021-03-01', { dueOn: '2031-03-31' })
    story.correct(mistaken, {})
    expect(dueOn('2021-12-31', story.updates, '2021-03-01')).toBe('2021-12-31')
    expect(dueMoves('2021-12-31', story.updates, '2021-03-01')).toEqual([])
  })
})

describe('what an update is compared with', () => {
  test('before any update it is the point as adopted', () => {
    expect(standingOn('2021-12-31', [], '2021-03-01')).toEqual({
      status: 'not_started',
      outlook: 'not_assessed',
      dueOn: '2021-12-31',
    })
  })

  test('for a day in the past it is how the point stood then', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress', outlook: 'late', dueOn: '2022-03-31' })
    story.record('2021-06-01', { status: 'closed' })
    expect(standingOn(null, story.updates, '2021-05-31')).toEqual({
      status: 'in_progress',
      outlook: 'late',
      dueOn: '2022-03-31',
    })
  })

  test('a correction is compared with what stood before the one it corrects, not with that one or what followed', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress', dueOn: '2022-03-31' })
    const mistaken = story.record('2021-04-01', { status: 'closed', dueOn: '2022-12-31' })
    story.record('2021-05-01', { status: 'paused' })
    const before = standingBefore('2021-12-31', story.updates, story.updates[mistaken - 1]!, '2021-04-01')
    expect(before).toEqual({ status: 'in_progress', outlook: 'not_assessed', dueOn: '2022-03-31' })
  })

  test('nor with what followed it in a closed round, though that holds by now', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    const mistaken = story.record('2021-04-01', { status: 'paused' })
    story.record('2021-04-01', { status: 'closed', dueOn: '2022-12-31' })
    const after = story.close('2021-05-18')
    const before = standingBefore(null, story.updates, story.updates[mistaken - 1]!, after)
    expect(before).toEqual({ status: 'in_progress', outlook: 'not_assessed', dueOn: null })
  })

  test('a correction of a correction is compared with the same', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    const mistaken = story.record('2021-04-01', { status: 'closed' })
    story.close('2021-05-18')
    const correction = story.correct(mistaken, { status: 'embedded' })
    const before = standingBefore(null, story.updates, story.updates[correction - 1]!, '2021-05-19')
    expect(before.status).toBe('in_progress')
  })
})

describe('reopened', () => {
  test('is not a point that never was completed, nor one that is', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    expect(wasReopened(story.updates, '2021-03-01')).toBe(false)
    story.record('2021-04-01', { status: 'closed' })
    story.record('2021-05-01', { status: 'embedded' })
    expect(wasReopened(story.updates, '2021-05-01')).toBe(false)
    expect(wasReopened([], '2021-05-01')).toBe(false)
  })

  test('is one that has left a completed status, until it is completed or takes another step', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'closed' })
    story.record('2021-06-01', { status: 'in_progress' })
    expect(wasReopened(story.updates, '2021-05-31')).toBe(false)
    expect(wasReopened(story.updates, '2021-06-01')).toBe(true)
    story.record('2021-07-01', { status: 'paused' })
    expect(wasReopened(story.updates, '2021-07-01')).toBe(false)
  })

  test('is not hidden by saying that there is nothing new', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'closed' })
    story.record('2021-06-01', { status: 'in_progress' })
    story.record('2021-09-01', { status: 'in_progress' })
    expect(wasReopened(story.updates, '2021-09-01')).toBe(true)
  })

  test('is not a point whose completion was a mistake and is corrected', () => {
    const story = aStory()
    story.record('2021-03-01', { status: 'in_progress' })
    const mistaken = story.record('2021-04-01', { status: 'closed' })
    story.correct(mistaken, { status: 'in_progress' })
    expect(wasReopened(story.updates, '2021-04-01')).toBe(false)
  })
})
