import * as en from './en/catalogues.ts'
import type { SameAs } from './say.ts'
import * as sv from './sv/catalogues.ts'

/** Every sentence of the product, by language and catalogue. Only the server imports this: a page is handed the catalogues it names. */
export type Words = SameAs<typeof sv>
export type Catalogue = keyof Words

export const words: { sv: Words; en: Words } = { sv, en }

/** The catalogues a page named, and no others. */
export function cataloguesOf<Name extends Catalogue>(
  lang: 'sv' | 'en',
  names: readonly Name[],
): Pick<Words, Name> {
  const spoken: Words = words[lang]
  return Object.fromEntries(names.map((name) => [name, spoken[name]])) as Pick<Words, Name>
}
