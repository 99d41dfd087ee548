import { describe, expect, test } from 'vitest'
import { refuseActivity, type ActivityClaim } from '#domain/activity.ts'
import { told } from './given.ts'

describe('logging an activity', () => {
  const activity: ActivityClaim = { point: '7', what: 'Föräldragrupp, träff 3', happenedOn: '2023-11-14' }
  const refused = (otherwise: Partial<ActivityClaim>) =>
    told(refuseActivity({ ...activity, ...otherwise }, { today: '2023-11-14', planFrom: '2021-01-01' }))

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
