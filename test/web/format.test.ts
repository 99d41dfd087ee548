import { describe, expect, test } from 'vitest'
import * as format from '#words/format.ts'

const both = <T>(say: (lang: format.Lang) => T): T[] => [say('sv'), say('en')]

describe('days and times', () => {
  test('a day is the same day whatever zone the server stands in', () => {
    expect(both((lang) => format.dayText(lang, '2023-11-14'))).toEqual([
      '14 november 2023',
      '14 November 2023',
    ])
    expect(both((lang) => format.dayShort(lang, '2023-06-12'))).toEqual(['12 jun 2023', '12 Jun 2023'])
    expect(both((lang) => format.dayWithWeekday(lang, '2023-11-14'))).toEqual([
      'tisdag 14 november 2023',
      'Tuesday 14 November 2023',
    ])
  })

  test('a month and its year stay on one line', () => {
    expect(format.monthText('sv', '2024-03-31')).toBe('mars\u00a02024')
    expect(format.monthShort('sv', '2023-12-31')).toBe('dec 2023')
  })

  test('a clock shows Swedish time, summer and winter', () => {
    expect(format.clock('sv', '2023-11-15T08:12:00.000Z')).toBe('kl.\u00a009.12')
    expect(format.clock('en', '2023-06-15T08:12:00.000Z')).toBe('10:12')
  })
})

describe('terms', () => {
  test('refuse what names no term', () => {
    expect(() => format.termName('sv', '2023')).toThrow()
  })

  test('are named long and short, the second one in a term too', () => {
    expect(both((lang) => format.termName(lang, '2021-vt'))).toEqual(['våren 2021', 'spring 2021'])
    expect(both((lang) => format.termShort(lang, '2023-ht'))).toEqual(['HT23', 'Aut 23'])
    expect(format.termName('sv', '2023-ht-2')).toBe('hösten 2023, nummer 2')
    expect(format.termShort('sv', '2023-ht-2')).toBe('HT23:2')
  })
})

test('a percentage has a no-break space in Swedish (P08)', () => {
  expect(both((lang) => format.percentText(lang, 72))).toEqual(['72\u00a0%', '72%'])
})

test('å, ä and ö come last, and 2 before 10', () => {
  const titles = ['Öppen', 'Zon', 'Årskurs 10', 'Årskurs 2', 'Ärlig']
  expect(titles.sort(format.inOrderOf('sv'))).toEqual(['Zon', 'Årskurs 2', 'Årskurs 10', 'Ärlig', 'Öppen'])
})

test('an office loses its capital inside a sentence, a name does not', () => {
  const names = [
    'Socialkontoret',
    'Barn- och utbildningskontoret',
    'KSON',
    'TioHundra AB',
    'Region Stockholm',
  ]
  expect(names.map(format.nameWithin)).toEqual([
    'socialkontoret',
    'barn- och utbildningskontoret',
    'KSON',
    'TioHundra AB',
    'Region Stockholm',
  ])
})

test('a paragraph sign stays with its number', () => {
  expect(format.kept('Kommunfullmäktige § 141, Dnr KS 1')).toBe('Kommunfullmäktige §\u00a0141, Dnr\u00a0KS 1')
})
