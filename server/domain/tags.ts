import type { Day } from './calendar.ts'
import type { Refusal } from './text.ts'

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

export interface Tag {
  vocabulary: Vocabulary
  code: string
}

export const tagReasons = ['tag-unknown', 'tag-twice', 'tags-too-many'] as const
export type TagReason = (typeof tagReasons)[number]

/** Why a point can not carry these tags; empty when it can. A fault is laid on its vocabulary, where the form shows it. */
export function refuseTags(tags: readonly Tag[]): Refusal<TagReason>[] {
  return vocabularies.flatMap((vocabulary) => {
    const codes = tags.filter((tag) => tag.vocabulary === vocabulary).map(({ code }) => code)
    const refusals: Refusal<TagReason>[] = []
    if (codes.some((code) => !codesOf[vocabulary].includes(code)))
      refusals.push({ code: 'tag-unknown', field: vocabulary })
    if (new Set(codes).size < codes.length) refusals.push({ code: 'tag-twice', field: vocabulary })
    if (codes.length > mostTags[vocabulary]) refusals.push({ code: 'tags-too-many', field: vocabulary })
    return refusals
  })
}

/** The day the government decided the national strategy: no plan adopted before it can have been written for it. */
const strategyDecidedOn: Day = '2025-01-10'

/** Whether a plan was tied to a vocabulary's goals only afterwards, since it was adopted before they were there. */
export const tiedAfterwards = (vocabulary: Vocabulary, adoptedOn: Day): boolean =>
  vocabulary === 'national-strategy' && adoptedOn < strategyDecidedOn

/** In the order of the vocabularies and their codes, which is no order of weight. */
export const inTagOrder = <T extends Tag>(tags: readonly T[]): T[] =>
  [...tags].sort(
    (a, b) =>
      vocabularies.indexOf(a.vocabulary) - vocabularies.indexOf(b.vocabulary) ||
      Number(a.code) - Number(b.code),
  )
