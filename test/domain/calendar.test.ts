import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayAfter,
  dayOf,
  daysBetween,
  earlierOf,
  isDay,
  isHoliday,
  isWorkingDay,
  laterOf,
  weekday,
  weekNumber,
  workingDayOnOrBefore,
} from '#domain/calendar.ts'

const someDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

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
