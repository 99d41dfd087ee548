import Papa from 'papaparse'
import { faultOf, inRowOrder, type Fault } from './faults.ts'
import { withoutGuard } from '../http/csv.ts'

/** A file as rows of text, wherever it came from: what `interpret` reads. */
export interface Table {
  head: string[]
  rows: { row: number; cells: string[] }[]
}

/** More than any action plan, and little enough to be held in memory (trap 20). */
const mostBytes = 10_000_000

const delimiters = [';', '\t', ','] as const

/**
 * Reads a CSV file as a Swedish office leaves it: UTF-8 with or without BOM, else windows-1252; semicolon, tab or comma; any line ends, also
 * inside quotes. Text comes out composed (NFC), and every cell as the text it is (trap 9). Rows are numbered as a spreadsheet shows them, the head
 * being row 1; blank rows are passed over. Refuses a file that is no table, and rows that are longer or shorter than the head.
 */
export function readTable(bytes: Uint8Array): { table: Table } | { faults: Fault[] } {
  if (bytes.byteLength > mostBytes) return { faults: [faultOf('file-too-large', { megabytes: 10 })] }
  const text = decode(bytes).replace(/\r\n?/g, '\n').normalize('NFC')
  // A workbook, or text in another encoding, has bytes that no table of text has.
  if (text.includes('\0')) return { faults: [faultOf('file-not-csv')] }
  const { data, errors } = parse(text, delimiterOf(text))
  const broken = errors.find((error) => error.type === 'Quotes')
  if (broken) return { faults: [{ ...faultOf('quote-unclosed'), row: (broken.row ?? 0) + 1 }] }

  const [head = [], ...rest] = data.map((cells) => cells.map(withoutGuard))
  const rows = rest
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return { faults: [faultOf('file-empty')] }

  const faults = rows.flatMap(({ row, cells }) => {
    const facts = { expected: head.length, found: cells.length }
    if (cells.length < head.length) return [{ ...faultOf('cells-missing', facts), row }]
    const extra = cells.slice(head.length).some((cell) => cell.trim() !== '')
    return extra ? [{ ...faultOf('cells-extra', facts), row }] : []
  })
  if (faults.length > 0) return { faults: inRowOrder(faults) }
  return {
    table: {
      head: head.map((name) => name.trim()),
      rows: rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, head.length) })),
    },
  }
}

/** UTF-8, its BOM taken away; where the bytes are not UTF-8, what an older Excel writes. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The delimiter that leaves the fewest rows ragged, read with each in turn: a comma in a title is no column. */
function delimiterOf(text: string): string {
  const [best] = delimiters
    .map((delimiter) => {
      const rows = parse(text, delimiter, 200).data.filter((cells) => cells.join('').trim() !== '')
      const width = rows[0]?.length ?? 0
      return { delimiter, width, ragged: rows.filter(({ length }) => length !== width).length }
    })
    .filter(({ width }) => width > 1)
    .sort((a, b) => a.ragged - b.ragged)
  return best?.delimiter ?? ';'
}

const parse = (text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', preview })
