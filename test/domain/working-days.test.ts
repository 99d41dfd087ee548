import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  isHoliday,
  isWorkingDay,
  weekday,
  workingDayOnOrBefore,
} from '#domain/calendar.ts'
import { someDay } from './given.ts'

describe('working days', () => {
  // The holidays of three years, from printed calendars: early Easter, late Easter, and one between.
  test.each([
    ['2024', ['03-29', '04-01', '05-01', '05-09', '06-06', '06-21']],
    ['2011', ['04-22', '04-25', '06-02', '06-06', '06-24']],
    ['2023', ['04-07', '04-10', '05-01', '05-18', '06-06', '06-23']],
  ])('are not the holidays of %s', (year, movable) => {
    for (const date of movable) expect(isHoliday(`${year}-${date}`), date).toBe(true)
    for (const date of ['01-01', '01-06', '12-24', '12-25', '12-26', '12-31']) {
      expect(isWorkingDay(`${year}-${date}`), date).toBe(false)
    }
  })

  test('are not Saturdays and Sundays, All Saints and Midsummer among them', () => {
    expect(isWorkingDay('2023-11-18')).toBe(false)
    expect(isWorkingDay('2023-11-19')).toBe(false)
    for (const day of ['2023-11-04', '2023-06-24', '2020-10-31', '2023-04-09', '2023-05-28']) {
      expect(isHoliday(day), day).toBe(true)
    }
  })

  test('Midsummer Eve is the Friday from 19 to 25 June, All Saints the Saturday from 31 October to 6 November', () => {
    for (const day of ['2020-06-19', '2021-06-25', '2015-10-31', '2021-11-06'])
      expect(isHoliday(day), day).toBe(true)
    for (const day of ['2026-06-26', '2020-06-18', '2020-06-27', '2020-11-07', '2021-10-30']) {
      expect(isHoliday(day), day).toBe(false)
    }
  })

  test('are ordinary days, those beside holidays too', () => {
    for (const day of ['2023-11-14', '2023-06-22', '2023-05-19', '2023-12-27', '2024-06-05', '2023-05-29']) {
      expect(isWorkingDay(day), day).toBe(true)
    }
    expect(isHoliday('2023-11-11')).toBe(false)
  })

  test('before Easter and Christmas one falls back to the last of them', () => {
    expect(workingDayOnOrBefore('2023-11-14')).toBe('2023-11-14')
    expect(workingDayOnOrBefore('2023-04-10')).toBe('2023-04-06')
    expect(workingDayOnOrBefore('2023-12-26')).toBe('2023-12-22')
    expect(workingDayOnOrBefore('2024-01-01')).toBe('2023-12-29')
  })

  test('the one on or before a day is never far, and is one', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const found = workingDayOnOrBefore(day)
        expect(isWorkingDay(found)).toBe(true)
        expect(found <= day && daysBetween(found, day) <= 5).toBe(true)
      }),
    )
  })

  test('Easter is a Sunday between 22 March and 25 April, one a year', () => {
    for (let year = 1990; year <= 2090; year += 1) {
      const sundays = Array.from({ length: 35 }, (_, i) => addDays(`${year}-03-22`, i)).filter(
        (day) => weekday(day) === 7 && isHoliday(day),
      )
      expect(sundays, String(year)).toHaveLength(1)
    }
  })
})
