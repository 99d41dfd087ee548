import { describe, expect, test } from 'vitest'
import { refusePlan } from '#domain/plan.ts'
import { slugOf } from '#domain/slug.ts'

describe('the address a name suggests', () => {
  test.each([
    ['Tillsammans för psykisk hälsa', 'tillsammans-for-psykisk-halsa'],
    ['Åtgärdsplan Ö-vik 2024–2027', 'atgardsplan-o-vik-2024-2027'],
    ['  Café & kultur  ', 'cafe-och-kultur'],
    ['Plan (exempel), del 2!', 'plan-exempel-del-2'],
    ['Ha\u0308lsa', 'halsa'],
    ['Groß Straße', 'gross-strasse'],
    ['–––', ''],
    ['', ''],
  ])('%j is %j', (name, slug) => expect(slugOf(name)).toBe(slug))

  test('is cut at a word, or within the first where that is too long', () => {
    expect(slugOf('ett två tre fyra', 9)).toBe('ett-tva')
    expect(slugOf('a'.repeat(70))).toBe('a'.repeat(60))
  })

  test('is one that a plan can have', () => {
    const slug = slugOf('Suicidpreventiv plan för Norrtälje kommun 2024–2027, antagen av fullmäktige')
    const plan = { title: 'x', municipality: 'x', period: { from: '2024-01-01', to: '2027-12-31' } }
    expect(refusePlan({ ...plan, slug, adoption: { by: 'KF', on: '2023-11-13' } })).toEqual([])
    expect(slug.length).toBeLessThanOrEqual(60)
  })
})
