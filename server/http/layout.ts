import { Type, type Static } from 'typebox'
import type { Outlook, Status } from '#domain/status.ts'
import type { Lang } from '#words/format.ts'
import type { Labels } from '#words/labels.ts'
import type { Script } from './page.ts'
import type { Read } from '../trail/readings.ts'
import { Maybe } from './schema.ts'

/** Shapes that several pages share. A serializer lets through only what is named here; what is not there is null. */
export const StatusName = Type.Unsafe<Status>({ type: 'string' })
export const OutlookName = Type.Unsafe<Outlook>({ type: 'string' })
export const Dated = Type.Object({ text: Type.String(), day: Type.String() })
export const Link = Type.Object({ text: Type.String(), href: Maybe(Type.String()) })
export const LabelChoice = Type.Unsafe<Labels>(
  Type.Object({ point: Type.String(), area: Type.String(), office: Type.String(), statement: Type.String() }),
)

/** A sentence around one marked stretch, cut by `say.split`. */
export const Split = Type.Unsafe<[before: string, marked: string, after: string]>({
  type: 'array',
  items: { type: 'string' },
})

/** What stands around every page: head, top, example line, foot. */
export const Layout = Type.Object({
  lang: Type.Unsafe<Lang>({ type: 'string' }),
  /** '' or '/en': what every address of this reader begins with. */
  base: Type.String(),
  /** This page's own address, and the same page in the other language; both without origin. */
  path: Type.String(),
  otherPath: Type.String(),
  /** The plan's feed of changes, without origin. */
  feed: Maybe(Type.String()),
  /** `PUBLIC_URL` without a last slash, or '' where nobody has said it. */
  origin: Type.String(),
  title: Type.String(),
  description: Type.String(),
  example: Type.Boolean(),
  /** Answers that no search engine should keep: examples, problems, signed-in pages. */
  hidden: Type.Boolean(),
  labels: LabelChoice,
  municipality: Maybe(Type.String()),
  /** The plan the page belongs to; `lang` is the language its contents are written in, `sourced` that they are real and borrowed. */
  plan: Maybe(
    Type.Object({
      slug: Type.String(),
      title: Type.String(),
      lang: Type.String(),
      path: Type.String(),
      sourced: Type.Boolean(),
    }),
  ),
  nav: Type.Array(Type.Object({ label: Type.String(), href: Type.String(), current: Type.Boolean() })),
  /** The function of the person signed in, never a name. */
  viewer: Maybe(Type.String()),
  /** How long that person stays signed in without doing anything, in whole seconds. */
  session: Maybe(Type.Object({ seconds: Type.Integer() })),
  /** What that person can do from this page. */
  actions: Maybe(Type.Array(Type.Object({ label: Type.String(), href: Type.String() }))),
  footer: Type.Object({
    support: Type.Array(Type.Object({ what: Type.String(), number: Type.String() })),
    updated: Maybe(Type.Object({ day: Dated, by: Type.String() })),
    publisher: Maybe(Type.String()),
    contact: Type.String(),
    /** Where a reader says what they think of this page (K10); null on pages for those signed in, and where the address is a key. */
    feedback: Maybe(Type.String()),
    /** Where one follows and shares the plan. */
    follow: Maybe(Type.String()),
    csv: Maybe(Type.String()),
    json: Maybe(Type.String()),
  }),
})
export type Layout = Static<typeof Layout>

/** What a page's loader hands over: its data, and what the layout must know. A loader that finds nothing to show answers undefined: 404. */
export type PageAnswer<Data> = {
  data: Data
  title: string
  description: string
  plan?: LayoutPlan
  /** The page shows nothing but itself: no menu, and whoever is signed in is not told. */
  alone?: true
  /** Others' personal data that the page shows: they leave a row in the trail before the page is sent (S03). */
  reading?: Read
  /** Which link of the menu is this page's. */
  current?: 'home' | 'plan' | 'reviews' | 'about' | 'examples' | 'mine' | 'log'
  /** What the browser runs, where that depends on who is looking. */
  script?: Script
  /** The status of the answer, where it is another than 200. */
  status?: number
}

/** What the layout needs of a plan: its row and its last word. */
export type LayoutPlan = {
  id: number
  slug: string
  title: string
  municipality: string
  language: string
  labels: Labels
  support: { what: string; number: string }[]
  publisher: string | null
  source: string | null
  /** The last thing recorded in the plan, and whose word it was: "folkhälsostrateg, kommunstyrelsekontoret". */
  updated: { day: string; by: string } | null
}
