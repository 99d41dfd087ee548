import { Type, type Static } from 'typebox'
import { Dated, OutlookName, Split, StatusName } from '../frame.ts'
import { TallyGroup } from '../plans/shapes.ts'

/** What was decided, with who and when as one text. */
export const SlideDecision = Type.Object({
  id: Type.Integer(),
  text: Type.String(),
  masked: Type.Optional(Type.Boolean()),
  by: Type.Optional(Type.String()),
  /** The points it names, where it is told away from them. */
  points: Type.Optional(Type.String()),
})
export type SlideDecision = Static<typeof SlideDecision>

/**
 * What the projector shows, and those who follow: nothing that is not named here travels. No notes, drafts, names, files or video link.
 */
export const Slide = Type.Object({
  kind: Type.Unsafe<'start' | 'point' | 'example' | 'end'>({ type: 'string' }),
  showing: Type.String(),
  version: Type.Integer(),
  /** "Avstämning hösten 2023", and the plan's title. */
  review: Type.String(),
  plan: Type.String(),
  held: Dated,
  /** "Punkt 7 av 25 att gå igenom". */
  place: Type.String(),
  standing: Split,
  groups: Type.Array(TallyGroup),
  point: Type.Optional(
    Type.Object({
      number: Type.String(),
      title: Type.String(),
      lead: Type.String(),
      status: StatusName,
      outlook: Type.Optional(OutlookName),
      mergedInto: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String()),
      rows: Type.Array(
        Type.Object({ label: Type.String(), text: Type.String(), asks: Type.Optional(Type.Boolean()) }),
      ),
      decisions: Type.Array(SlideDecision),
    }),
  ),
  example: Type.Optional(
    Type.Object({
      of: Type.String(),
      what: Type.String(),
      counts: Type.Optional(Type.String()),
      who: Type.String(),
      day: Dated,
    }),
  ),
  /** At the end: everything that was decided. */
  decided: Type.Optional(Type.Array(SlideDecision)),
})
export type Slide = Static<typeof Slide>
