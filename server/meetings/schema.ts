import { Type, type Static } from 'typebox'
import { OrganisationName, SaidShape } from '../points/schema.ts'
import { NewDecision } from '../reviews/schema.ts'
import { Day, Instant, Line, Maybe, ReviewAddress, Shape, Whole } from '../shapes.ts'

const Id = Type.Integer({ minimum: 1 })

/** The whole order, or none: then it makes itself. `version` is that of the order the person saw. */
export const NewAgenda = Shape({
  numbers: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 500 }),
  version: Whole,
})
export type NewAgenda = Static<typeof NewAgenda>

export const AgendaWhole = Shape({
  items: Type.Array(Shape({ number: Type.String(), part: Type.String() })),
  chosen: Type.Boolean(),
  version: Whole,
})
export type AgendaWhole = Static<typeof AgendaWhole>

export const MeetingChange = Shape({ open: Type.Boolean() })
export type MeetingChange = Static<typeof MeetingChange>

export const NewShowing = Shape({ showing: Type.String({ minLength: 1, maxLength: 40 }), version: Whole })
export type NewShowing = Static<typeof NewShowing>

export const NewLiveDecision = Shape({ ...NewDecision.properties, replaces: Type.Optional(Maybe(Id)) })
export type NewLiveDecision = Static<typeof NewLiveDecision>

export const NewComment = Shape({
  text: Line(1000),
  /** The number of a point; left out for what was said of the whole. */
  point: Type.Optional(Maybe(Type.String({ maxLength: 20 }))),
  replaces: Type.Optional(Maybe(Id)),
})
export type NewComment = Static<typeof NewComment>

/** What was entered was never decided or said. */
export const Withdrawal = Shape({})

export const EnteredAddress = Type.Object({
  ...ReviewAddress.properties,
  id: Type.String({ pattern: '^[0-9]{1,15}$' }),
})

export const MeetingWhole = Shape({
  open: Type.Boolean(),
  /** What it is followed by; null when it is not under way. */
  code: Maybe(Type.String()),
  showing: Maybe(Type.String()),
  version: Whole,
  decisions: Type.Array(
    Shape({
      id: Whole,
      text: SaidShape,
      responsible: Shape({ organisation: Maybe(OrganisationName), function: Maybe(Type.String()) }),
      dueOn: Maybe(Day),
      points: Type.Array(Type.String()),
      recordedAt: Instant,
    }),
  ),
  comments: Type.Array(
    Shape({ id: Whole, text: SaidShape, point: Maybe(Type.String()), recordedAt: Instant }),
  ),
})
export type MeetingWhole = Static<typeof MeetingWhole>
