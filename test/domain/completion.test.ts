import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completion, percentOf, type Count } from '#domain/completion.ts'
import { statusOrder, type Status } from '#domain/status.ts'
import { pointsWith } from './given.ts'

describe('the count', () => {
  test('the golden case: 18 of 25, 7 carried out and closed and 11 embedded, 72 %', () => {
    const count = completion(pointsWith({ closed: 7, embedded: 11, in_progress: 5, paused: 1, withdrawn: 1 }))
    expect(count).toMatchObject({
      adopted: 25,
      completed: 18,
      closed: 7,
      embedded: 11,
      inProgress: 5,
      notStarted: 0,
      paused: 1,
      withdrawn: 1,
      merged: 0,
    })
    expect(percentOf(count)).toBe(72)
  })

  test('points added later never change the headline, however many are completed', () => {
    const adopted = pointsWith({ closed: 7, embedded: 11, in_progress: 7 })
    const later = pointsWith({ closed: 4, not_started: 1 }, false)
    const count = completion([...later, ...adopted])
    expect([count.completed, count.adopted]).toEqual([18, 25])
    expect(count.added).toMatchObject({ adopted: 5, completed: 4, closed: 4, notStarted: 1 })
  })

  test('the share is whole, and says 0 only of nothing and 100 only of everything', () => {
    expect(percentOf({ completed: 19, adopted: 54 })).toBe(35)
    expect(percentOf({ completed: 1, adopted: 300 })).toBe(1)
    expect(percentOf({ completed: 299, adopted: 300 })).toBe(99)
    expect(percentOf({ completed: 300, adopted: 300 })).toBe(100)
  })
})

/** The count as somebody with a pencil would do it: one status at a time, from the top. */
function byHand(points: readonly { status: Status; adopted: boolean }[], adopted: boolean): Count {
  const tick = (...wanted: Status[]) => {
    let ticks = 0
    for (const point of points) if (point.adopted === adopted && wanted.indexOf(point.status) !== -1) ticks++
    return ticks
  }
  return {
    adopted: tick('not_started', 'in_progress', 'closed', 'embedded', 'paused', 'withdrawn', 'merged'),
    completed: tick('closed', 'embedded'),
    closed: tick('closed'),
    embedded: tick('embedded'),
    inProgress: tick('in_progress'),
    notStarted: tick('not_started'),
    paused: tick('paused'),
    withdrawn: tick('withdrawn'),
    merged: tick('merged'),
  }
}

const somePoints = fc.array(fc.record({ status: fc.constantFrom(...statusOrder), adopted: fc.boolean() }), {
  maxLength: 80,
})

describe('the count of any plan', () => {
  test('is what one gets by hand', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        expect(completion(points)).toEqual({ ...byHand(points, true), added: byHand(points, false) })
      }),
      { numRuns: 500 },
    )
  })

  test('adds up: seven statuses make the adopted, two make the completed', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const count = completion(points)
        for (const one of [count, count.added]) {
          const { closed, embedded, inProgress, notStarted, paused, withdrawn, merged } = one
          expect(closed + embedded + inProgress + notStarted + paused + withdrawn + merged).toBe(one.adopted)
          expect(one.completed).toBe(closed + embedded)
        }
        expect(count.adopted + count.added.adopted).toBe(points.length)
      }),
    )
  })

  test('does not depend on the order of the points', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        expect(completion([...points].reverse())).toEqual(completion(points))
      }),
    )
  })

  test('has a share that is undefined of nothing, else a whole number from 0 to 100', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const count = completion(points)
        const percent = percentOf(count)
        expect(percent === undefined).toBe(count.adopted === 0)
        if (percent === undefined) return
        expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true)
        expect(percent === 100).toBe(count.completed === count.adopted)
        expect(percent === 0).toBe(count.completed === 0)
      }),
    )
  })
})
