import type { Day } from './calendar.ts'

/** A term's name in addresses: `2023-vt`, `2023-ht`, and `2023-ht-2` for the second review day in one term. */
export type Term = string

export type Season = 'vt' | 'ht'

const shape = /^(\d{4})-(vt|ht)(?:-([2-9]|[1-9]\d{1,2}))?$/

/** The term a day falls in: January to July is vårtermin, the rest hösttermin. */
export function termOf(day: Day): Term {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '07' ? 'vt' : 'ht'}`
}

/** The first name that is not taken for a review day held on a day: `2023-ht`, else `2023-ht-2` and so on. */
export function freeTerm(day: Day, taken: readonly string[]): Term {
  const term = termOf(day)
  if (!taken.includes(term)) return term
  let ordinal = 2
  while (taken.includes(`${term}-${ordinal}`)) ordinal += 1
  return `${term}-${ordinal}`
}

/** Whether a text names a term. `2023-ht-1` does not: the first has no number. */
export function isTerm(text: string): boolean {
  return shape.test(text)
}

/** What a term's name says, for words such as *HT23* and *hösten 2023*; undefined when it names none. */
export function parts(term: Term): { year: number; season: Season; ordinal: number } | undefined {
  const found = shape.exec(term)
  if (!found) return undefined
  return { year: Number(found[1]), season: found[2] as Season, ordinal: Number(found[3] ?? 1) }
}
