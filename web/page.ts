import type { Frame } from '../server/http/layout.ts'
import type { Words } from '#words/index.ts'
import { speaker, type Say } from '#words/say.ts'

/** What a page is made of, as it is handed to `render` and, as JSON, to the browser. */
export type PageProps<Data = unknown> = { frame: Frame; data: Data; words: Words }

/** What every view is given. `words` hold the rooms that `pages.ts` names for it, and no others. */
export type ViewProps<Data> = PageProps<Data> & { say: Say }

/** The voice of a page: its language and its plan's nouns. */
export const voiceOf = (frame: Frame): Say => speaker(frame.lang, frame.labels)

/** The address of a point. Numbers are text: `Ü1`, `B5+6`. */
export const pointPath = (planPath: string, number: string): string =>
  `${planPath}/punkter/${encodeURIComponent(number)}`

/** The address of a review day's report. */
export const reportPath = (planPath: string, term: string): string => `${planPath}/avstamningar/${term}`

/** The language of what people wrote, where it is not the reader's: what `lang` an element of it carries (P16). */
export const writtenIn = (frame: Frame): string | undefined =>
  frame.plan && frame.plan.lang !== frame.lang ? frame.plan.lang : undefined
