import { Type, type Static } from 'typebox'
import type { Readiness } from '#domain/readiness.ts'
import { Dated } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { loadBoard } from './board-loader.ts'

const Chip = Type.Object({ number: Type.String(), title: Type.String() })
const Count = Type.Object({
  missing: Type.Integer(),
  needs_help: Type.Integer(),
  nothing_new: Type.Integer(),
  answered: Type.Integer(),
})
const Code = Type.Object({ code: Type.String(), name: Type.String() })

/** Somebody who answers for points – a function and an organisation, never a name – and what they have said of each. */
export const BoardRow = Type.Object({
  key: Type.String(),
  organisation: Type.String(),
  function: Type.Optional(Type.String()),
  /** Nobody answers for these points. */
  nobody: Type.Optional(Type.Boolean()),
  /** "2 gånger, senast 31 oktober" */
  reminded: Type.Optional(Type.String()),
  cells: Type.Array(
    Type.Object({ readiness: Type.Unsafe<Readiness>({ type: 'string' }), points: Type.Array(Chip) }),
  ),
})
export type BoardRow = Static<typeof BoardRow>

/** A point nobody has said anything of: from here it can be answered for on the owner's behalf (F16). */
export const MissingPoint = Type.Object({
  ...Chip.properties,
  who: Type.String(),
  reminded: Type.Optional(Type.String()),
  nobody: Type.Optional(Type.Boolean()),
  lead: Code,
  basedOn: Type.Optional(Type.Integer()),
})
export type MissingPoint = Static<typeof MissingPoint>

/** Help that has been asked for and not taken up (idea 19). */
export const HelpRow = Type.Object({
  id: Type.Integer(),
  ...Chip.properties,
  who: Type.String(),
  text: Type.String(),
  day: Dated,
})
export type HelpRow = Static<typeof HelpRow>

/** `/{plan}/avstamningar/{term}/forberedelse`: who has answered ahead of a review day, and whom we wait for (F14, F24). */
export const BoardData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  /** A closed review day is not prepared any more. */
  closed: Type.Boolean(),
  headline: Type.String(),
  day: Dated,
  /** Whole days left; 0 on the day, negative after it. */
  days: Type.Integer(),
  asked: Type.Optional(Dated),
  /** How many would be asked now; left out when it can not be asked. */
  toAsk: Type.Optional(Type.Integer()),
  mail: Type.Boolean(),
  rows: Type.Array(BoardRow),
  totals: Count,
  missing: Type.Array(MissingPoint),
  help: Type.Array(HelpRow),
})
export type BoardData = Static<typeof BoardData>

export const boardPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/forberedelse',
  view: 'preparation/Board',
  schema: BoardData,
  access: 'review.plan',
  rooms: ['readiness', 'saving', 'refusals'],
  script: 'page',
  load: loadBoard,
}
