import { describe, expect, test } from 'vitest'
import { codesOf, inTagOrder, refuseTags, tiedAfterwards, vocabularies, type Tag } from '#domain/tags.ts'
import { words } from '#words/index.ts'

const agenda = (...codes: string[]): Tag[] => codes.map((code) => ({ vocabulary: 'agenda-2030', code }))

describe('what a point is tied to', () => {
  test.each<[string, Tag[], string[]]>([
    ['four goals of one vocabulary', agenda('1', '3', '4', '5'), ['tags-too-many agenda-2030']],
    ['a goal that is not there', agenda('18'), ['tag-unknown agenda-2030']],
    ['a goal by its name', agenda('God hälsa'), ['tag-unknown agenda-2030']],
    [
      'a target area that is not there',
      [{ vocabulary: 'public-health', code: '9' }],
      ['tag-unknown public-health'],
    ],
    [
      'a sub-goal that is not there',
      [{ vocabulary: 'national-strategy', code: '8' }],
      ['tag-unknown national-strategy'],
    ],
    ['the same goal twice', agenda('3', '3'), ['tag-twice agenda-2030']],
  ])('%s is refused, naming the vocabulary', (_what, tags, refused) => {
    expect(refuseTags(tags).map(({ code, field }) => `${code} ${field}`)).toEqual(refused)
  })

  test('three of each is fine, and none is fine', () => {
    const three = vocabularies.flatMap((vocabulary) => ['1', '2', '3'].map((code) => ({ vocabulary, code })))
    expect(refuseTags(three)).toEqual([])
    expect(refuseTags([])).toEqual([])
  })

  test('is told in the order of the vocabularies and their numbers, 2 before 10', () => {
    const tags: Tag[] = [...agenda('10', '2'), { vocabulary: 'public-health', code: '5' }]
    expect(inTagOrder(tags).map(({ code }) => code)).toEqual(['5', '2', '10'])
  })

  test('a plan adopted before the national strategy was tied to it afterwards', () => {
    expect(tiedAfterwards('national-strategy', '2020-12-14')).toBe(true)
    expect(tiedAfterwards('national-strategy', '2025-01-09')).toBe(true)
    expect(tiedAfterwards('national-strategy', '2025-01-10')).toBe(false)
    expect(tiedAfterwards('agenda-2030', '2020-12-14')).toBe(false)
    expect(tiedAfterwards('public-health', '2020-12-14')).toBe(false)
  })

  test('every code has a title in both languages, and every title a code', () => {
    for (const lang of ['sv', 'en'] as const) {
      for (const vocabulary of vocabularies) {
        expect(Object.keys(words[lang].tags.title[vocabulary])).toEqual(codesOf[vocabulary])
      }
    }
  })
})
