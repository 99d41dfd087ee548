import { Type, type Static } from 'typebox'
import { SaidShape } from '../../texts/json.ts'
import { Day, Instant, Maybe, Shape, Whole, Words } from '../../http/schema.ts'

/** What became of a decision. */
export const NewDecisionAnswer = Shape({ done: Type.Boolean(), text: Words(4000) })
export type NewDecisionAnswer = Static<typeof NewDecisionAnswer>

/** A correction in words beside a closed report; of one point, or of the whole. */
export const NewRemark = Shape({
  text: Words(8000),
  point: Type.Optional(Maybe(Type.String({ maxLength: 20 }))),
})
export type NewRemark = Static<typeof NewRemark>

const byWhom = { recordedAt: Instant, byFunction: Type.String() }

/** A decision of a closed review day, with what has been said of it since. */
export const DecisionRow = Shape({
  id: Whole,
  term: Type.String(),
  text: SaidShape,
  dueOn: Maybe(Day),
  points: Type.Array(Type.String()),
  done: Type.Boolean(),
  answers: Type.Array(Shape({ id: Whole, done: Type.Boolean(), text: SaidShape, ...byWhom })),
})
export type DecisionRow = Static<typeof DecisionRow>
export const Decisions = Shape({ items: Type.Array(DecisionRow), next: Maybe(Type.String()) })

export const RemarkRow = Shape({ id: Whole, point: Maybe(Type.String()), text: SaidShape, ...byWhom })
export type RemarkRow = Static<typeof RemarkRow>
export const Remarks = Shape({ items: Type.Array(RemarkRow), next: Maybe(Type.String()) })

const RowId = Type.String({ pattern: '^[0-9]{1,15}$' })
export const DecisionAddress = Type.Object({ plan: Type.String({ maxLength: 60 }), id: RowId })
