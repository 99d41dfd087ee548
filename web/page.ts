import type { Component } from 'svelte'
import type { Layout } from '../server/http/layout.ts'
import type { Words } from '#words/index.ts'
import { speaker, type Say } from '#words/say.ts'

/** What a page is made of, as it is handed to `render` and, as JSON, to the browser. */
export type PageProps<Data = unknown> = { layout: Layout; data: Data; words: Words }

/** What every view is given; the rest it reads from its context (`view-context.ts`). */
export type ViewProps<Data> = { data: Data }

/** What is drawn with a page's context around it: a view, or a part beside it that takes no data. */
export type Drawn = Component<ViewProps<unknown>> | Component<Record<string, never>>

/** The voice of a page: its language and its plan's nouns. */
export const voiceOf = (layout: Layout): Say => speaker(layout.lang, layout.labels)

/** The language of what people wrote, where it is not the reader's: what `lang` an element of it carries (P16). */
export const writtenIn = (layout: Layout): string | undefined =>
  layout.plan && layout.plan.lang !== layout.lang ? layout.plan.lang : undefined
