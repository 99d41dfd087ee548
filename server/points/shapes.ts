import { Type, type Static } from 'typebox'
import { ShownFile } from '../files/shapes.ts'
import { Dated, Link, OutlookName, Split, StatusName } from '../frame.ts'

/** Another point, to link to. */
export const PointLink = Type.Object({ number: Type.String(), title: Type.String() })

/** Evidence: a title with an address, a reference ("SN 2022/114"), or both. */
export const Evidence = Type.Object({
  title: Type.String(),
  url: Type.Optional(Type.String()),
  reference: Type.Optional(Type.String()),
  file: Type.Optional(ShownFile),
})
export type Evidence = Static<typeof Evidence>

/**
 * One thing that happened. `heading`, `said` and `meta` are the reader's language; `wrote` and `what` are somebody's own words, in
 * the plan's. An activity has `what` and no mark.
 */
export const StoryEntry = Type.Object({
  kind: Type.Unsafe<
    'update' | 'correction' | 'nothing_new' | 'activity' | 'wording' | 'review' | 'beginning'
  >({
    type: 'string',
  }),
  /** Unique on the page, and an anchor, so that a correction can point at what it corrects. */
  key: Type.String(),
  day: Dated,
  status: Type.Optional(StatusName),
  outlook: Type.Optional(OutlookName),
  /** Its marked stretch stands out, the rest does not: "Antagen av kommunfullmäktige", ", § 187". */
  heading: Type.Optional(Split),
  what: Type.Optional(Type.String()),
  said: Type.Optional(Type.String()),
  wrote: Type.Array(Type.String()),
  evidence: Type.Array(Evidence),
  link: Type.Optional(Link),
  /** The pictures and documents that came with it. */
  files: Type.Optional(Type.Array(ShownFile)),
  /** "Avstämning HT23. Enhetschef, socialkontoret" */
  meta: Type.Optional(Type.String()),
  /** One's own activity: the way to log the same once more (A11). */
  again: Type.Optional(Link),
  /** This entry was corrected by that one, or corrects it. */
  corrected: Type.Optional(Link),
  corrects: Type.Optional(Link),
})
export type StoryEntry = Static<typeof StoryEntry>

/** A wording that no longer holds, and until when it held. */
export const OlderWording = Type.Object({
  title: Type.String(),
  description: Type.Optional(Type.String()),
  intendedEffect: Type.Optional(Type.String()),
  held: Type.String(),
})
