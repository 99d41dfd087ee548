import { refuseFeedbackAnswer } from '#domain/feedback.ts'
import { responses, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { refuseFor } from '../http/refusal.ts'
import { note } from '../trail/store.ts'
import { reachOf, handleFeedback } from './store.ts'
import { FeedbackAddress, HandledFeedback, NewFeedbackAnswer } from './schema.ts'

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
