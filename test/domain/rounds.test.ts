import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followUpsDue } from '#domain/afterwards.ts'
import { isWorkingDay } from '#domain/calendar.ts'
import { asksGently, readinessCount, readinessOf } from '#domain/readiness.ts'
import { layOutYear } from '#domain/year.ts'

const update = (holdsFrom: string, answer: 'update' | 'nothing_new' = 'update') => ({ holdsFrom, answer })

describe('what has been heard of a point ahead of a review day', () => {
  const round = { roundFrom: '2023-06-02', update: undefined, help: undefined }

  test('is nothing while the last word belongs to the round before', () => {
    expect(readinessOf(round)).toBe('missing')
    expect(readinessOf({ ...round, update: update('2023-06-01') })).toBe('missing')
  })

  test('is an answer from the round’s first day, and nothing new differs from silence', () => {
    expect(readinessOf({ ...round, update: update('2023-06-02') })).toBe('answered')
    expect(readinessOf({ ...round, update: update('2023-10-01', 'nothing_new') })).toBe('nothing_new')
  })

  test('is a call for help until that is taken up, whatever else was said', () => {
    const help = { recordedAt: '2023-09-01T08:00:00.000Z' }
    expect(readinessOf({ ...round, help })).toBe('needs_help')
    expect(readinessOf({ ...round, help, update: update('2023-10-01') })).toBe('needs_help')
  })

  test('is counted with every answer there, and none twice', () => {
    expect(readinessCount([])).toEqual({ missing: 0, needs_help: 0, nothing_new: 0, answered: 0 })
    expect(readinessCount(['missing', 'answered', 'missing'])).toEqual({
      missing: 2,
      needs_help: 0,
      nothing_new: 0,
      answered: 1,
    })
  })

  test('nothing new twice in a row asks a soft question, once does not', () => {
    expect(asksGently([])).toBe(false)
    expect(asksGently(['nothing_new', 'update'])).toBe(false)
    expect(asksGently(['update', 'nothing_new'])).toBe(true)
  })
})

describe('a year laid out', () => {
  const period = { from: '2021-01-01', to: '2023-12-31' }

  test('has two review days, one a term, on working days', () => {
    expect(layOutYear(2022, period, [], null)).toEqual([
      { heldOn: '2022-05-12', term: '2022-vt' },
      { heldOn: '2022-11-10', term: '2022-ht' },
    ])
  })

  test('proposes nothing outside the period, in a term that has one, or in a closed round', () => {
    expect(layOutYear(2024, period, [], null)).toEqual([])
    expect(layOutYear(2022, period, [{ term: '2022-vt' }], null).map(({ term }) => term)).toEqual(['2022-ht'])
    expect(layOutYear(2022, period, [], '2022-11-10')).toEqual([])
    expect(layOutYear(2022, period, [{ term: '2022-ht-2' }], null).map(({ term }) => term)).toEqual([
      '2022-vt',
    ])
  })

  test('never falls on a holiday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        const wide = { from: `${year}-01-01`, to: `${year}-12-31` }
        const days = layOutYear(year, wide, [], null)
        expect(days).toHaveLength(2)
        for (const { heldOn } of days) expect(isWorkingDay(heldOn)).toBe(true)
      }),
    )
  })
})

describe('“Lever det än?”', () => {
  const point = { status: 'embedded' as const, embeddedFrom: '2022-08-31', asked: [] }

  test('is not asked before its day, of what was never embedded, or of what is no longer', () => {
    expect(followUpsDue(point, '2023-02-27')).toBeUndefined()
    expect(followUpsDue({ ...point, embeddedFrom: null }, '2024-01-01')).toBeUndefined()
    expect(followUpsDue({ ...point, status: 'in_progress' }, '2024-01-01')).toBeUndefined()
  })

  test('is asked six and twelve months after, each once', () => {
    expect(followUpsDue(point, '2023-02-28')).toBe(6)
    expect(followUpsDue({ ...point, asked: [6] }, '2023-05-01')).toBeUndefined()
    expect(followUpsDue({ ...point, asked: [6] }, '2023-08-31')).toBe(12)
    expect(followUpsDue({ ...point, asked: [6, 12] }, '2030-01-01')).toBeUndefined()
  })

  test('is asked once, about the year, when nobody asked after six months', () => {
    expect(followUpsDue(point, '2024-01-01')).toBe(12)
    expect(followUpsDue({ ...point, asked: [12] }, '2024-01-01')).toBeUndefined()
  })
})
