import { refuseNumber } from '#domain/number.ts'
import { folded } from '#domain/text.ts'
import { faultOf, type Fault } from './faults.ts'
import { columnKeys, type ColumnKey, type Mapping } from './mapping.ts'
import type { Table } from './read.ts'

/** One row as the mapping reads it: the point's number, which round it tells of, and its cells, '' where the file has no such column. */
export interface Entry {
  row: number
  number: string
  /** Place in `mapping.rounds`. */
  round: number
  cells: Record<ColumnKey, string>
}

/** What is wrong in a row, and in which of its columns. */
export type Report = (row: number, key: ColumnKey, code: Fault['code'], facts?: Fault['facts']) => void

/** Finds the mapping's columns in the file; or says which are missing, or stand there twice. */
export function findColumns(
  { head }: Table,
  { columns }: Mapping,
): { at: Partial<Record<ColumnKey, number>>; unused: string[] } | { faults: Fault[] } {
  const names = head.map(folded)
  const wanted = columnKeys.flatMap((key) => {
    const column = columns[key]
    return column === undefined ? [] : [{ key, column, name: folded(column) }]
  })
  const faults = wanted.flatMap(({ column, name }) => {
    const found = names.filter((one) => one === name).length
    if (found === 1) return []
    const facts = { column, known: head.filter((one) => one !== '').join(', ') }
    return [faultOf(found === 0 ? 'column-missing' : 'column-twice', facts)]
  })
  if (faults.length > 0) return { faults }
  return {
    at: Object.fromEntries(wanted.map(({ key, name }) => [key, names.indexOf(name)])),
    unused: head.filter((one) => one !== '' && !wanted.some(({ name }) => name === folded(one))),
  }
}

/** Reads every row of the table; a row without number, title or known round is reported and left out. */
export function readEntries(
  { rows }: Table,
  mapping: Mapping,
  at: Partial<Record<ColumnKey, number>>,
  report: Report,
): Entry[] {
  const roundOf = new Map(mapping.rounds.map(({ value }, index) => [folded(value ?? ''), index]))
  return rows.flatMap(({ row, cells }) => {
    const cell = (key: ColumnKey) => (at[key] === undefined ? '' : (cells[at[key]] ?? '').trim())
    const read = Object.fromEntries(columnKeys.map((key) => [key, cell(key)])) as Entry['cells']
    const round = mapping.columns.round === undefined ? 0 : roundOf.get(folded(read.round))
    const needed: ColumnKey[] = ['number', 'title', ...(areaFirst(mapping) ? (['areaNumber'] as const) : [])]
    const blank = needed.filter((key) => read[key] === '')
    for (const key of blank) report(row, key, 'cell-empty')
    if (round === undefined) {
      const known = mapping.rounds.map(({ value }) => value).join(', ')
      report(row, 'round', 'round-unknown', { value: read.round, known })
    }
    const number = areaFirst(mapping) ? `${read.areaNumber}.${read.number}` : read.number
    const unfit = blank.length === 0 ? refuseNumber(number) : []
    for (const { code } of unfit) report(row, 'number', code)
    if (round === undefined || blank.length > 0 || unfit.length > 0) return []
    return [{ row, number, round, cells: { ...read, title: read.title.replace(/\s+/g, ' ') } }]
  })
}

const areaFirst = (mapping: Mapping): boolean => mapping.numbers === 'area-first'
