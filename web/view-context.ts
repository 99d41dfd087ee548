import { createContext } from 'svelte'
import type { Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { Layout } from '../server/http/layout.ts'

/** What every component of a page can read without being handed it. Take it apart in a `$derived`: then it follows the page. */
export interface ViewContext {
  readonly layout: Layout
  /** The catalogues that `pages.ts` names for this view, and no others. */
  readonly words: Words
  /** Speaks the reader's language, with the plan's nouns. */
  readonly say: Say
  /** The reader's language. */
  readonly lang: Lang
  /** The language of what people wrote, where it is not the reader's: what `lang` an element of it carries (P16). */
  readonly contentLang: string | undefined
}

/** What a rule's refusal is made a sentence with. */
export type TextContext = Pick<ViewContext, 'words' | 'say'>

/** `getViewContext` throws where no page stands around the component, and outside of a component's beginning. */
export const [getViewContext, setViewContext] = createContext<ViewContext>()

/** As the context around it, but with another voice and another language of contents: for a part that is about a plan of its own. */
export function contextOfPlan(
  around: ViewContext,
  plan: { say: () => Say; contentLang: () => string | undefined },
): ViewContext {
  return {
    get layout() {
      return around.layout
    },
    get words() {
      return around.words
    },
    get say() {
      return plan.say()
    },
    get lang() {
      return around.lang
    },
    get contentLang() {
      return plan.contentLang()
    },
  }
}
