import { personalDataIn } from '#domain/personal-data.ts'
import type { Words } from '#words/index.ts'
import type { FieldError } from './form.svelte.ts'
import type { TextContext } from './view-context.ts'

/** What the free texts of a form seem to say of one person, as questions to whoever wrote them (A05). */
export function doubtsIn(texts: Readonly<Record<string, string>>, { words, say }: TextContext): FieldError[] {
  return Object.entries(texts).flatMap(([field, text]) =>
    personalDataIn(text).map((kind) => ({
      field,
      text: `${say(words.saving.doubt[kind])} ${say(words.saving.doubtMistaken)}`,
      doubt: `${field} ${kind} ${text}`,
    })),
  )
}

/** The sentence for a refusal the server or a rule gave, with the plan's own nouns. */
export const refusalTextOf =
  ({ words, say }: TextContext) =>
  ({ code, title }: { code: string; title: string }): string => {
    const known = Object.entries(words.refusals).find(([name]) => name === code)
    return known ? say(known[1]) : title
  }

/** A rule's refusals as the form shows them. */
export const fieldErrors = (
  refusals: readonly { code: keyof Words['refusals']; field: string }[],
  { words, say }: TextContext,
): FieldError[] => refusals.map(({ code, field }) => ({ field, text: say(words.refusals[code]) }))
