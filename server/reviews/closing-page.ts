import { Type, type Static } from 'typebox'
import type { ClosureReason } from '#domain/review.ts'
import { Dated, OutlookName, Split, StatusName } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { Entered } from '../meetings/entered.ts'
import { TallyGroup } from '../plans/shapes.ts'
import { loadClosing } from './closing-loader.ts'

/** Something written in the plan lately: what is shown when it came after the page was opened. */
const Recent = Type.Object({
  id: Type.Integer(),
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: Type.Optional(OutlookName),
  who: Type.String(),
  at: Type.String(),
  reason: Type.Optional(Type.String()),
})

/** `/{plan}/avstamningar/{term}/stang`: what will be frozen, and what was decided. */
export const ClosingData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  held: Dated,
  /** Why it can not be closed; with the earlier one that must be closed first. */
  refused: Type.Optional(Type.Unsafe<ClosureReason>({ type: 'string' })),
  earlier: Type.Optional(Type.Object({ term: Type.String(), name: Type.String() })),
  /** The plan's latest update: what the closure is based on. */
  basedOn: Type.Optional(Type.Integer()),
  standing: Split,
  divided: Type.Optional(Type.String()),
  groups: Type.Array(TallyGroup),
  heard: Type.String(),
  /** What was decided and said at the meeting and is frozen with the rest. */
  decided: Type.Array(Entered),
  said: Type.Array(Entered),
  silent: Type.Optional(Type.String()),
  points: Type.Array(Type.String()),
  organisations: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  recent: Type.Array(Recent),
})
export type ClosingData = Static<typeof ClosingData>

export const closingPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/stang',
  view: 'reviews/Closing',
  schema: ClosingData,
  access: 'review.close',
  rooms: ['closing', 'entered', 'saving', 'refusals'],
  script: 'page',
  load: loadClosing,
}
