import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isLastOfMonth,
  addDays,
  addMonths,
  dayAfter,
  dayOf,
  daysBetween,
  earlierOf,
  isDay,
  laterOf,
  weekday,
  weekNumber,
} from '#domain/calendar.ts'
import { someDay } from './given.ts'

describe('a day', () => {
  test.each([
    '',
    '2023-2-1',
    '2023-02-29',
    '2023-02-30',
    '2023-13-01',
    '2023-00-10',
    '2023-11-14T00:00',
    ' 2023-11-14',
    '14/11 2023',
  ])('%j is none', (text) => expect(isDay(text)).toBe(false))

  test('29 February is one in a leap year only', () => {
    expect(isDay('2024-02-29')).toBe(true)
    expect(isDay('1900-02-29')).toBe(false)
  })

  test('is the Swedish one, whatever the clock of the server says', () => {
    expect(dayOf(new Date('2023-11-14T22:59:59.999Z'))).toBe('2023-11-14')
    expect(dayOf(new Date('2023-11-14T23:00:00.000Z'))).toBe('2023-11-15')
    expect(dayOf(new Date('2023-07-01T21:59:59.000Z'))).toBe('2023-07-01')
    expect(dayOf(new Date('2023-07-01T22:00:00.000Z'))).toBe('2023-07-02')
    expect(dayOf(new Date('2023-12-31T23:30:00.000Z'))).toBe('2024-01-01')
  })
})

describe('reckoning with days', () => {
  test('summer time neither adds nor takes a day', () => {
    expect(daysBetween('2023-03-25', '2023-03-27')).toBe(2)
    expect(daysBetween('2023-10-28', '2023-10-30')).toBe(2)
    expect(dayAfter('2023-10-29')).toBe('2023-10-30')
  })

  test('days are added and counted across years, backwards too', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(daysBetween('2024-01-01', '2023-12-31')).toBe(-1)
  })

  test('what is added is what is between', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -2000, max: 2000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(isDay(addDays(day, days))).toBe(true)
      }),
    )
  })

  test('a month later is the same date, or the last the month has', () => {
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29')
    expect(addMonths('2022-08-31', 6)).toBe('2023-02-28')
    expect(addMonths('2023-11-14', 7)).toBe('2024-06-14')
    expect(addMonths('2023-03-31', -1)).toBe('2023-02-28')
    expect(addMonths('2023-11-14', 0)).toBe('2023-11-14')
  })

  test('the later and the earlier of two days', () => {
    expect(laterOf('2023-11-14', '2023-05-16')).toBe('2023-11-14')
    expect(earlierOf('2023-11-14', '2023-05-16')).toBe('2023-05-16')
  })
})

describe('weeks', () => {
  test('begin on Monday', () => {
    expect(weekday('2023-11-13')).toBe(1)
    expect(weekday('2023-11-19')).toBe(7)
  })

  test('are numbered as in a Swedish calendar, also around the turn of the year', () => {
    expect(weekNumber('2023-11-14')).toBe(46)
    expect(weekNumber('2021-01-03')).toBe(53)
    expect(weekNumber('2021-01-04')).toBe(1)
    expect(weekNumber('2024-12-30')).toBe(1)
    expect(weekNumber('2023-01-01')).toBe(52)
    expect(weekNumber('2026-12-31')).toBe(53)
  })

  test('run from 1 to 52 or 53, one more each Monday', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const [week, next] = [weekNumber(day), weekNumber(addDays(day, 7))]
        expect(next === week + 1 || (next === 1 && week >= 52)).toBe(true)
        expect(weekNumber(addDays(day, 1 - weekday(day)))).toBe(week)
      }),
    )
  })
})

test('the last day of a month is known in long, short and leap months', () => {
  const days = ['2023-12-31', '2023-06-30', '2023-02-28', '2024-02-29']
  expect(days.map(isLastOfMonth)).toEqual([true, true, true, true])
  expect(['2023-12-30', '2024-02-28', '2023-07-30'].map(isLastOfMonth)).toEqual([false, false, false])
})
