import { Type, type Static } from 'typebox'
import { feedbackLimits, refuseFeedbackAnswer } from '#domain/feedback.ts'
import { refuseFor } from '../http/refusal.ts'
import { responses, type Routes } from '../http/routes.ts'
import { Maybe, StrictObject, Whole, Words } from '../http/schema.ts'
import { writeOnce } from '../http/write-once.ts'
import { note } from '../trail/store.ts'
import { reachOf, handleFeedback } from './store.ts'

const FeedbackAddress = StrictObject({ id: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) })

/** What is answered; null marks a message as dealt with and sends nothing. */
export const NewFeedbackAnswer = StrictObject({ text: Maybe(Words(feedbackLimits.answer * 2)) })
export type NewFeedbackAnswer = Static<typeof NewFeedbackAnswer>

export const HandledFeedback = StrictObject({
  id: Whole,
  /** Whether a mail goes to whoever wrote. */
  sent: Type.Boolean(),
})
export type HandledFeedback = Static<typeof HandledFeedback>

/** What readers wrote is dealt with, with an answer that is mailed or without (K10). */
export const feedbackRoutes: Routes = (api, dependencies) => {
  api.put(
    '/feedback/:id/answer',
    {
      config: { permission: 'feedback.answer' },
      schema: { params: FeedbackAddress, body: NewFeedbackAnswer, response: responses(200, HandledFeedback) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, context, viewer }) => {
        const id = Number(request.params.id)
        const { text } = request.body
        if (text !== null) refuseFor(refuseFeedbackAnswer(text))
        const how = { reach: await reachOf(tx, viewer), answer: text, mail: dependencies.mail !== undefined }
        const { planId, sent } = await handleFeedback(tx, id, how, {
          personId: context.by.personId,
          now: context.now,
        })
        note(context, {}, { planId })
        return { id, sent }
      }),
  )
}
