import { describe, expect, test } from 'vitest'
import type { Fault, ImportReason } from '../../server/exchange/faults.ts'
import { faultLine } from '../../server/exchange/report-import.ts'
import {
  bytesOf,
  faultsOf,
  fileOf,
  goodMapping,
  goodRows,
  head,
  installation,
  jsonOf,
  rowsWith,
} from './given.ts'

interface Case {
  table?: Uint8Array
  mapping?: unknown
  /** Where the fault is said to be: row as a spreadsheet numbers it, and column. */
  at?: [row: number, column: string | null]
  facts?: Fault['facts']
  administrator?: false
}

const { plan, columns, rounds, statuses, organisations } = goodMapping
const long = 'å'.repeat(4001)
const whole = (rows: readonly (readonly string[])[]) =>
  [head, ...rows].map((cells) => cells.join(';')).join('\r\n')

/** A way to come to each refusal of the import's own; `file-missing` and `plan-exists` are told further down. */
const cases: Record<Exclude<ImportReason, 'file-missing' | 'plan-exists'>, Case> = {
  'administrator-missing': { administrator: false },

  'file-empty': { table: fileOf([]) },
  'file-not-csv': { table: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0) },
  'file-too-large': { table: new Uint8Array(10_000_001) },
  'quote-unclosed': { table: bytesOf(whole(goodRows).replace('Ett', '"Ett')), at: [2, null] },
  'cells-missing': {
    table: bytesOf(`${whole(goodRows)}\r\n3;Tre`),
    at: [6, null],
    facts: { expected: 8, found: 2 },
  },
  'cells-extra': {
    table: bytesOf(`${whole(goodRows)};mer`),
    at: [5, null],
    facts: { expected: 8, found: 9 },
  },
  'column-missing': { mapping: { ...goodMapping, columns: { ...columns, text: 'Redovisning' } } },
  'column-twice': { table: fileOf(goodRows, head.with(4, 'Nr')) },

  'cell-empty': { table: fileOf(rowsWith(3, 'titel', ' ')), at: [3, 'titel'] },
  'cell-too-long': { table: fileOf(rowsWith(2, 'text', long)), at: [2, 'text'], facts: { n: 4000 } },
  'round-unknown': { table: fileOf(rowsWith(3, 'omgång', '2019')), at: [3, 'omgång'] },
  'status-unknown': { table: fileOf(rowsWith(3, 'status', 'blå')), at: [3, 'status'] },
  'status-at-adoption': { table: fileOf(rowsWith(2, 'status', 'grön')), at: [2, 'status'] },
  'organisation-not-mapped': {
    table: fileOf(goodRows.map((cells) => cells.with(3, 'Kommunen, Polisen'))),
    at: [2, 'organisation'],
    facts: { name: 'Polisen' },
  },
  'due-unreadable': { table: fileOf(goodRows.map((cells) => cells.with(4, 'snart'))), at: [2, 'slut'] },
  'number-twice': {
    table: fileOf([...goodRows, goodRows[1]!]),
    at: [6, 'nr'],
    facts: { number: '1', firstRow: 3 },
  },
  'point-told-twice': { table: fileOf(rowsWith(3, 'titel', 'Annat')), at: [3, 'titel'] },
  'point-not-adopted': { table: fileOf(goodRows.slice(1)), at: [2, 'omgång'] },
  'area-number-two-titles': {
    table: fileOf(
      goodRows.map((cells) => [...cells, '1']),
      [...head, 'områdesnr'],
    ),
    mapping: { ...goodMapping, columns: { ...columns, areaNumber: 'områdesnr' } },
    at: [4, 'områdesnr'],
  },
  'round-ahead': {
    mapping: { ...goodMapping, rounds: rounds.with(2, { value: '2022', heldOn: '2023-11-21' }) },
    facts: { day: '2023-11-21' },
  },

  'mapping-not-json': { mapping: '{\n  "plan": {,' },
  'mapping-not-object': { mapping: [] },
  'mapping-key-missing': {
    mapping: { ...goodMapping, columns: { ...columns, number: undefined } },
    facts: { where: 'columns.number' },
  },
  'mapping-key-unknown': { mapping: { ...goodMapping, kolumner: {} }, facts: { where: 'kolumner' } },
  'mapping-type': {
    mapping: { ...goodMapping, publish: 'ja' },
    facts: { where: 'publish', type: 'boolean' },
  },
  'mapping-choice': {
    mapping: { ...goodMapping, statuses: { ...statuses, lila: { status: 'merged' } } },
    facts: {
      where: 'statuses.lila.status',
      choices: 'closed, embedded, in_progress, not_started, paused, withdrawn',
    },
  },
  'mapping-day': {
    mapping: { ...goodMapping, rounds: rounds.with(1, { value: '2021', heldOn: '2021-02-29' }) },
    facts: { where: 'rounds[1].heldOn' },
  },
  'mapping-too-long': {
    mapping: { ...goodMapping, plan: { ...plan, title: long } },
    facts: { where: 'plan.title', n: 200 },
  },
  'mapping-malformed': {
    mapping: { ...goodMapping, plan: { ...plan, title: '' } },
    facts: { where: 'plan.title' },
  },
  'mapping-name-twice': {
    mapping: {
      ...goodMapping,
      organisations: [...organisations, { code: 'annan', name: 'KOMMUNEN', kind: 'office' }],
    },
    facts: { where: 'organisations', name: 'kommunen' },
  },
  'mapping-organisation': { mapping: { ...goodMapping, defaults: { organisation: 'polisen' } } },
  'mapping-round-kind': {
    mapping: { ...goodMapping, rounds: rounds.with(1, { value: '2021' }) },
    facts: { where: 'rounds[1]' },
  },
  'mapping-rounds-order': {
    mapping: { ...goodMapping, rounds: rounds.with(2, { value: '2022', heldOn: '2021-12-31' }) },
    facts: { where: 'rounds[2]' },
  },
}

describe('nothing is written', () => {
  test.each(Object.entries(cases) as [ImportReason, Case][])(
    'when it is refused for %s',
    async (code, given) => {
      const { receive, rows } = await installation({ administrator: given.administrator ?? true })
      const before = await rows()
      const mapping = given.mapping ?? goodMapping
      const imported = await receive(
        given.table ?? fileOf(goodRows),
        typeof mapping === 'string' ? bytesOf(mapping) : jsonOf(mapping),
      )
      const faults = faultsOf(imported)
      expect(faults.map((fault) => fault.code)).toContain(code)
      const fault = faults.find((one) => one.code === code)!
      expect([fault.row, fault.column]).toEqual(given.at ?? [null, null])
      expect(fault.facts).toMatchObject(given.facts ?? {})
      // Every name in the sentence has been filled.
      for (const lang of ['sv', 'en'] as const) expect(faultLine(lang, fault)).not.toMatch(/[{}]/)
      expect(await rows()).toEqual(before)
    },
  )

  test('when a rule refuses what a row says, and the row and its column are named', async () => {
    const { receive, rows } = await installation()
    const before = await rows()
    const told = [
      ...rowsWith(3, 'text', long),
      ['3', 'Tre', '', 'Kommunen', '', 'antagen', '', ''],
      ['3', 'Tre', '', 'Kommunen', '', '2021', 'grön', ''],
      ['4', 'Fyra', '', 'Kommunen', '', 'antagen', '', ''],
      ['4', 'Fyra', '', 'Kommunen', '', '2021', 'gul', ''],
      ['5', 'Fem', '', 'Kommunen', '', 'antagen', '', ''],
      ['5', 'Fem', '', 'Kommunen', '', '2021', 'röd', ''],
    ]
    const faults = faultsOf(await receive(fileOf(told), jsonOf(goodMapping)))
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'text', 'note-too-long'],
      [7, 'text', 'result-missing'],
      [9, 'text', 'note-missing'],
      [11, 'text', 'reason-missing'],
      [11, 'text', 'note-missing'],
    ])
    expect(faultLine('sv', faults[0]!)).toBe(
      'Rad 3, kolumnen text: Texten är för lång. Korta den till högst 4\u00a0000 tecken.',
    )
    expect(await rows()).toEqual(before)
  })

  test.each(['A/1', 'A?1', 'a#b', '..', 'ett mycket långt nummer'])(
    'when a number cannot stand in an address: %s',
    async (number) => {
      const { receive, rows } = await installation()
      const before = await rows()
      const told = goodRows.map((cells) => (cells[0] === '2' ? cells.with(0, number) : cells))
      const faults = faultsOf(await receive(fileOf(told), jsonOf(goodMapping)))
      expect(faults.map(({ row, column }) => [row, column])).toEqual([
        [4, 'nr'],
        [5, 'nr'],
      ])
      expect(await rows()).toEqual(before)
    },
  )

  test.each([
    ['slug-reserved', { slug: 'api' }],
    ['slug-malformed', { slug: 'Min Plan' }],
    ['period-reversed', { period: { from: '2023-12-31', to: '2021-01-01' } }],
  ])('when the plan itself is refused for %s', async (code, changed) => {
    const { receive, rows } = await installation()
    const before = await rows()
    const mapping = { ...goodMapping, plan: { ...plan, ...changed } }
    const [fault] = faultsOf(await receive(fileOf(goodRows), jsonOf(mapping)))
    expect(fault?.code).toBe(code)
    expect(faultLine('sv', fault!)).toMatch(/^Mappningen, plan\.(slug|period\.to): /)
    expect(await rows()).toEqual(before)
  })

  test('every fault of the file is told at once, in its order', async () => {
    const { receive } = await installation()
    const told = [
      ...rowsWith(3, 'status', 'blå'),
      ['2', 'Två', 'Äldre', 'Kommunen', '', '2019', 'gul', ''],
      ['', 'Tre', '', 'Kommunen', '', 'antagen', '', ''],
    ]
    expect(
      faultsOf(await receive(fileOf(told), jsonOf(goodMapping))).map(({ row, code }) => [row, code]),
    ).toEqual([
      [3, 'status-unknown'],
      [6, 'round-unknown'],
      [7, 'cell-empty'],
    ])
  })
})
