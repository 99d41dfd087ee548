import { Type, type Static } from 'typebox'
import { OrganisationName, SaidShape } from '../points/schema.ts'
import { Completion } from '../plans/schema.ts'
import { ClaimedDay, Code, Day, Instant, Line, Maybe, Shape, Whole } from '../shapes.ts'

export const NewReview = Shape({ heldOn: ClaimedDay, term: Type.Optional(Type.String({ maxLength: 12 })) })
export type NewReview = Static<typeof NewReview>
export const MovedReview = Shape({ heldOn: ClaimedDay })

export const NewDecision = Shape({
  text: Line(500),
  responsible: Type.Optional(
    Shape({ organisation: Type.Optional(Code), function: Type.Optional(Line(120)) }),
  ),
  dueOn: Type.Optional(Maybe(Day)),
  points: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 200 })),
})
export type NewDecision = Static<typeof NewDecision>

/** Closing says which update was the plan's latest when it was pressed, so that nothing unseen is frozen. */
export const NewClosure = Shape({
  basedOn: Maybe(Type.Integer({ minimum: 1 })),
  decisions: Type.Optional(Type.Array(NewDecision, { maxItems: 100 })),
})
export type NewClosure = Static<typeof NewClosure>

export const DecisionRow = Shape({
  text: SaidShape,
  responsible: Shape({ organisation: Maybe(OrganisationName), function: Maybe(Type.String()) }),
  dueOn: Maybe(Day),
  points: Type.Array(Type.String()),
})

export const ReviewRow = Shape({
  term: Type.String(),
  heldOn: Day,
  closedAt: Maybe(Instant),
  hash: Maybe(Type.String()),
  completion: Maybe(Completion),
})
export const Reviews = Shape({ items: Type.Array(ReviewRow), next: Maybe(Type.String()) })

export const ReviewWhole = Shape({
  term: Type.String(),
  heldOn: Day,
  closedAt: Maybe(Instant),
  hash: Maybe(Type.String()),
  previousHash: Maybe(Type.String()),
  completion: Maybe(Completion),
  /** What a closure of the plan's next review day is based on: its latest update. */
  latestUpdate: Maybe(Whole),
  /** The stored text itself, as it was hashed; its free texts stand beside it in `texts`. */
  snapshot: Maybe(Type.String()),
  texts: Type.Array(Shape({ id: Whole, sha256: Type.String(), text: Maybe(Type.String()) })),
})
export type ReviewWhole = Static<typeof ReviewWhole>
