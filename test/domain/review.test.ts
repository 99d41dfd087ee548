import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nowOn, refuseClosure, refuseReview, type ReviewContext } from '#domain/review.ts'

const codes = (refusals: readonly { code: string }[]) => refusals.map((refusal) => refusal.code)

describe('now', () => {
  test('is today, as long as no later day is closed', () => {
    expect(nowOn('2023-11-14', null)).toBe('2023-11-14')
    expect(nowOn('2023-11-14', '2023-05-16')).toBe('2023-11-14')
    expect(nowOn('2023-11-14', '2023-11-13')).toBe('2023-11-14')
  })

  test('is tomorrow in the afternoon after a closed review day', () => {
    expect(nowOn('2023-11-14', '2023-11-14')).toBe('2023-11-15')
  })
})

describe('setting a review day', () => {
  const context: ReviewContext = {
    adoptedOn: '2020-12-14',
    lastClosed: '2023-05-16',
    reviews: [
      { heldOn: '2023-05-16', term: '2023-vt' },
      { heldOn: '2023-11-14', term: '2023-ht' },
    ],
  }

  test.each([
    [{ heldOn: '14 november' }, ['held-on-not-a-day']],
    [{ heldOn: '2020-12-13' }, ['held-on-before-adoption']],
    [{ heldOn: '2023-05-16' }, ['held-on-in-closed-round']],
    [{ heldOn: '2023-02-01' }, ['held-on-in-closed-round']],
    [{ heldOn: '2023-11-14' }, ['held-on-taken']],
    [{ heldOn: '2023-12-05', term: 'hösten' }, ['term-malformed']],
    [{ heldOn: '2023-12-05', term: '2023-ht' }, ['term-taken']],
    [{ heldOn: '2023-11-14', term: '2023-ht' }, ['held-on-taken', 'term-taken']],
  ])('%j is refused', (claim, expected) => {
    expect(codes(refuseReview(claim, context))).toEqual(expected)
  })

  test('a free day after the last closed one will do, ahead or between, with or without a name', () => {
    expect(refuseReview({ heldOn: '2024-05-14' }, context)).toEqual([])
    expect(refuseReview({ heldOn: '2023-09-01' }, context)).toEqual([])
    expect(refuseReview({ heldOn: '2023-12-05', term: '2023-ht-2' }, context)).toEqual([])
    expect(refuseReview({ heldOn: '2020-12-14' }, { ...context, lastClosed: null, reviews: [] })).toEqual([])
  })
})

describe('closing a review day', () => {
  const context = { today: '2023-11-14', lastClosed: '2023-05-16', open: ['2023-11-14', '2024-05-14'] }
  const open = { heldOn: '2023-11-14', closedAt: null }

  test('twice is refused', () => {
    const closed = { heldOn: '2023-05-16', closedAt: '2023-05-16T14:00:00.000Z' }
    expect(codes(refuseClosure(closed, context))).toEqual(['review-closed'])
  })

  test('before it is held is refused', () => {
    expect(codes(refuseClosure(open, { ...context, today: '2023-11-13' }))).toEqual(['review-ahead'])
  })

  test('before an earlier one, or behind a closed one, is refused', () => {
    const skipping = { ...context, open: ['2023-09-01', '2023-11-14'] }
    expect(codes(refuseClosure(open, skipping))).toEqual(['review-out-of-order'])
    expect(codes(refuseClosure(open, { ...context, lastClosed: '2023-11-14' }))).toEqual([
      'review-out-of-order',
    ])
  })

  test('on its day, and any day after, will do', () => {
    expect(refuseClosure(open, context)).toEqual([])
    expect(refuseClosure(open, { ...context, today: '2024-02-01' })).toEqual([])
    expect(refuseClosure(open, { ...context, lastClosed: null })).toEqual([])
  })
})

const dayNumbered = (number: number) => new Date(Date.UTC(2021, 0, 1 + number)).toISOString().slice(0, 10)

test('review days set and closed in any order: only what keeps them in order passes, as a plain reading of the rule says', () => {
  const aStep = fc.oneof(
    fc.record({ do: fc.constant('wait' as const), days: fc.nat(20) }),
    fc.record({ do: fc.constant('set' as const), day: fc.integer({ min: -5, max: 90 }) }),
    fc.record({ do: fc.constant('close' as const), pick: fc.nat(20) }),
  )
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
      const reviews: { day: number; closed: boolean }[] = []
      const closings: number[] = []
      let today = 0
      const closedDays = () => reviews.filter((review) => review.closed).map((review) => review.day)
      const lastClosed = () => (closedDays().length === 0 ? null : dayNumbered(Math.max(...closedDays())))

      for (const step of steps) {
        if (step.do === 'wait') today += step.days
        if (step.do === 'set') {
          const allowed =
            step.day >= 0 &&
            reviews.every((other) => other.day !== step.day && (!other.closed || other.day < step.day))
          const known = reviews.map(({ day }) => ({ heldOn: dayNumbered(day), term: `r${day}` }))
          const refusals = refuseReview(
            { heldOn: dayNumbered(step.day) },
            { adoptedOn: dayNumbered(0), lastClosed: lastClosed(), reviews: known },
          )
          expect(refusals.length === 0).toBe(allowed)
          if (allowed) reviews.push({ day: step.day, closed: false })
        }
        if (step.do === 'close' && reviews.length > 0) {
          const review = reviews[step.pick % reviews.length]!
          const othersInOrder = reviews.every(
            (other) => other === review || (other.day < review.day ? other.closed : !other.closed),
          )
          const allowed = !review.closed && review.day <= today && othersInOrder
          const refusals = refuseClosure(
            { heldOn: dayNumbered(review.day), closedAt: review.closed ? '2021-01-01T12:00:00.000Z' : null },
            {
              today: dayNumbered(today),
              lastClosed: lastClosed(),
              open: reviews.filter((other) => !other.closed).map((other) => dayNumbered(other.day)),
            },
          )
          expect(refusals.length === 0).toBe(allowed)
          if (allowed) {
            review.closed = true
            closings.push(review.day)
          }
        }
      }
      expect(closings).toEqual([...closings].sort((a, b) => a - b))
    }),
    { numRuns: 500 },
  )
})
