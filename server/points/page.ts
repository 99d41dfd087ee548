import { Type, type Static } from 'typebox'
import { Dated, OutlookName, Split, StatusName } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { ToldStill } from '../still/told.ts'
import { ToldTags } from '../tags/told.ts'
import { loadPoint } from './detail.ts'
import { Evidence, OlderWording, PointLink, StoryEntry } from './shapes.ts'

/** `/{plan}/punkter/{number}`: what the point is, how it stands, and its story. */
export const PointData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: Type.Optional(OutlookName),
  mergedInto: Type.Optional(PointLink),
  reopened: Type.Optional(Type.Boolean()),
  added: Type.Optional(Dated),
  updated: Type.Optional(Dated),
  /** Named when the last word is getting old. */
  freshness: Type.Optional(Type.Unsafe<'due' | 'stale' | 'never'>({ type: 'string' })),
  /** What the dates suggest, when that differs from what people say (F18). */
  suggestion: Type.Optional(Type.String()),
  /** The latest words about it, in the plan's language. */
  latest: Type.Optional(Type.String()),
  /** The update the status rests on, by its key in the story. */
  basis: Type.Optional(Type.Object({ key: Type.String(), text: Split })),
  area: Type.Optional(Type.Object({ text: Type.String(), id: Type.String() })),
  description: Type.Optional(Type.String()),
  intendedEffect: Type.Optional(Type.String()),
  lead: Type.Object({ name: Type.String(), function: Type.Optional(Type.String()) }),
  takesPart: Type.Array(Type.String()),
  time: Type.Object({
    text: Type.Optional(Type.String()),
    moved: Type.Optional(Type.String()),
  }),
  /** "9 aktiviteter, 86 deltagare" */
  done: Type.Optional(Type.String()),
  /** How a completed point ended: where it lives on, or what it gave. */
  ending: Type.Optional(
    Type.Array(
      Type.Object({ label: Type.String(), text: Type.String(), own: Type.Optional(Type.Boolean()) }),
    ),
  ),
  /** Whose goals it contributes to. */
  tags: Type.Array(ToldTags),
  evidence: Type.Array(Evidence),
  evidenceMissing: Type.Optional(Type.Boolean()),
  mergedFrom: Type.Array(PointLink),
  story: Type.Array(StoryEntry),
  /** What the receiver has said since it was embedded. */
  still: Type.Array(ToldStill),
  older: Type.Array(OlderWording),
  previous: Type.Optional(PointLink),
  next: Type.Optional(PointLink),
})
export type PointData = Static<typeof PointData>

export const pointPage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/:number',
  view: 'points/Point',
  schema: PointData,
  access: 'open',
  rooms: ['point', 'tags'],
  script: 'none',
  load: loadPoint,
}
