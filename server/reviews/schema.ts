import { Type, type Static } from 'typebox'
import type { ReviewState } from '#domain/review.ts'
import { TextJson } from '../texts/json.ts'
import { Completion } from '../plans/schema.ts'
import {
  ClaimedDay,
  ClaimedLine,
  Code,
  Day,
  Instant,
  Line,
  Maybe,
  StrictObject,
  Whole,
  Words,
} from '../http/schema.ts'
import { OrganisationName } from '../people/schema.ts'

const Clock = Type.String({ maxLength: 20, description: 'A Swedish clock, 13:00.' })
/** What is told of a review day besides its day; the rules say what is wrong with it. */
const facts = {
  startsAt: Type.Optional(Maybe(Clock)),
  endsAt: Type.Optional(Maybe(Clock)),
  place: Type.Optional(Maybe(ClaimedLine)),
  videoUrl: Type.Optional(Maybe(ClaimedLine)),
  guest: Type.Optional(Maybe(ClaimedLine)),
  agenda: Type.Optional(Maybe(Words(4000))),
  preparedFrom: Type.Optional(Maybe(ClaimedDay)),
}
export const NewReview = StrictObject({
  heldOn: ClaimedDay,
  term: Type.Optional(Type.String({ maxLength: 12 })),
  ...facts,
})
export type NewReview = Static<typeof NewReview>
export const NewReviews = StrictObject({ reviews: Type.Array(NewReview, { minItems: 1, maxItems: 20 }) })
export type NewReviews = Static<typeof NewReviews>
export const ChangedReview = StrictObject({ heldOn: ClaimedDay, ...facts })
export type ChangedReview = Static<typeof ChangedReview>

export const NewParticipant = StrictObject({
  function: Line(120),
  organisation: Type.Optional(Maybe(Code)),
  /** Null until somebody has said. */
  attended: Type.Optional(Maybe(Type.Boolean())),
})
export type NewParticipant = Static<typeof NewParticipant>
export const NewParticipants = StrictObject({ participants: Type.Array(NewParticipant, { maxItems: 200 }) })
export const Participants = StrictObject({
  items: Type.Array(
    StrictObject({
      function: Type.String(),
      organisation: Maybe(OrganisationName),
      attended: Maybe(Type.Boolean()),
    }),
  ),
  next: Maybe(Type.String()),
})
export type Participants = Static<typeof Participants>

export const NewDecision = StrictObject({
  text: Line(500),
  responsible: Type.Optional(
    StrictObject({ organisation: Type.Optional(Code), function: Type.Optional(Line(120)) }),
  ),
  dueOn: Type.Optional(Maybe(Day)),
  points: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 200 })),
})
export type NewDecision = Static<typeof NewDecision>

/** Closing says which update was the plan's latest when it was pressed, so that nothing unseen is frozen. */
export const NewClosure = StrictObject({
  basedOn: Maybe(Type.Integer({ minimum: 1 })),
  decisions: Type.Optional(Type.Array(NewDecision, { maxItems: 100 })),
})
export type NewClosure = Static<typeof NewClosure>

export const DecisionRow = StrictObject({
  text: TextJson,
  responsible: StrictObject({ organisation: Maybe(OrganisationName), function: Maybe(Type.String()) }),
  dueOn: Maybe(Day),
  points: Type.Array(Type.String()),
})

const told = {
  term: Type.String(),
  heldOn: Day,
  state: Type.Unsafe<ReviewState>({ type: 'string' }),
  startsAt: Maybe(Type.String()),
  endsAt: Maybe(Type.String()),
  place: Maybe(Type.String()),
  guest: Maybe(TextJson),
  agenda: Maybe(TextJson),
  preparedFrom: Day,
  /** Only for those who work with the plan (K04). */
  videoUrl: Maybe(Type.String()),
  /** When it was cancelled, and why where somebody has said it. */
  cancelledAt: Maybe(Instant),
  cancelledBecause: Maybe(TextJson),
}

export const ReviewRow = StrictObject({
  ...told,
  closedAt: Maybe(Instant),
  hash: Maybe(Type.String()),
  completion: Maybe(Completion),
})
export const Reviews = StrictObject({ items: Type.Array(ReviewRow), next: Maybe(Type.String()) })
export type Reviews = Static<typeof Reviews>

export const ReviewWhole = StrictObject({
  ...told,
  closedAt: Maybe(Instant),
  hash: Maybe(Type.String()),
  previousHash: Maybe(Type.String()),
  completion: Maybe(Completion),
  /** What a closure of the plan's next review day is based on: its latest update. */
  latestUpdate: Maybe(Whole),
  /** The stored text itself, as it was hashed; its free texts stand beside it in `texts`. */
  snapshot: Maybe(Type.String()),
  texts: Type.Array(StrictObject({ id: Whole, sha256: Type.String(), text: Maybe(Type.String()) })),
})
export type ReviewWhole = Static<typeof ReviewWhole>
