import { describe, expect, test } from 'vitest'
import { refusePlan, reservedWords, type PlanClaim } from '#domain/plan.ts'
import { told } from './given.ts'

describe('registering a plan', () => {
  const plan: PlanClaim = {
    slug: 'psykisk-halsa',
    title: 'Tillsammans för psykisk hälsa (exempel)',
    municipality: 'Norrtälje (exempel)',
    period: { from: '2021-01-01', to: '2023-12-31' },
    adoption: { by: 'kommunfullmäktige', on: '2020-12-14' },
  }
  const adopted = (on: string) => ({ adoption: { by: 'kommunfullmäktige', on } })
  const refused = (otherwise: Partial<PlanClaim>) => told(refusePlan({ ...plan, ...otherwise }))

  test.each(['', 'Psykisk', 'psykisk hälsa', 'psykisk--halsa', '-halsa', 'halsa-', 'a/b', 'a.b', '..', 'å'])(
    'under %j is refused',
    (slug) => expect(refused({ slug })).toEqual(['slug-malformed slug']),
  )

  test('under a word that belongs to the program is refused', () => {
    for (const slug of reservedWords) expect(refused({ slug }), slug).toEqual(['slug-reserved slug'])
    expect(reservedWords).toHaveLength(27)
  })

  test('under an address nobody can copy is refused', () => {
    expect(refused({ slug: 'a'.repeat(61) })).toEqual(['slug-too-long slug'])
  })

  test('without title or municipality is refused', () => {
    expect(refused({ title: ' ', municipality: '' })).toEqual([
      'title-missing title',
      'municipality-missing municipality',
    ])
  })

  test('with days that are none, in the wrong order, or adopted when all is over is refused', () => {
    expect(refused({ period: { from: '2021', to: '2023-02-30' }, ...adopted('') })).toEqual([
      'period-from-not-a-day period.from',
      'period-to-not-a-day period.to',
      'adopted-on-not-a-day adoption.on',
    ])
    expect(refused({ period: { from: '2024-01-01', to: '2023-12-31' } })).toEqual([
      'period-reversed period.to',
    ])
    expect(refused(adopted('2024-01-01'))).toEqual(['adopted-on-after-period adoption.on'])
  })

  test.for<[string, Partial<PlanClaim>, string]>([
    ['adopted by nobody', { adoption: { by: ' ', on: '2020-12-14' } }, 'adopted-by-missing adoption.by'],
    [
      'with a decision whose link runs',
      { adoption: { by: 'KF', on: '2020-12-14', url: 'javascript:alert(1)' } },
      'decision-url-malformed adoption.url',
    ],
    ['valid until a day that is none', { validUntil: '2023-02-30' }, 'valid-until-not-a-day validUntil'],
    ['valid until before it begins', { validUntil: '2020-12-31' }, 'valid-until-before-period validUntil'],
    ['heard of never', { freshnessMonths: 0 }, 'freshness-out-of-range freshnessMonths'],
    ['heard of once in a generation', { freshnessMonths: 25 }, 'freshness-out-of-range freshnessMonths'],
    ['heard of by halves', { freshnessMonths: 1.5 }, 'freshness-out-of-range freshnessMonths'],
    ['with a name of 201 characters', { title: 'å'.repeat(201) }, 'line-too-long title'],
    ['with a contact of 201 characters', { contact: 'å'.repeat(201) }, 'line-too-long contact'],
    [
      'with support of no kind',
      { support: [{ what: '', number: '116 111' }] },
      'support-what-missing support.0.what',
    ],
    [
      'with support without a number',
      {
        support: [
          { what: 'Bris', number: '116 111' },
          { what: 'Mind', number: ' ' },
        ],
      },
      'support-number-missing support.1.number',
    ],
    [
      'with a support line of 81 characters',
      { support: [{ what: 'å'.repeat(81), number: '1177' }] },
      'line-too-long support.0.what',
    ],
  ])('%s is refused', ([, otherwise, refusal]) => expect(refused(otherwise)).toEqual([refusal]))

  test('adopted before it begins, or while it runs, is fine; so are short names and one day', () => {
    expect(refused({})).toEqual([])
    expect(refused(adopted('2022-01-01'))).toEqual([])
    expect(refused({ slug: 'k2', period: { from: '2023-01-01', to: '2023-01-01' } })).toEqual([])
  })
})
