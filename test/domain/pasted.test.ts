import { describe, expect, test } from 'vitest'
import { columnsOf, pastedRows } from '#domain/pasted.ts'

const cells = (text: string) => pastedRows(text).map((row) => row.cells)

describe('pasted text', () => {
  test('is cut at semicolons, or at tabs where there are more of them', () => {
    expect(cells('1; Ett;soc')).toEqual([['1', 'Ett', 'soc']])
    expect(cells('1\tEtt; och två\tsoc')).toEqual([['1', 'Ett; och två', 'soc']])
    expect(cells('1;Ett\toch två;soc')).toEqual([['1', 'Ett och två', 'soc']])
  })

  test('keeps the number of each line, blank ones counted, whatever its line ends', () => {
    expect(pastedRows('1;a\r\n\r\n2;b\n;;\n3;c')).toEqual([
      { line: 1, cells: ['1', 'a'] },
      { line: 3, cells: ['2', 'b'] },
      { line: 5, cells: ['3', 'c'] },
    ])
  })

  test('a cell in quotation marks holds separators, marks and line breaks, and later lines keep their number', () => {
    expect(pastedRows('1\t"Två\nrader ""så"""\tsoc\n2\tb\tsoc')).toEqual([
      { line: 1, cells: ['1', 'Två rader "så"', 'soc'] },
      { line: 3, cells: ['2', 'b', 'soc'] },
    ])
    expect(cells('1; "a; b" ;c')).toEqual([['1', 'a; b', 'c']])
  })

  test('a mark that is no quotation stays what it is', () => {
    expect(cells('1;"Bostad först" – modell;soc')).toEqual([['1', '"Bostad först" – modell', 'soc']])
    expect(cells('1;6" rör;soc')).toEqual([['1', '6" rör', 'soc']])
    expect(cells('1;"aldrig stängd;soc\n2;b;c')).toEqual([
      ['1', '"aldrig stängd', 'soc'],
      ['2', 'b', 'c'],
    ])
  })

  test('comes out composed, with one space between words', () => {
    expect(cells('1;Ha\u0308lsa \u00a0 för  alla')).toEqual([['1', 'Hälsa för alla']])
  })

  test('of nothing is nothing', () => {
    for (const text of ['', '\n\n', ' ; ;\n\t', '\t\t\n']) expect(pastedRows(text)).toEqual([])
  })
})

describe('headings', () => {
  const names = { number: ['nr'], title: ['namn', 'titel'] }
  const usual = ['number', 'title'] as const

  test('in the first row give the columns; a blank one is passed over', () => {
    expect(columnsOf(pastedRows('Titel;;Nr.\na;b;1'), names, usual)).toEqual({
      columns: ['title', undefined, 'number'],
      rows: [{ line: 2, cells: ['a', 'b', '1'] }],
    })
  })

  test('are none where any cell is something else', () => {
    for (const text of ['1;Titel', 'Nr;Titel;Okänt']) {
      expect(columnsOf(pastedRows(text), names, usual)).toMatchObject({ columns: usual, rows: [{ line: 1 }] })
    }
    expect(columnsOf([], names, usual)).toEqual({ columns: usual, rows: [] })
  })
})
