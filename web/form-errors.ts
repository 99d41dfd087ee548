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

/** The sentence for a refusal the server or a rule gave: the page's own where it carries one, else as the server said it, in the same language. */
export const refusalTextOf =
  ({ words, say }: TextContext) =>
  ({ code, title }: { code: string; title: string }): string => {
    const known = Object.entries(words.refusals).find(([name]) => name === code)
    return known ? say(known[1]) : title
  }

/**
 * A rule's refusals as the form shows them. A page carries the sentences of its own rules (`refusals` of its `x.page.ts`); of another the
 * form says nothing here, and the server, which has the same rule, refuses with the sentence.
 */
export function fieldErrors(
  refusals: readonly { code: keyof Words['refusals']; field: string }[],
  { words, say }: TextContext,
): FieldError[] {
  const sentences: Partial<Words['refusals']> = words.refusals
  return refusals.flatMap(({ code, field }) => {
    const sentence = sentences[code]
    return sentence === undefined ? [] : [{ field, text: say(sentence) }]
  })
}
