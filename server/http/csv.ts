import Papa from 'papaparse'

/** A cell that a spreadsheet would run as a formula, or one that begins so behind apostrophes (trap 20). */
const formula = /^'*[=+\-@\t\r]/

/**
 * A table that a Swedish Excel opens right (§2.8 of the field's practice): UTF-8 with BOM, semicolon, CRLF; a cell that begins like a formula
 * is neutralised by an apostrophe (trap 20), which `readTable` takes away again. One line a row, always.
 */
export function swedishCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvLines([head, ...rows])}`
}

/** Further rows of such a table, for one that is sent piece by piece; no row is no text. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { delimiter: ';', newline: '\r\n', escapeFormulae: formula },
  )
  return `${text}\r\n`
}

/** The cell as it was before `swedishCsv` neutralised it. */
export const withoutGuard = (cell: string): string => (/^''*[=+\-@\t]/.test(cell) ? cell.slice(1) : cell)
