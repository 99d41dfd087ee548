/** One row of a pasted list: the line it begins on, counted from 1, and its cells without space around them. */
export interface PastedRow {
  line: number
  cells: string[]
}

/**
 * Cuts pasted text into rows and cells: tabs, as a spreadsheet pastes, or semicolons, whichever there are
 * more of. A cell in quotation marks may hold
 * both, and line breaks, which become spaces. Blank lines are passed over but counted. No table is refused here: what a row lacks its reader says.
 */
export function pastedRows(text: string): PastedRow[] {
  const all = text.replace(/\r\n?/g, '\n').normalize('NFC')
  const count = (sign: string) => all.split(sign).length - 1
  const delimiter = count('\t') > 0 && count('\t') >= count(';') ? '\t' : ';'
  const quoted = new RegExp(`[ ]*"((?:[^"]|"")*)"[ ]*(?=[${delimiter}\\n]|$)`, 'y')
  const plain = new RegExp(`[^${delimiter}\\n]*`, 'y')
  const rows: PastedRow[] = []
  let at = 0
  let line = 1
  while (at < all.length) {
    const row: PastedRow = { line, cells: [] }
    for (;;) {
      quoted.lastIndex = plain.lastIndex = at
      const found = quoted.exec(all)
      const cell = found ? found[1]!.replaceAll('""', '"') : plain.exec(all)![0]
      at = found ? quoted.lastIndex : plain.lastIndex
      line += cell.split('\n').length - 1
      row.cells.push(cell.replace(/\s+/g, ' ').trim())
      if (all[at] !== delimiter) break
      at += 1
    }
    at += 1
    line += 1
    if (row.cells.some((cell) => cell !== '')) rows.push(row)
  }
  return rows
}

/**
 * The columns of a list in their order, read from its first row where every cell of that is a heading somebody would write; else `usual`, and
 * the first row is a row like the others. `names` are the ways of writing each column's heading, in small letters.
 */
export function columnsOf<Column extends string>(
  rows: readonly PastedRow[],
  names: Readonly<Record<Column, readonly string[]>>,
  usual: readonly Column[],
): { columns: readonly (Column | undefined)[]; rows: readonly PastedRow[] } {
  const [first, ...rest] = rows
  const known = Object.keys(names) as Column[]
  const columns = (first?.cells ?? []).map((cell) =>
    known.find((column) => names[column].includes(cell.toLowerCase().replace(/[.:]$/, ''))),
  )
  const heading =
    columns.some((column) => column !== undefined) &&
    first!.cells.every((cell, index) => cell === '' || columns[index] !== undefined)
  return heading ? { columns, rows: rest } : { columns: usual, rows }
}
