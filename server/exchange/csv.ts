import Papa from 'papaparse'

/**
 * A table that a Swedish Excel opens right (§2.8 of the field's practice): UTF-8 with BOM, semicolon, CRLF; a cell that begins like a formula
 * is neutralised by an apostrophe (trap 20). One line a row, always.
 */
export function swedishCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse([[...head], ...rows.map((row) => [...row])], {
    delimiter: ';',
    newline: '\r\n',
    escapeFormulae: true,
  })
  return `\uFEFF${text}\r\n`
}
