import { Type, type Static } from 'typebox'
import { TextJson } from '../../texts/json.ts'
import { Day, Instant, Maybe, StrictObject, Whole, Words } from '../../http/schema.ts'

/** What became of a decision. */
export const NewDecisionAnswer = StrictObject({ done: Type.Boolean(), text: Words(4000) })
export type NewDecisionAnswer = Static<typeof NewDecisionAnswer>

/** A correction in words beside a closed report; of one point, or of the whole. */
export const NewRemark = StrictObject({
  text: Words(8000),
  point: Type.Optional(Maybe(Type.String({ maxLength: 20 }))),
})
export type NewRemark = Static<typeof NewRemark>

const byWhom = { recordedAt: Instant, byFunction: Type.String() }

/** A decision of a closed review day, with what has been said of it since. */
export const DecisionRow = StrictObject({
  id: Whole,
  term: Type.String(),
  text: TextJson,
  dueOn: Maybe(Day),
  points: Type.Array(Type.String()),
  done: Type.Boolean(),
  answers: Type.Array(StrictObject({ id: Whole, done: Type.Boolean(), text: TextJson, ...byWhom })),
})
export type DecisionRow = Static<typeof DecisionRow>
export const Decisions = StrictObject({ items: Type.Array(DecisionRow), next: Maybe(Type.String()) })

export const RemarkRow = StrictObject({ id: Whole, point: Maybe(Type.String()), text: TextJson, ...byWhom })
export type RemarkRow = Static<typeof RemarkRow>
export const Remarks = StrictObject({ items: Type.Array(RemarkRow), next: Maybe(Type.String()) })

const RowId = Type.String({ pattern: '^[0-9]{1,15}$' })
export const DecisionAddress = Type.Object({ plan: Type.String({ maxLength: 60 }), id: RowId })
