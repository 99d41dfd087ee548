import { dayText, kept, nameWithin, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import { textJson, type MaskedText, type TextJson } from './json.ts'
import type { StoredText } from './store.ts'

/** In which language something is said, and in whose words. */
export interface Speaking {
  lang: Lang
  say: Say
  words: Words
}

/** The sentence in the place of what was taken away: on which day, and why. */
export const maskedText = ({ on, because }: MaskedText, { lang, say, words }: Speaking): string =>
  say(words.common.masked, { day: dayText(lang, on), because })

/** What somebody wrote, as it travels, or that it has been taken away and why; null where nothing was written. */
export function wroteText(said: TextJson | null, speaking: Speaking): string | null {
  if (said?.masked) return maskedText(said.masked, speaking)
  return said?.text ? kept(said.text) : null
}

/** The same of a text as it is stored, and whether it has been taken away. */
export function shownText(
  said: StoredText | null,
  speaking: Speaking,
): { text: string; masked: boolean } | undefined {
  const text = wroteText(said && textJson(said), speaking)
  return text === null ? undefined : { text, masked: said?.body === null }
}

/** "Enhetschef, socialkontoret": whose word something is. */
export const whoText = (byFunction: string, organisation: string | null | undefined): string =>
  organisation ? `${byFunction}, ${nameWithin(organisation)}` : byFunction
