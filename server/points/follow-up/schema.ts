import { Type, type Static } from 'typebox'
import { stillAnswers, type StillAnswer } from '#domain/afterwards.ts'
import { Maybe, Shape, Whole, Words } from '../../http/schema.ts'

/** What whoever answers for an embedded point says of it, with words where they want to. */
export const NewStillAnswer = Shape({
  answer: Type.Unsafe<StillAnswer>({ type: 'string', enum: [...stillAnswers] }),
  text: Type.Optional(Maybe(Words(4000))),
})
export type NewStillAnswer = Static<typeof NewStillAnswer>

export const StillAnswered = Shape({ id: Whole, answer: Type.String() })
export type StillAnswered = Static<typeof StillAnswered>

export const StillAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  id: Type.String({ pattern: '^[0-9]{1,15}$' }),
})
