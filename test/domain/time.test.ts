import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar.ts'
import { elapsedShare, periodState } from '#domain/period.ts'
import { freeTerm, isTerm, parts, termOf } from '#domain/term.ts'

describe('terms', () => {
  test.each([
    '2023',
    '2023-st',
    '23-ht',
    '2023-ht-1',
    '2023-ht-0',
    '2023-ht-02',
    '2023-HT',
    '2023-ht-2-3',
    '',
  ])('%j names none', (text) => {
    expect(isTerm(text)).toBe(false)
    expect(parts(text)).toBeUndefined()
  })

  test('vårterminen lasts through July', () => {
    expect(termOf('2023-01-01')).toBe('2023-vt')
    expect(termOf('2023-07-31')).toBe('2023-vt')
    expect(termOf('2023-08-01')).toBe('2023-ht')
    expect(termOf('2023-12-31')).toBe('2023-ht')
  })

  test('a second review day in one term takes the next free name', () => {
    expect(freeTerm('2023-11-14', [])).toBe('2023-ht')
    expect(freeTerm('2023-12-01', ['2023-ht'])).toBe('2023-ht-2')
    expect(freeTerm('2023-12-20', ['2023-ht', '2023-ht-2'])).toBe('2023-ht-3')
    expect(freeTerm('2023-12-20', ['2023-vt', '2023-ht-2'])).toBe('2023-ht')
  })

  test('a name says its year, season and ordinal', () => {
    expect(parts('2023-ht')).toEqual({ year: 2023, season: 'ht', ordinal: 1 })
    expect(parts('2024-vt-2')).toEqual({ year: 2024, season: 'vt', ordinal: 2 })
    expect(parts('2024-vt-12')).toEqual({ year: 2024, season: 'vt', ordinal: 12 })
  })
})

describe('the plan’s time', () => {
  const project = { from: '2024-10-01', to: '2025-12-31' }

  test('has not begun before its first day and does not go on after its last', () => {
    expect(elapsedShare(project, '2024-09-30')).toBe(0)
    expect(elapsedShare(project, '2031-01-01')).toBe(100)
  })

  test('K08: from 2024-10-01 to 2025-12-31 stands at 28 % in early February 2025', () => {
    expect(elapsedShare(project, '2025-02-04')).toBe(28)
  })

  test('is all gone on the last day and not a day earlier', () => {
    expect(elapsedShare(project, '2024-10-01')).toBe(0)
    expect(elapsedShare(project, '2025-12-30')).toBe(99)
    expect(elapsedShare(project, '2025-12-31')).toBe(100)
  })

  test('a plan of one day has a share too', () => {
    const oneDay = { from: '2023-11-14', to: '2023-11-14' }
    expect(elapsedShare(oneDay, '2023-11-13')).toBe(0)
    expect(elapsedShare(oneDay, '2023-11-14')).toBe(100)
  })

  test('lies ahead, runs through its last day, and is over', () => {
    expect(periodState(project, '2024-09-30')).toBe('ahead')
    expect(periodState(project, '2024-10-01')).toBe('running')
    expect(periodState(project, '2025-12-31')).toBe('running')
    expect(periodState(project, '2026-01-01')).toBe('over')
  })

  test('trap 17: the share is a whole number from 0 to 100 and never sinks', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.integer({ min: -500, max: 5000 }), fc.nat(300), (length, at, later) => {
        const period = { from: '2020-01-01', to: addDays('2020-01-01', length) }
        const share = elapsedShare(period, addDays(period.from, at))
        expect(Number.isInteger(share) && share >= 0 && share <= 100).toBe(true)
        expect(elapsedShare(period, addDays(period.from, at + later))).toBeGreaterThanOrEqual(share)
      }),
    )
  })
})
