import { isDay } from '#domain/calendar.ts'
import { isBlank } from '#domain/text.ts'
import type { NewDecision } from '../../../server/reviews/schema.ts'
import type { FieldError } from '../../form.svelte.ts'
import { doubtsIn } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'
import { responsibleOf } from './responsible.ts'

/** A decision as it stands in the form, as text; '' where nothing was said. */
export type DecisionDraft = {
  text: string
  organisation: string
  function: string
  dueOn: string
  points: string
}

export const emptyDecision = (): DecisionDraft => ({
  text: '',
  organisation: '',
  function: '',
  dueOn: '',
  points: '',
})

/** "7, 15 och 16" as numbers of points; a number may hold a space, so only commas and the word part them. */
export const numbersIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;]|\s(?:och|and)\s/)
      .map((number) => number.trim())
      .filter((number) => number !== ''),
  ),
]

/** What was decided, as the server wants it. */
export const decisionsOf = (drafts: readonly DecisionDraft[]): NewDecision[] =>
  drafts.map((draft) => ({
    text: draft.text.trim(),
    responsible: responsibleOf(draft.organisation, draft.function.trim()),
    dueOn: draft.dueOn === '' ? null : draft.dueOn,
    points: numbersIn(draft.points),
  }))

/** What is wrong with the decisions before they are sent; a field is named as the server names it. */
export function errorsIn(
  decisions: readonly NewDecision[],
  known: readonly string[],
  { words, say }: TextContext,
): FieldError[] {
  const spoken = words.closing
  return decisions.flatMap((decision, index) => {
    const field = (name: string) => `decisions.${index}.${name}`
    const unknown = (decision.points ?? []).find((number) => !known.includes(number))
    return [
      ...(isBlank(decision.text) ? [{ field: field('text'), text: say(spoken.textMissing) }] : []),
      ...doubtsIn({ [field('text')]: decision.text }, { words, say }),
      ...(decision.dueOn && !isDay(decision.dueOn)
        ? [{ field: field('dueOn'), text: say(spoken.dueOnMalformed) }]
        : []),
      ...(unknown === undefined
        ? []
        : [{ field: field('points'), text: say(spoken.pointsUnknown, { number: unknown }) }]),
    ]
  })
}
