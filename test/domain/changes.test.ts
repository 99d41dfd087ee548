import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeKinds, changesBetween, type PointState } from '#domain/changes.ts'
import { completion } from '#domain/completion.ts'
import { outlookOrder, statusOrder, type Status } from '#domain/status.ts'

const point = (otherwise: Partial<PointState> = {}): PointState => ({
  number: '7',
  status: 'in_progress',
  outlook: 'on_track',
  dueOn: '2023-12-31',
  moves: 0,
  lead: 'SOC enhetschef',
  ...otherwise,
})

const kindsOf = (before: Partial<PointState>, after: Partial<PointState>) =>
  changesBetween([point(before)], [point(after)]).changes.map((change) => change.kind)

describe('what changed between two review days', () => {
  test('is nothing where nothing did, and the point is named as unchanged', () => {
    expect(changesBetween([point()], [point()])).toEqual({ changes: [], unchanged: ['7'] })
    expect(changesBetween([], [])).toEqual({ changes: [], unchanged: [] })
  })

  test.each<[Status, Status, string]>([
    ['in_progress', 'closed', 'completed'],
    ['not_started', 'embedded', 'completed'],
    ['withdrawn', 'closed', 'completed'],
    ['not_started', 'in_progress', 'started'],
    ['closed', 'in_progress', 'reopened'],
    ['embedded', 'not_started', 'reopened'],
    ['closed', 'withdrawn', 'reopened'],
    ['in_progress', 'paused', 'paused'],
    ['paused', 'in_progress', 'resumed'],
    ['paused', 'not_started', 'resumed'],
    ['withdrawn', 'in_progress', 'resumed'],
    ['not_started', 'withdrawn', 'withdrawn'],
    ['paused', 'merged', 'merged'],
    ['in_progress', 'not_started', 'changed'],
    ['closed', 'embedded', 'changed'],
  ])('%s to %s is called %s', (from, to, kind) => {
    const { changes } = changesBetween([point({ status: from })], [point({ status: to })])
    expect(changes).toEqual([{ kind, number: '7', from, to }])
  })

  test('a graver outlook has slipped; any other new one of the same status is reassessed', () => {
    expect(kindsOf({ outlook: 'on_track' }, { outlook: 'at_risk' })).toEqual(['slipped'])
    expect(kindsOf({ outlook: 'at_risk' }, { outlook: 'late' })).toEqual(['slipped'])
    expect(kindsOf({ outlook: 'not_assessed' }, { outlook: 'late' })).toEqual(['slipped'])
    expect(kindsOf({ outlook: 'late' }, { outlook: 'on_track' })).toEqual(['reassessed'])
    expect(kindsOf({ outlook: 'on_track' }, { outlook: 'not_assessed' })).toEqual(['reassessed'])
  })

  test('an outlook that only follows a new status is no news of its own, bad news is', () => {
    expect(kindsOf({ outlook: 'late' }, { status: 'closed', outlook: 'not_assessed' })).toEqual(['completed'])
    const adopted = { status: 'not_started', outlook: 'not_assessed' } as const
    expect(kindsOf(adopted, { outlook: 'on_track' })).toEqual(['started'])
    expect(kindsOf(adopted, { outlook: 'late' })).toEqual(['started', 'slipped'])
  })

  test('a moved end says from where, to where and how often; a new lead from whom', () => {
    const after = point({ dueOn: '2024-03-31', moves: 2, lead: 'KSON samordnare' })
    expect(changesBetween([point()], [after]).changes).toEqual([
      { kind: 'moved', number: '7', from: '2023-12-31', to: '2024-03-31', moves: 2 },
      { kind: 'new_lead', number: '7', from: 'SOC enhetschef', to: 'KSON samordnare' },
    ])
  })

  test('a point that was not there is added, whatever its status', () => {
    const { changes, unchanged } = changesBetween([], [point({ status: 'closed' })])
    expect(changes).toEqual([{ kind: 'added', number: '7', from: null, to: 'closed' }])
    expect(unchanged).toEqual([])
  })

  test('is told by kind, and within a kind by number as people count', () => {
    const numbers = ['10', '2', 'Ü1', '1']
    const before = numbers.map((number) => point({ number }))
    const after = [
      point({ number: '10', status: 'closed' }),
      point({ number: '2', status: 'closed' }),
      point({ number: 'Ü1', outlook: 'late' }),
      point({ number: '1', status: 'paused' }),
    ]
    const told = changesBetween(before, after).changes.map(({ kind, number }) => `${kind} ${number}`)
    expect(told).toEqual(['completed 2', 'completed 10', 'slipped Ü1', 'paused 1'])
  })
})

const anyState = fc.record({
  status: fc.constantFrom(...statusOrder),
  outlook: fc.constantFrom(...outlookOrder),
  dueOn: fc.constantFrom(null, '2023-06-30', '2023-12-31'),
  moves: fc.constant(0),
  lead: fc.constantFrom('SOC', 'BUK'),
})
const twoStates = fc.array(fc.tuple(anyState, anyState), { maxLength: 12 }).map((pairs) => ({
  before: pairs.map(([before], index) => ({ ...before, number: String(index + 1) })),
  after: pairs.map(([, after], index) => ({ ...after, number: String(index + 1) })),
}))

describe('between any two states of a plan', () => {
  test('a point is unchanged exactly when all that is compared is the same', () => {
    fc.assert(
      fc.property(twoStates, ({ before, after }) => {
        const same = after.filter((one, i) => JSON.stringify(one) === JSON.stringify(before[i]))
        const { changes, unchanged } = changesBetween(before, after)
        expect(unchanged).toEqual(same.map((one) => one.number))
        expect(new Set([...unchanged, ...changes.map((change) => change.number)]).size).toBe(after.length)
      }),
      { numRuns: 500 },
    )
  })

  test('the newly completed less the reopened is how much the count rose', () => {
    fc.assert(
      fc.property(twoStates, ({ before, after }) => {
        const { changes } = changesBetween(before, after)
        const of = (kind: string) => changes.filter((change) => change.kind === kind).length
        const completed = (states: PointState[]) =>
          completion(states.map(({ status }) => ({ status, adopted: true }))).completed
        expect(of('completed') - of('reopened')).toBe(completed(after) - completed(before))
      }),
      { numRuns: 500 },
    )
  })

  test('a point has at most one change of each kind, told in the order of the kinds', () => {
    fc.assert(
      fc.property(twoStates, ({ before, after }) => {
        const { changes } = changesBetween(before, after)
        const told = changes.map(({ kind, number }) => `${kind} ${number}`)
        expect(new Set(told).size).toBe(told.length)
        const places = changes.map(({ kind }) => changeKinds.indexOf(kind))
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
    )
  })
})
