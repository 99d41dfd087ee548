import { describe, expect, test } from 'vitest'
import { refusePlan, reservedWords, type PlanClaim } from '#domain/plan.ts'
import { told } from './given.ts'

describe('registering a plan', () => {
  const plan: PlanClaim = {
    slug: 'psykisk-halsa',
    title: 'Tillsammans för psykisk hälsa (exempel)',
    municipality: 'Norrtälje (exempel)',
    period: { from: '2021-01-01', to: '2023-12-31' },
    adoptedOn: '2020-12-14',
  }
  const refused = (otherwise: Partial<PlanClaim>) => told(refusePlan({ ...plan, ...otherwise }))

  test.each(['', 'Psykisk', 'psykisk hälsa', 'psykisk--halsa', '-halsa', 'halsa-', 'a/b', 'a.b', '..', 'å'])(
    'under %j is refused',
    (slug) => expect(refused({ slug })).toEqual(['slug-malformed slug']),
  )

  test('under a word that belongs to the program is refused', () => {
    for (const slug of reservedWords) expect(refused({ slug }), slug).toEqual(['slug-reserved slug'])
    expect(reservedWords).toHaveLength(17)
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
    expect(refused({ period: { from: '2021', to: '2023-02-30' }, adoptedOn: '' })).toEqual([
      'period-from-not-a-day period.from',
      'period-to-not-a-day period.to',
      'adopted-on-not-a-day adoptedOn',
    ])
    expect(refused({ period: { from: '2024-01-01', to: '2023-12-31' } })).toEqual([
      'period-reversed period.to',
    ])
    expect(refused({ adoptedOn: '2024-01-01' })).toEqual(['adopted-on-after-period adoptedOn'])
  })

  test('adopted before it begins, or while it runs, is fine; so are short names and one day', () => {
    expect(refused({})).toEqual([])
    expect(refused({ adoptedOn: '2022-01-01' })).toEqual([])
    expect(refused({ slug: 'k2', period: { from: '2023-01-01', to: '2023-01-01' } })).toEqual([])
  })
})
