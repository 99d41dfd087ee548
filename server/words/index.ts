import * as en from './en/rooms.ts'
import type { SameAs } from './say.ts'
import * as sv from './sv/rooms.ts'

/** Every sentence of the product, by language and room. Only the server imports this: a page is handed its own rooms. */
export type Words = SameAs<typeof sv>
export type Room = keyof Words

export const words: { sv: Words; en: Words } = { sv, en }

/** The rooms a page named, and no others. */
export function roomsOf<Name extends Room>(lang: 'sv' | 'en', names: readonly Name[]): Pick<Words, Name> {
  const spoken: Words = words[lang]
  return Object.fromEntries(names.map((name) => [name, spoken[name]])) as Pick<Words, Name>
}
