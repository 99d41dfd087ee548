import { addDays, addMonths, isDay, type Day } from './calendar.ts'
import { folded } from './text.ts'

// How lists that people keep write days and organisations: read alike from an imported file and from pasted lines.

/**
 * The last day of an end as lists write it: `2023-12-31`, `2023-12`, `2023`, and the terms `VT23` `HT 2023` (to the end of July and of
 * December). Undefined for anything else.
 */
export function lastDayOf(text: string): Day | undefined {
  if (isDay(text)) return text
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  if (month && isDay(`${text}-01`)) return addDays(addMonths(`${text}-01`, 1), -1)
  if (/^\d{4}$/.test(text)) return `${text}-12-31`
  const term = /^(vt|ht) ?(?:20)?(\d{2})$/i.exec(text)
  return term ? `20${term[2]}-${folded(term[1]!) === 'vt' ? '07-31' : '12-31'}` : undefined
}

/** An organisation and every way of writing it. */
export interface Called {
  code: string
  name: string
  alsoCalled?: readonly string[] | undefined
}

/** The organisations a cell names, the leading one first; `unknown` are the names that nobody here has. */
export function organisationsIn<One extends Called>(
  cell: string,
  organisations: readonly One[],
): { named: One[]; unknown: string[] } {
  const byName = new Map(
    organisations.flatMap((one) =>
      [one.code, one.name, ...(one.alsoCalled ?? [])].map((name) => [folded(name), one] as const),
    ),
  )
  // The whole cell first: a name may have a comma of its own.
  const whole = byName.get(folded(cell))
  if (whole) return { named: [whole], unknown: [] }
  const names = cell.split(/[,;/\n]/).filter((name) => name.trim() !== '')
  return {
    named: names.flatMap((name) => byName.get(folded(name)) ?? []),
    unknown: names.map((name) => name.trim()).filter((name) => !byName.has(folded(name))),
  }
}
