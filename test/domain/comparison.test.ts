import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, type PointState } from '#domain/changes.ts'
import { comparedKind, comparedKinds, pointsOfAny, quietSteps, sharedPoints } from '#domain/comparison.ts'
import { isCompleted, outlookOrder, statusOrder } from '#domain/status.ts'

const point = (number: string, otherwise: Partial<PointState> = {}): PointState => ({
  number,
  status: 'in_progress',
  outlook: 'on_track',
  dueOn: '2023-12-31',
  moves: 0,
  lead: 'soc enhetschef',
  ...otherwise,
})

const numbers = ['1', '2', '3', '4', '5']
const state = fc.tuple(
  ...numbers.map((number) =>
    fc.record({
      number: fc.constant(number),
      status: fc.constantFrom(...statusOrder),
      outlook: fc.constantFrom(...outlookOrder),
      dueOn: fc.constantFrom('2023-06-30', '2023-12-31', null),
      moves: fc.nat(3),
      lead: fc.constantFrom('soc', 'buk'),
    }),
  ),
)

describe('a comparison over several days', () => {
  test('every point is either changed or unchanged, whichever two days are compared', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const { changes, unchanged } = changesBetween(a, b)
        const changed = new Set(changes.map(({ number }) => number))
        expect([...changed, ...unchanged].sort()).toEqual(numbers)
      }),
    )
  })

  test('what changed neither before nor after a day between has not changed over both', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        const [first, second, both] = [changesBetween(a, b), changesBetween(b, c), changesBetween(a, c)]
        const still = first.unchanged.filter((number) => second.unchanged.includes(number))
        expect(both.unchanged).toEqual(expect.arrayContaining(still))
      }),
    )
  })

  test('what was completed, less what was reopened, adds up day by day to the whole', () => {
    const net = (from: PointState[], to: PointState[]) => {
      const { changes } = changesBetween(from, to)
      const of = (...kinds: string[]) => changes.filter((change) => kinds.includes(change.kind)).length
      return of('completed') - of('reopened')
    }
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(net(a, c)).toBe(net(a, b) + net(b, c))
        const count = (points: PointState[]) => points.filter(({ status }) => isCompleted(status)).length
        expect(net(a, c)).toBe(count(c) - count(a))
      }),
    )
  })

  test('the two ways of being completed are told apart, and every kind has its place', () => {
    const after = [point('1', { status: 'closed' }), point('2', { status: 'embedded' })]
    const kinds = changesBetween([point('1'), point('2')], after).changes.map(comparedKind)
    expect(kinds).toEqual(['closed', 'embedded'])
    fc.assert(
      fc.property(state, state, (a, b) => {
        for (const change of changesBetween(a, b).changes)
          expect(comparedKinds).toContain(comparedKind(change))
      }),
    )
  })
})

describe('for how long nothing has changed', () => {
  const moved = point('1', { outlook: 'late' })

  test('is counted from the last day back to the latest change', () => {
    expect(quietSteps([])).toEqual(new Map())
    expect(quietSteps([[point('1')]])).toEqual(new Map([['1', 0]]))
    expect(quietSteps([[point('1')], [moved], [moved], [moved]])).toEqual(new Map([['1', 2]]))
    expect(quietSteps([[point('1')], [point('1')], [moved]])).toEqual(new Map([['1', 0]]))
  })

  test('does not count days before a point was there', () => {
    expect(quietSteps([[], [point('1')], [point('1')]])).toEqual(new Map([['1', 1]]))
  })

  test('is never longer than there are steps, and 0 exactly where the last step changed something', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 2, maxLength: 5 }), (states) => {
        const quiet = quietSteps(states)
        const { unchanged } = changesBetween(states.at(-2)!, states.at(-1)!)
        for (const [number, steps] of quiet) {
          expect(steps).toBeLessThan(states.length)
          expect(steps > 0).toBe(unchanged.includes(number))
        }
      }),
    )
  })
})

describe('points that organisations share', () => {
  const points = [
    { number: '2', lead: 'soc', takesPart: ['buk', 'soc'] },
    { number: '1', lead: 'soc', takesPart: [] },
    { number: '3', lead: 'buk', takesPart: ['soc', 'kson'] },
  ]

  test('are in each one’s own list, and once in that of all', () => {
    expect([...pointsOfAny(points, new Set(['buk']))]).toEqual(['2', '3'])
    expect([...pointsOfAny(points, new Set(['soc', 'buk', 'kson']))]).toEqual(['2', '1', '3'])
    expect([...pointsOfAny(points, new Set())]).toEqual([])
  })

  test('make the organisations’ points add up to more than the plan’s', () => {
    expect(sharedPoints(points)).toEqual({ shared: ['2', '3'], addedUp: 6 })
    expect(sharedPoints([])).toEqual({ shared: [], addedUp: 0 })
  })
})
