import { describe, expect, test } from 'vitest'
import { dueMoves, dueOn, inOrder, standing, statusOn, wasReopened } from '#domain/history.ts'
import { aStory } from './given.ts'

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

describe('the end of a point', () => {
  test('is the first one until an update moves it, and a silent update does not take it away', () => {
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
