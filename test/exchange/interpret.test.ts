import { describe, expect, test } from 'vitest'
import { lastDayOf, organisationsIn } from '#domain/cells.ts'
import { interpret } from '../../server/exchange/interpret.ts'
import type { Mapping } from '../../server/exchange/mapping.ts'
import type { Proposal } from '../../server/exchange/proposal.ts'
import { firstSentence } from '../../server/exchange/report-import.ts'
import { goodMapping, goodRows, head } from './given.ts'

const tableOf = (rows: readonly (readonly string[])[], first = head) => ({
  head: [...first],
  rows: rows.map((cells, index) => ({ row: index + 2, cells: [...cells] })),
})

function proposed(
  rows: readonly (readonly string[])[],
  mapping: Mapping = goodMapping,
  first = head,
): Proposal {
  const read = interpret(tableOf(rows, first), mapping)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.proposal
}

/** One point's updates when it was said so, round by round; a round without a row is undefined. */
const told = (...rounds: ([status: string, text: string] | undefined)[]) => {
  const values = ['2021', '2022']
  const rows = rounds.flatMap((said, index) =>
    said ? [['1', 'Ett', '', 'Kommunen', '', values[index]!, ...said]] : [],
  )
  const { rounds: read } = proposed([['1', 'Ett', '', 'Kommunen', '', 'antagen', 'vit', ''], ...rows])
  return read.map(({ updates }) => updates[0])
}

describe('a row becomes an update', () => {
  test('an empty status is not reported, also where there is a text; the text is remarked on', () => {
    const rows = [...goodRows, ['1', 'Ett', 'Unga', 'Kommunen', '2022', '2022', '', 'Något hände.']]
    const { rounds, remarks } = proposed(rows)
    expect(rounds.map(({ updates }) => updates.map(({ number }) => number))).toEqual([['1', '2'], []])
    expect(remarks).toEqual([{ code: 'text-without-status', row: 6, number: '1' }])
  })

  test('trap 24: not started is an answer, an empty cell is none', () => {
    expect(told(['vit', 'Väntar.'], ['', ''])).toMatchObject([
      { answer: 'update', claim: { status: 'not_started' } },
      undefined,
    ])
  })

  test('nothing new is measured against the last that was reported, past an empty round', () => {
    const [, second] = told(undefined, ['vit', 'INGET NYTT'])
    expect(second).toMatchObject({ answer: 'nothing_new', claim: { status: 'not_started' } })
  })

  test('nothing new repeats reason and outlook; a mere full stop after it is no note', () => {
    const [first, second] = told(['röd', 'Ingen vill.'], ['röd', 'Inget nytt.'])
    expect(second).toMatchObject({ answer: 'nothing_new', claim: { outlook: 'late', reason: 'Ingen vill.' } })
    expect(first!.claim.note).toBe('Ingen vill.')
    expect(second!.claim.note).toBeUndefined()
  })

  test('leaving a completed status gives its text as reason', () => {
    const [, second] = told(['grön', 'Klart.'], ['gul', 'Det börjar igen. Och mer.'])
    expect(second!.claim).toMatchObject({ reason: 'Det börjar igen.', note: 'Det börjar igen. Och mer.' })
  })

  test('the order is that of the rounds, not of the rows', () => {
    const { rounds } = proposed([goodRows[1]!, goodRows[3]!, goodRows[2]!, goodRows[0]!])
    expect(rounds[0]!.updates.map(({ row, number }) => [row, number])).toEqual([
      [2, '1'],
      [3, '2'],
    ])
  })

  test('values, names and headings are known whatever their case', () => {
    const rows = goodRows.map((cells) =>
      cells.with(3, ' kommunen ').with(5, cells[5]!.toUpperCase()).with(6, cells[6]!.toUpperCase()),
    )
    const { points } = proposed(
      rows,
      goodMapping,
      head.map((name) => name.toUpperCase()),
    )
    expect(points.map(({ point }) => point.lead.organisation)).toEqual(['kommunen', 'kommunen'])
  })
})

test('a number that is unique only within its area gets the number of the area in front', () => {
  const columns = { ...goodMapping.columns, areaNumber: 'områdesnr' }
  const rows = [
    ['1', 'Ett', 'Unga', 'Kommunen', '', 'antagen', '', '', '1'],
    ['2', 'Två', 'Unga', 'Kommunen', '', 'antagen', '', '', '1'],
    ['1', 'Tre', 'Äldre', 'Kommunen', '', 'antagen', '', '', '10'],
  ]
  const mapping = { ...goodMapping, columns, numbers: 'area-first' as const }
  const { points, plan } = proposed(rows, mapping, [...head, 'områdesnr'])
  expect(points.map(({ point }) => [point.number, point.focusArea])).toEqual([
    ['1.1', 'Unga'],
    ['1.2', 'Unga'],
    ['10.1', 'Äldre'],
  ])
  expect(plan.focusAreas).toEqual([
    { number: '1', title: 'Unga' },
    { number: '10', title: 'Äldre' },
  ])
})

describe('cells', () => {
  test.each([
    ['2023-06-30', '2023-06-30'],
    ['2024-02', '2024-02-29'],
    ['2023', '2023-12-31'],
    ['HT23', '2023-12-31'],
    ['vt 2024', '2024-07-31'],
    ['2023-02-29', undefined],
    ['2023-13', undefined],
    ['31/12', undefined],
    ['löpande', undefined],
  ])('an end written %s is %s', (text, day) => {
    expect(lastDayOf(text)).toBe(day)
  })

  const organisations = [
    { code: 'buk', name: 'Barn, unga och utbildning', kind: 'office', alsoCalled: ['BUK'] },
    { code: 'kson', name: 'KSON', kind: 'joint_authority' },
  ].map((one) => (one.code === 'buk' ? { ...one, alsoCalled: ['Skolan'] } : one))

  test.each([
    ['Barn, unga och utbildning', ['buk'], []],
    ['skolan / Kson', ['buk', 'kson'], []],
    ['KSON\nPolisen', ['kson'], ['Polisen']],
    ['', [], []],
  ])('organisations in %j', (cell, codes, unknown) => {
    const found = organisationsIn(cell, organisations)
    expect([found.named.map(({ code }) => code), found.unknown]).toEqual([codes, unknown])
  })
})

describe('the first sentence', () => {
  test.each([
    ['Kort och klart. Sedan mer.', 'Kort och klart.'],
    ['Rådet sade den 28. Maj och vgl. Ja.', 'Rådet sade den 28. Maj och vgl. Ja.'],
    ['Vem vet? Ingen.', 'Vem vet?'],
    ['Klart under 2013. Därefter vila.', 'Klart under 2013.'],
    ['Två\nrader', 'Två rader'],
  ])('of %j', (text, sentence) => {
    expect(firstSentence(text, 80)).toBe(sentence)
  })

  test('is cut at a word, with an ellipsis, within the limit', () => {
    expect(firstSentence('ett två, tre fyra', 9)).toBe('ett två…')
    expect(firstSentence('ett två tre', 8)).toBe('ett två…')
    expect(firstSentence('oavbrutet', 5)).toBe('oavb…')
    expect(firstSentence('precis', 6)).toBe('precis')
  })
})
