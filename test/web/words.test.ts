import { describe, expect, test } from 'vitest'
import { words } from '#words/index.ts'
import { isLabel, nouns, usualLabels } from '#words/labels.ts'
import { speaker } from '#words/say.ts'

const say = speaker('sv')

describe('a sentence', () => {
  test('leaves a name that has no value as it was written, so that it is seen', () => {
    expect(say('{nobody} var här')).toBe('{nobody} var här')
  })

  test('chooses between one and other by n', () => {
    const entry = { one: '{n} ny', other: '{n} nya' }
    expect([0, 1, 2].map((n) => say(entry, { n }))).toEqual(['0 nya', '1 ny', '2 nya'])
  })

  test('writes numbers as the language writes them, and in words up to twelve', () => {
    expect(say('{n}', { n: 12345.5 })).toBe('12\u00a0345,5')
    expect(speaker('en')('{n}', { n: 12345.5 })).toBe('12,345.5')
    expect([0, 7, 12, 13].map((n) => say('{NWords} kvar', { n }))).toEqual([
      'Noll kvar',
      'Sju kvar',
      'Tolv kvar',
      '13 kvar',
    ])
  })

  test('begins with a capital letter where the name does', () => {
    expect(say('{Points} och {points}')).toBe('Punkter och punkter')
    expect(say('{By} antog', { by: 'kommunfullmäktige' })).toBe('Kommunfullmäktige antog')
  })

  test('is cut around its marked stretch before it is filled: brackets that somebody wrote stay', () => {
    expect(say.split('Se [{title}], sidan 2', { title: 'Rutin [utkast]' })).toEqual([
      'Se ',
      'Rutin [utkast]',
      ', sidan 2',
    ])
    expect(say.split('Inget särskilt')).toEqual(['Inget särskilt', '', ''])
  })
})

describe('the nouns a municipality chooses', () => {
  test('a code that nobody knows gives the usual noun, not a hole in the sentence', () => {
    expect(isLabel('point', 'mal')).toBe(false)
    expect(speaker('sv', { ...usualLabels, point: 'mal' })('{NoPoint} passar.')).toBe('Ingen punkt passar.')
  })

  test('reach every sentence, with their gender', () => {
    const other = speaker('sv', {
      point: 'atgard',
      area: 'fokusomrade',
      office: 'forvaltning',
      statement: 'tjansteskrivelse',
    })
    expect(other(words.sv.dashboard.headline, { completed: 1, n: 2 })).toBe('[1 av 2] åtgärder är slutförda.')
    expect(other('{noArea}, {thisOffice}, {aStatement}')).toBe(
      'inget fokusområde, den här förvaltningen, en tjänsteskrivelse',
    )
    const english = speaker('en', { ...usualLabels, point: 'insats' })
    expect(english('{APoint}, {theArea}, {thisPoint}')).toBe('An initiative, the area, this initiative')
  })

  test('have all forms in both languages', () => {
    const forms = Object.values(nouns).flatMap((choices) =>
      Object.values(choices).flatMap(({ sv, en }) => [sv, en].flatMap((noun) => Object.values(noun))),
    )
    expect(forms).toHaveLength(11 * 2 * 5)
    expect(forms.filter((form) => form.trim() === '')).toEqual([])
  })
})
