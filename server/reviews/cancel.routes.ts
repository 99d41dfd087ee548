import { Type, type Static } from 'typebox'
import { responses, type Routes } from '../http/routes.ts'
import { ClaimedLine, Maybe, StrictObject, ReviewAddress } from '../http/schema.ts'
import { writeOnce } from '../http/write-once.ts'
import { cancelReview } from './cancel.store.ts'
import { reviewWhole } from './json.ts'
import { ReviewWhole } from './schema.ts'

/** That a review day will not be held; the reason is shown to everybody. */
export const NewCancellation = StrictObject({ reason: Type.Optional(Maybe(ClaimedLine)) })
export type NewCancellation = Static<typeof NewCancellation>

/** Cancelling a planned review day. */
export const cancellationRoutes: Routes = (api, dependencies) => {
  api.put(
    '/plans/:plan/reviews/:term/cancellation',
    {
      config: { permission: 'review.plan', trail: 'review.cancel' },
      schema: { params: ReviewAddress, body: NewCancellation, response: responses(200, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { term } = request.params
        await cancelReview(tx, plan, term, request.body.reason, context)
        return reviewWhole(tx, plan, term, { now: context.now, inside: true })
      }),
  )
}
