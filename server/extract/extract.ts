import type { Instant } from '#domain/calendar.ts'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker, type Entry } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import { everythingAbout } from './store.ts'

/** Everything kept about a person, with what it is in plain words (GDPR art. 15, S07). */
export interface Extract {
  format: 1
  about: string
  madeAt: Instant
  parts: Record<string, { about: string; rows: Record<string, unknown>[] }>
}

/** Makes the register extract of a person. */
export async function extractOf(tx: Tx, personId: number, lang: Lang, now: Date): Promise<Extract> {
  const spoken = words[lang].extract
  const say = speaker(lang)
  const told: { [part: string]: Entry } = spoken.parts
  const everything = Object.entries(await everythingAbout(tx, personId))
  return {
    format: 1,
    about: say(spoken.about),
    madeAt: now.toISOString(),
    parts: Object.fromEntries(
      everything.map(([name, rows]) => [name, { about: say(told[name] ?? spoken.other), rows }]),
    ),
  }
}

/** The same as a file people can read. */
export const inFile = (extract: Extract): string => `${JSON.stringify(extract, null, 2)}\n`
