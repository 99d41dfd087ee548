import { describe, expect, test } from 'vitest'
import { claimOf, clockOf, dayTold, emptyFacts } from '../../web/reviews/parts/facts.ts'
import { arc, at, labelRadii, monthTurns, turnOf, weekTurns } from '../../web/reviews/parts/wheel.ts'
import { faultsOf, termsOf, yearsOf } from '../../web/reviews/parts/year.ts'

describe('what is typed of a review day', () => {
  test.each([
    ['13', '13:00'],
    ['9.30', '09:30'],
    ['kl. 13.00', '13:00'],
    [' 13:00 ', '13:00'],
    ['efter lunch', 'efter lunch'],
    ['25.00', '25:00'],
    ['', ''],
  ])('a clock written as %j is claimed as %j', (typed, claimed) => {
    expect(clockOf(typed)).toBe(claimed)
  })

  test('what is left empty is claimed as nothing', () => {
    expect(claimOf({ ...emptyFacts(), heldOn: '2024-05-16', place: '  ' })).toEqual({
      heldOn: '2024-05-16',
      startsAt: null,
      endsAt: null,
      place: null,
      videoUrl: null,
      guest: null,
      agenda: null,
      preparedFrom: null,
    })
  })

  test('a day is told with its weekday and week, one that is none with nothing', () => {
    expect(dayTold('sv', '2024-05-16')).toBe('Torsdag 16 maj 2024, v.\u00a020')
    expect(dayTold('en', '2024-12-30')).toBe('Monday 30 December 2024, week\u00a01')
    expect(dayTold('sv', '2024-02-30')).toBe('')
  })
})

describe('a year laid out', () => {
  const data = {
    today: '2023-11-20',
    adoptedOn: '2020-12-14',
    lastClosed: { text: '14 november 2023', day: '2023-11-14' },
    period: { from: '2021-01-01', to: '2026-12-31' },
    over: { text: '31 december 2026', day: '2026-12-31' },
    reviews: [{ term: '2023-ht', name: 'hösten 2023', day: { text: '', day: '2023-11-14' }, closed: true }],
    taken: ['2023-ht'],
  }

  test('offers this year and those that are left of the plan', () => {
    expect(yearsOf(data)).toEqual([2023, 2024, 2025, 2026])
    expect(yearsOf({ ...data, today: '2027-01-01' })).toEqual([])
  })

  test('names each day as the server will', () => {
    expect(termsOf(['2023-12-01', '2024-05-16', '', '2024-06-01'], ['2023-ht'])).toEqual([
      '2023-ht-2',
      '2024-vt',
      undefined,
      '2024-vt-2',
    ])
  })

  test('says which day is wrong, the same day twice too', () => {
    expect(faultsOf(['2024-05-16', '2024-05-16'], data)).toEqual([
      { code: 'held-on-taken', field: 'reviews.1.heldOn' },
    ])
    expect(faultsOf(['2023-11-14', ''], data)).toEqual([
      { code: 'held-on-in-closed-round', field: 'reviews.0.heldOn' },
      { code: 'held-on-not-a-day', field: 'reviews.1.heldOn' },
    ])
    expect(faultsOf(['2024-05-16', '2024-11-14'], data)).toEqual([])
  })
})

describe('the wheel of a year', () => {
  test('begins at the top and goes clockwise', () => {
    expect(at(turnOf('2024-01-01', 2024), 100)).toEqual({ x: 180, y: 80 })
    expect(at(0.25, 100)).toEqual({ x: 280, y: 180 })
    expect(turnOf('2024-07-02', 2024)).toBeCloseTo(0.5)
    expect(turnOf('2023-12-20', 2024)).toBeLessThan(0)
  })

  test('has twelve months and every Monday, in a leap year too', () => {
    expect(monthTurns(2024)).toHaveLength(12)
    expect(monthTurns(2024)[2]).toBeCloseTo(60 / 366)
    expect([weekTurns(2024), weekTurns(2023), weekTurns(2025)].map((weeks) => weeks.length)).toEqual([
      53, 52, 52,
    ])
  })

  test('draws the long way round where an arc is more than half a turn', () => {
    expect(arc(0, 0.25, 100)).toBe('M180 80A100 100 0 0 1 280 180')
    expect(arc(0, 0.75, 100)).toBe('M180 80A100 100 0 1 1 80 180')
  })

  test('writes no label over another', () => {
    expect(labelRadii([0.1, 0.4])).toEqual([90, 90])
    expect(labelRadii([0.1, 0.12, 0.14])).toEqual([90, 52, 90])
    // A month apart is not apart enough.
    expect(labelRadii([0.87, 0.95])).toEqual([90, 52])
  })
})
