import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaOf, agendaParts, moveInAgenda, type AgendaPoint } from '#domain/agenda.ts'

const point = (number: string, otherwise: Partial<AgendaPoint> = {}): AgendaPoint => ({
  number,
  status: 'in_progress',
  outlook: 'on_track',
  reopened: false,
  asks: false,
  completedBefore: false,
  unchangedDays: 0,
  ...otherwise,
})

const shown = (points: AgendaPoint[], moved: string[] = []) =>
  agendaOf(points, moved).map(({ number, part }) => `${number} ${part}`)

const anyPoints = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc.record({
        number: fc.constant(String(number)),
        status: fc.constantFrom('not_started', 'in_progress', 'closed', 'embedded', 'paused', 'withdrawn'),
        outlook: fc.constantFrom('on_track', 'at_risk', 'late', 'not_assessed'),
        reopened: fc.boolean(),
        asks: fc.boolean(),
        completedBefore: fc.boolean(),
        unchangedDays: fc.integer({ min: 0, max: 4 }),
      }),
    ),
  ),
) as fc.Arbitrary<AgendaPoint[]>

describe('the agenda makes itself', () => {
  test('first what asks something of the room, then late, reopened, completed, unchanged twice, the rest', () => {
    expect(
      shown([
        point('1'),
        point('2', { unchangedDays: 2 }),
        point('3', { status: 'embedded' }),
        point('4', { reopened: true }),
        point('5', { outlook: 'late' }),
        point('6', { asks: true, status: 'closed' }),
        point('7', { unchangedDays: 1 }),
        point('8', { status: 'closed', completedBefore: true }),
      ]),
    ).toEqual(['6 asks', '5 late', '4 reopened', '3 completed', '2 unchanged', '1 rest', '7 rest', '8 rest'])
  })

  test('within a part by number, and ten comes after nine', () => {
    expect(shown([point('10'), point('9'), point('3.10'), point('3.4')])).toEqual([
      '3.4 rest',
      '3.10 rest',
      '9 rest',
      '10 rest',
    ])
  })

  test('a withdrawn point is neither late nor unchanged', () => {
    expect(shown([point('1', { status: 'withdrawn', outlook: 'late', unchangedDays: 5 })])).toEqual([
      '1 rest',
    ])
  })

  test('an order somebody chose is kept, and a point that came since stands where it would have stood', () => {
    const points = [point('1'), point('2'), point('3'), point('4', { asks: true })]
    expect(shown(points, ['3', '1', '2'])).toEqual(['4 asks', '3 rest', '1 rest', '2 rest'])
    expect(shown(points, ['3', '4', '1'])).toEqual(['3 rest', '4 asks', '1 rest', '2 rest'])
  })

  test('every point stands there once, whatever order was chosen', () => {
    fc.assert(
      fc.property(anyPoints, fc.array(fc.integer({ min: 1, max: 45 }).map(String)), (points, order) => {
        const moved = [...new Set(order)]
        const items = agendaOf(points, moved)
        expect(items.map((item) => item.number).sort()).toEqual(points.map((one) => one.number).sort())
        const here = moved.filter((number) => points.some((one) => one.number === number))
        expect(items.map((item) => item.number).filter((number) => here.includes(number))).toEqual(here)
      }),
    )
  })

  test('without a chosen order the parts follow each other', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const places = agendaOf(points).map(({ part }) => agendaParts.indexOf(part))
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
    )
  })
})

describe('moving a point', () => {
  test('one step, and not beyond the ends', () => {
    expect(moveInAgenda(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moveInAgenda(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(moveInAgenda(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moveInAgenda(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
    expect(moveInAgenda(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
  })
})
