import { dayOf } from '#domain/calendar.ts'
import { dayText, kept, type Lang, nameWithin } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { StoredText } from './store.ts'

export type Speaking = { lang: Lang; say: Say; words: Words }

/** What somebody wrote, or that it has been removed and why; undefined where nothing was written. */
export function shownText(
  said: StoredText | null,
  { lang, say, words }: Speaking,
): { text: string; masked: boolean } | undefined {
  if (said === null) return undefined
  if (said.body !== null) return { text: kept(said.body), masked: false }
  const day = dayText(lang, dayOf(new Date(said.maskedAt ?? 0)))
  return { text: say(words.common.masked, { day, because: said.because ?? '' }), masked: true }
}

/** "Enhetschef, socialkontoret": whose word something is. */
export const whoText = (byFunction: string, organisation: string | null | undefined): string =>
  organisation ? `${byFunction}, ${nameWithin(organisation)}` : byFunction
