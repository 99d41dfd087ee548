import { describe, expect, test } from 'vitest'
import { correctionDay, inOrder, placeOf, standingBefore, standingOn, statusOn } from '#domain/history.ts'
import { aStory } from './given.ts'

const idsOn = (story: ReturnType<typeof aStory>, day: string) =>
  inOrder(story.updates, day).map((one) => one.id)

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
