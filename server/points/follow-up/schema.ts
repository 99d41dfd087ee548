import { Type, type Static } from 'typebox'
import { followUpAnswers, type FollowUpAnswer } from '#domain/afterwards.ts'
import { Maybe, StrictObject, Whole, Words } from '../../http/schema.ts'

/** What whoever answers for an embedded point says of it, with words where they want to. */
export const NewFollowUpAnswer = StrictObject({
  answer: Type.Unsafe<FollowUpAnswer>({ type: 'string', enum: [...followUpAnswers] }),
  text: Type.Optional(Maybe(Words(4000))),
})
export type NewFollowUpAnswer = Static<typeof NewFollowUpAnswer>

export const FollowUpAnswered = StrictObject({ id: Whole, answer: Type.String() })
export type FollowUpAnswered = Static<typeof FollowUpAnswered>

export const FollowUpAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  id: Type.String({ pattern: '^[0-9]{1,15}$' }),
})
