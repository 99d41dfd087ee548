import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable, type Table } from '../../server/exchange/read.ts'
import { bytesOf } from './given.ts'
import { swedishCsv } from '../../server/http/csv.ts'

const read = (text: string | Uint8Array): Table => {
  const found = readTable(typeof text === 'string' ? bytesOf(text) : text)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found.table
}
const refused = (text: string) => {
  const found = readTable(bytesOf(text))
  return 'faults' in found ? found.faults.map(({ row, code }) => [row, code]) : []
}
const cellsOf = (text: string | Uint8Array) => read(text).rows.map(({ cells }) => cells)

describe('what is no table is refused', () => {
  test('an unclosed quotation mark, with the row where it opens', () => {
    expect(refused('nr;titel\n1;Ett\n2;"Två\n3;Tre\n')).toEqual([[3, 'quote-unclosed']])
  })

  test('every ragged row, by its number', () => {
    expect(refused('nr;titel;status\n1;Ett;gul\n2;Två\n3;Tre;gul;mer\n4;Fyra;gul\n')).toEqual([
      [3, 'cells-missing'],
      [4, 'cells-extra'],
    ])
  })

  test('an empty file, and one with headings alone', () => {
    expect(refused('')).toEqual([[null, 'file-empty']])
    expect(refused('\uFEFFnr;titel\r\n;\r\n')).toEqual([[null, 'file-empty']])
  })
})

describe('bytes become text', () => {
  const row = ['1', 'Åtgärd – ”så”']

  test('UTF-8, with and without BOM', () => {
    const text = `nr;titel\r\n${row.join(';')}\r\n`
    expect(cellsOf(text)).toEqual([row])
    const marked = read(`\uFEFF${text}`)
    expect(marked.head).toEqual(['nr', 'titel'])
    expect(marked.rows[0]!.cells).toEqual(row)
  })

  test('windows-1252, with its dashes and quotation marks', () => {
    const written = [...'nr;titel\r\n1;'].map((letter) => letter.charCodeAt(0))
    const title = [0xc5, 0x74, 0x67, 0xe4, 0x72, 0x64, 0x20, 0x96, 0x20, 0x94, 0x73, 0xe5, 0x94]
    expect(cellsOf(Uint8Array.from([...written, ...title]))).toEqual([row])
  })

  test('letters come out composed, however a Mac wrote them', () => {
    expect(cellsOf('nr;titel\n1;A\u030Atga\u0308rd\n')).toEqual([['1', 'Åtgärd']])
  })
})

describe('text becomes rows', () => {
  test.each([
    ['semicolon', ';'],
    ['comma', ','],
    ['tab', '\t'],
  ])('delimited by %s', (_name, delimiter) => {
    const text = [
      ['nr', 'titel', 'tal'],
      ['1', 'Ett', '2'],
    ]
    expect(cellsOf(text.map((cells) => cells.join(delimiter)).join('\n'))).toEqual([['1', 'Ett', '2']])
  })

  test('commas inside the cells of a semicolon file part nothing', () => {
    expect(cellsOf('nr, kort;titel, lång, hel\n1;Ett, två, tre\n2,5;Fyra\n')).toEqual([
      ['1', 'Ett, två, tre'],
      ['2,5', 'Fyra'],
    ])
  })

  test('rows are numbered as a spreadsheet shows them: quoted line breaks do not count, blank rows do', () => {
    const { rows } = read('nr;titel\r\n1;"Ett\r\nmed mera"\r\n;\r\n\r\n2;Två\r\n')
    expect(rows).toEqual([
      { row: 2, cells: ['1', 'Ett\nmed mera'] },
      { row: 5, cells: ['2', 'Två'] },
    ])
  })

  test('blank cells beyond the last column are passed over', () => {
    expect(cellsOf('nr;titel\n1;Ett;;\n')).toEqual([['1', 'Ett']])
  })

  test('trap 9: nothing is taken for a number or a day', () => {
    const cells = ['007', '3.10', '1e5', '2023-01-02', 'B5+6', 'TRUE', ' 1 ']
    expect(cellsOf(`a;b;c;d;e;f;g\n${cells.join(';')}\n`)).toEqual([cells])
  })

  test('trap 20: what looks like a formula is text', () => {
    const cells = ['=HYPERLINK("x")', '+65: träffpunkter', '-10 %', '@alla']
    expect(cellsOf(`a;b;c;d\n"${cells[0]!.replaceAll('"', '""')}";${cells.slice(1).join(';')}\n`)).toEqual([
      cells,
    ])
  })
})

test('reading what was written gives the same rows, formula-like cells too', () => {
  const cell = fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('=', "'", '+', '-', '@', '"', ';', ',', '\t', '\n', 'å', ' ') }),
    )
    // A carriage return comes back as the line feed it stands for; NUL is in no text.
    .map((text) => text.replace(/[\r\0]/g, '').normalize('NFC'))
  const tables = fc.array(fc.tuple(fc.constantFrom('1', 'Ü1', '=2', 'B5+6'), cell, cell), { minLength: 1 })
  fc.assert(
    fc.property(tables, (rows) => {
      const head = ['nr', 'titel', 'text']
      expect(cellsOf(swedishCsv(head, rows))).toEqual(rows)
    }),
  )
})
