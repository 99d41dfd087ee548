import { Type, type Static } from 'typebox'
import { ClaimedLine, Maybe, StrictObject, Whole } from '../http/schema.ts'

const Id = Type.Integer({ minimum: 1 })

/** The areas a plan is to have, in this order; one without an id is new. `basedOn` is the latest id that was seen. */
export const NewFocusAreas = StrictObject({
  items: Type.Array(
    StrictObject({
      id: Type.Optional(Id),
      number: Type.Optional(Maybe(ClaimedLine)),
      title: ClaimedLine,
    }),
    { maxItems: 50 },
  ),
  basedOn: Maybe(Id),
})
export type NewFocusAreas = Static<typeof NewFocusAreas>

export const FocusAreas = StrictObject({
  items: Type.Array(
    StrictObject({ id: Id, number: Maybe(Type.String()), title: Type.String(), points: Whole }),
  ),
  /** The latest area's id: what the next list says it is `basedOn`. */
  latest: Maybe(Id),
  next: Maybe(Type.String()),
})
export type FocusAreas = Static<typeof FocusAreas>
