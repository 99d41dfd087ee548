import { Type, type Static } from 'typebox'
import { feedbackLimits } from '#domain/feedback.ts'
import { Maybe, StrictObject, Whole, Words } from '../http/schema.ts'

export const FeedbackAddress = StrictObject({ id: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) })

/** What is answered; null marks a message as dealt with and sends nothing. */
export const NewFeedbackAnswer = StrictObject({ text: Maybe(Words(feedbackLimits.answer * 2)) })
export type NewFeedbackAnswer = Static<typeof NewFeedbackAnswer>

export const HandledFeedback = StrictObject({
  id: Whole,
  /** Whether a mail goes to whoever wrote. */
  sent: Type.Boolean(),
})
export type HandledFeedback = Static<typeof HandledFeedback>
