import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refuseActivity, type ActivityClaim } from '#domain/activity.ts'
import { compareNumbers, refuseNumber, refusePlan, reservedWords, type PlanClaim } from '#domain/plan.ts'
import { deeds, may, type Deed, type Role } from '#domain/roles.ts'

const said = (refusals: readonly { code: string; field: string }[]) =>
  refusals.map((refusal) => `${refusal.code} ${refusal.field}`)

describe('registering a plan', () => {
  const plan: PlanClaim = {
    slug: 'psykisk-halsa',
    title: 'Tillsammans för psykisk hälsa (exempel)',
    municipality: 'Norrtälje (exempel)',
    period: { from: '2021-01-01', to: '2023-12-31' },
    adoptedOn: '2020-12-14',
  }
  const refused = (otherwise: Partial<PlanClaim>) => said(refusePlan({ ...plan, ...otherwise }))

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

describe('the number of a point', () => {
  test.each(['a/b', 'a\\b', '7?', '#7', '50%', '.', '..', ' 7', '7 ', '7\n8', '7\u0000'])(
    '%j is refused',
    (number) => {
      expect(said(refuseNumber(number))).toEqual(['number-malformed number'])
    },
  )

  test('is not empty and has at most 20 characters', () => {
    expect(said(refuseNumber(' '))).toEqual(['number-missing number'])
    expect(said(refuseNumber('1'.repeat(21)))).toEqual(['number-too-long number'])
  })

  test.each(['7', '3.4', '7.10', 'Ü1', 'B5+6', 'Üneu2', 'A 3', '12b'])('%j is one', (number) => {
    expect(refuseNumber(number)).toEqual([])
  })
})

describe('the order of numbers', () => {
  test.each([
    [
      ['10', '2', '1'],
      ['1', '2', '10'],
    ],
    [
      ['3.10', '3.4', '3', '10.1', '3.4.1'],
      ['3', '3.4', '3.4.1', '3.10', '10.1'],
    ],
    [
      ['Üneu1', 'Ü10', 'Ü2', 'Ü1'],
      ['Ü1', 'Ü2', 'Ü10', 'Üneu1'],
    ],
    [
      ['B10', 'B5+6', 'B5', 'A11', 'B6'],
      ['A11', 'B5', 'B5+6', 'B6', 'B10'],
    ],
    [
      ['ö1', 'ä1', 'å1', 'z1', 'Å2', '1'],
      ['1', 'z1', 'å1', 'Å2', 'ä1', 'ö1'],
    ],
    [
      ['7b', '7', '7a', '07'],
      ['07', '7', '7a', '7b'],
    ],
  ])('%j becomes %j', (numbers, ordered) => {
    expect([...numbers].sort(compareNumbers)).toEqual(ordered)
  })

  test('is one order: of any three numbers it never goes in a circle, and only equal ones are equal', () => {
    const number = fc.string({ unit: fc.constantFrom(...'0129.aAöÜ+ '), maxLength: 20 })
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(Math.sign(compareNumbers(a, b))).toBe(-Math.sign(compareNumbers(b, a)) + 0)
        expect(compareNumbers(a, b) === 0).toBe(a === b)
        if (compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0) {
          expect(compareNumbers(a, c)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('logging an activity', () => {
  const activity: ActivityClaim = { point: '7', what: 'Föräldragrupp, träff 3', happenedOn: '2023-11-14' }
  const refused = (otherwise: Partial<ActivityClaim>) =>
    said(refuseActivity({ ...activity, ...otherwise }, { today: '2023-11-14', planFrom: '2021-01-01' }))

  test('without a point or without a word is refused', () => {
    expect(refused({ point: '', what: ' ' })).toEqual(['point-missing point', 'what-missing what'])
    expect(refused({ what: 'å'.repeat(2001) })).toEqual(['what-too-long what'])
  })

  test('on a day that is none, ahead, or before the plan is refused', () => {
    expect(refused({ happenedOn: 'igår' })).toEqual(['happened-on-not-a-day happenedOn'])
    expect(refused({ happenedOn: '2023-11-15' })).toEqual(['happened-on-ahead happenedOn'])
    expect(refused({ happenedOn: '2020-12-31' })).toEqual(['happened-on-before-plan happenedOn'])
  })

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_001])(
    'with %d times is refused',
    (number) => {
      expect(refused({ occasions: number, participants: number })).toEqual([
        'occasions-not-a-count occasions',
        'participants-not-a-count participants',
      ])
    },
  )

  test('with a link nobody should follow is refused', () => {
    expect(refused({ link: 'javascript:alert(1)' })).toEqual(['link-malformed link'])
    expect(refused({ link: 'www.example.se' })).toEqual(['link-malformed link'])
  })

  test('with nothing but point, what and when is logged, for any day of the plan', () => {
    expect(refused({})).toEqual([])
    expect(refused({ happenedOn: '2021-01-01', link: '' })).toEqual([])
  })

  test('with numbers is logged: none told, zero and many are three different things', () => {
    expect(refused({ occasions: null, participants: null })).toEqual([])
    expect(refused({ occasions: 0, participants: 0 })).toEqual([])
    expect(
      refused({ occasions: 12, participants: 84, targetGroup: 'föräldrar', link: 'https://kson.example/a' }),
    ).toEqual([])
  })
})

describe('who may do what', () => {
  test('nobody without a role may anything', () => {
    for (const deed of Object.keys(deeds) as Deed[]) expect(may([], deed), deed).toBe(false)
  })

  test.each<[Role, Deed[]]>([
    ['reader', ['mine.read', 'plan.read-unpublished']],
    ['ambassador', ['activity.log', 'mine.read', 'plan.read-unpublished']],
    ['reporter', ['activity.log', 'mine.read', 'plan.read-unpublished', 'update.correct', 'update.record']],
  ])('a %s may this and nothing else', (role, allowed) => {
    const found = (Object.keys(deeds) as Deed[]).filter((deed) => may([role], deed))
    expect(found.sort()).toEqual(allowed)
  })

  test('only an administrator gives others their sign-in links', () => {
    expect(may(['strategist', 'reporter', 'ambassador', 'reader'], 'link.issue')).toBe(false)
    expect(may(['administrator'], 'link.issue')).toBe(true)
  })

  test('a strategist runs the plan and its review days', () => {
    for (const deed of [
      'plan.create',
      'point.add',
      'update.record',
      'activity.show',
      'review.plan',
      'review.close',
    ] as const) {
      expect(may(['strategist'], deed), deed).toBe(true)
    }
  })

  test('several roles add up', () => {
    expect(may(['reader', 'ambassador'], 'activity.log')).toBe(true)
  })
})
