import { describe, expect, test } from 'vitest'
import { askedOf, listOf, type Ties } from '../../server/plans/listing.ts'
import { tallyOf } from '../../server/plans/growth.ts'
import type { Plan } from '../../server/database/plan.ts'
import type { PointOnDay } from '../../server/points/state-on-day.store.ts'

const plan = { periodFrom: '2021-01-01', periodTo: '2023-12-31', freshnessMonths: 6 } as Plan
const areas = [
  { id: 1, planId: 1, number: '5', title: 'Boende', position: 0 },
  { id: 2, planId: 1, number: null, title: 'Övrigt', position: 1 },
]

const point = (number: string, more: Partial<PointOnDay> = {}): PointOnDay => ({
  id: 1,
  number,
  adopted: true,
  title: `Punkt ${number}`,
  focusAreaId: 1,
  lead: { code: 'soc', name: 'Socialkontoret' },
  leadFunction: null,
  takesPart: [],
  startsOn: null,
  firstDueOn: null,
  dueOn: null,
  moves: 0,
  status: 'in_progress',
  outlook: 'on_track',
  reopened: false,
  lastUpdatedOn: '2023-05-01',
  update: { id: 1, answer: 'update', holdsFrom: '2023-05-01' },
  reason: null,
  note: null,
  mergedInto: null,
  activityCount: 0,
  ...more,
})

const points = [
  point('10', {
    title: 'Öppen mötesplats',
    dueOn: '2022-12-31',
    status: 'embedded',
    outlook: 'not_assessed',
  }),
  point('2', {
    id: 2,
    takesPart: [{ code: 'buk', name: 'Barnkontoret' }],
    title: 'Åtgärder för barn',
    dueOn: '2023-06-15',
    outlook: 'late',
    focusAreaId: 2,
  }),
  point('Ü1', {
    id: 3,
    title: 'Zon',
    lead: { code: 'kson', name: 'KSON' },
    status: 'paused',
    outlook: 'not_assessed',
  }),
]

const ties: Ties = {
  areas,
  tags: new Map([
    [1, [{ vocabulary: 'agenda-2030', code: '11' }]],
    [
      2,
      [
        { vocabulary: 'agenda-2030', code: '3' },
        { vocabulary: 'national-strategy', code: '2' },
      ],
    ],
  ]),
  committees: new Map([
    ['soc', 'Socialnämnden'],
    ['buk', 'Barnnämnden'],
  ]),
  goalText: ({ vocabulary, code }) => `${vocabulary} ${code}`,
}

const list = (query: Record<string, unknown> = {}, day = '2023-11-20') =>
  listOf(plan, points, ties, askedOf(query), day, 'sv')
const numbers = (query: Record<string, unknown>) => list(query).rows.map((row) => row.number)

describe('the list of points', () => {
  test('takes nothing from an address that is not text, and nothing unknown for an order', () => {
    expect(askedOf({ q: ['a', 'b'], status: 7 })).toEqual({
      q: '',
      status: '',
      outlook: '',
      lead: '',
      area: '',
      committee: '',
      'public-health': '',
      'national-strategy': '',
      'agenda-2030': '',
      sort: '',
    })
    expect(numbers({ sort: '-nonsense' })).toEqual(['Ü1', '10', '2'])
  })

  test('finds nothing where nothing fits, and says how many there are', () => {
    expect(list({ q: 'finns inte' })).toMatchObject({ total: 3, rows: [], filtered: true })
  })

  test('is filtered by number, word, status, outlook, responsible and area', () => {
    expect(numbers({ q: '2' })).toEqual(['2'])
    expect(numbers({ q: 'ÅTGÄRDER' })).toEqual(['2'])
    expect(numbers({ status: 'completed' })).toEqual(['10'])
    expect(numbers({ status: 'not_completed' })).toEqual(['2', 'Ü1'])
    expect(numbers({ status: 'paused' })).toEqual(['Ü1'])
    expect(numbers({ outlook: 'late' })).toEqual(['2'])
    expect(numbers({ lead: 'kson' })).toEqual(['Ü1'])
    expect(numbers({ area: 'Övrigt' })).toEqual(['2'])
  })

  test('is filtered by the committee it concerns, whether its organisation leads or takes part (P13)', () => {
    expect(numbers({ committee: 'Socialnämnden' })).toEqual(['2', '10'])
    expect(numbers({ committee: 'Barnnämnden' })).toEqual(['2'])
    expect(numbers({ committee: 'Ingen nämnd' })).toEqual([])
    expect(list().committees.map(({ label }) => label)).toEqual(['Barnnämnden', 'Socialnämnden'])
  })

  test('is filtered by the goals it contributes to, and offers those that some point has (P13)', () => {
    expect(numbers({ 'agenda-2030': '11' })).toEqual(['10'])
    expect(numbers({ 'agenda-2030': '3', 'national-strategy': '2' })).toEqual(['2'])
    expect(numbers({ 'agenda-2030': '17' })).toEqual([])
    expect(
      list().goals.map(({ vocabulary, choices }) => [vocabulary, choices.map(({ value }) => value)]),
    ).toEqual([
      ['national-strategy', ['2']],
      ['agenda-2030', ['3', '11']],
    ])
  })

  test('finds a word written in two pieces by a word written in one (NFC)', () => {
    expect(numbers({ q: 'o\u0308ppen' })).toEqual(['10'])
  })

  test('is ordered by every column, å ä ö last, and what has nothing there comes last either way', () => {
    expect(numbers({})).toEqual(['2', '10', 'Ü1'])
    expect(numbers({ sort: 'title' })).toEqual(['Ü1', '2', '10'])
    expect(numbers({ sort: '-number' })).toEqual(['Ü1', '10', '2'])
    expect(numbers({ sort: 'due' })).toEqual(['10', '2', 'Ü1'])
    expect(numbers({ sort: '-due' })).toEqual(['2', '10', 'Ü1'])
    expect(numbers({ sort: 'lead' })).toEqual(['Ü1', '2', '10'])
  })

  test('shows a month where the end is its last day, else the day', () => {
    expect(list().rows.map((row) => row.due)).toEqual(['2023-06-15', '2022-12', null])
  })

  test('shows no outlook of what is finished or on hold', () => {
    expect(list().rows.map((row) => row.outlook)).toEqual(['late', null, null])
  })

  test('marks what is getting old while the plan runs, and nags no more when its time is over', () => {
    expect(list({}, '2023-12-20').rows.map((row) => row.freshness)).toEqual(['due', null, 'due'])
    expect(list({}, '2026-11-20').rows.map((row) => row.freshness)).toEqual([null, null, null])
  })
})

describe('the tally', () => {
  test('leaves out what was added later, and empty groups', () => {
    const groups = tallyOf([...points, point('99', { adopted: false })])
    expect(groups.map((group) => [group.status, group.cells.map((cell) => cell.number)])).toEqual([
      ['embedded', ['10']],
      ['in_progress', ['2']],
      ['paused', ['Ü1']],
    ])
    expect(groups[1]).toMatchObject({ late: 1, cells: [{ number: '2', late: true }] })
  })
})
