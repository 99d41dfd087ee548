/** Why something can not be recorded, as a code with a sentence in each language, and the field of the claim it is about. */
export type Refusal<Code extends string> = { code: Code; field: string }

/** The longest free texts, in characters: a note is one screen (F10), a reason one line of a list. Schemas and fields use them too. */
export const limits = { note: 4000, result: 4000, reason: 80, what: 2000 } as const

/** Why a line can not stay as long as it is. */
export const lineReasons = ['line-too-long'] as const
export type LineReason = (typeof lineReasons)[number]

/** A refusal for each text that is longer than its line. */
export function refuseLong(
  texts: Readonly<Record<string, string | null | undefined>>,
  longest: Readonly<Record<string, number>>,
): Refusal<LineReason>[] {
  return Object.entries(texts)
    .filter(([field, text]) => lengthOf(text ?? '') > (longest[field] ?? Infinity))
    .map(([field]) => ({ code: 'line-too-long', field }))
}

/** Whether nothing was written: absent, or only space. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === ''
}

/** Length in characters as JSON Schema counts them, not in UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** Whether a text is an address a reader can follow: http or https, nothing that runs. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/** Two ways of writing the same: case and space around do not tell values and names apart. */
export const folded = (text: string): string => text.trim().toLowerCase()
