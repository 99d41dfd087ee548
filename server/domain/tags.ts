/**
 * Whose goals a point can be tied to: the eight target areas of the national public-health policy, the sub-goals of the national strategy for mental
 * health and suicide prevention "Det handlar om livet" (2025–2034), and the 17 goals of Agenda 2030. Codes only; the official titles are words.
 */
export const vocabularies = ['public-health', 'national-strategy', 'agenda-2030'] as const
export type Vocabulary = (typeof vocabularies)[number]

const upTo = (last: number): string[] => Array.from({ length: last }, (_none, at) => String(at + 1))

export const codesOf: Readonly<Record<Vocabulary, readonly string[]>> = {
  'public-health': upTo(8),
  'national-strategy': upTo(7),
  'agenda-2030': upTo(17),
}

/** How many tags of one vocabulary a point may carry: more would say nothing. */
export const mostTags: Readonly<Record<Vocabulary, number>> = {
  'public-health': 3,
  'national-strategy': 3,
  'agenda-2030': 3,
}
