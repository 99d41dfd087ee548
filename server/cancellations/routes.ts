import { answers, type Routes } from '../api.ts'
import { writeOnce } from '../door.ts'
import { findPlan } from '../plans/store.ts'
import { reviewWhole } from '../reviews/answer.ts'
import { ReviewWhole } from '../reviews/schema.ts'
import { ReviewAddress } from '../shapes.ts'
import { NewCancellation } from './schema.ts'
import { cancelReview } from './store.ts'

/** Cancelling a planned review day. */
export const cancellationRoutes: Routes = (api, parts) => {
  api.put(
    '/plans/:plan/reviews/:term/cancellation',
    {
      config: { deed: 'review.plan', trail: 'review.cancel' },
      schema: { params: ReviewAddress, body: NewCancellation, response: answers(200, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const { plan, term } = request.params as { plan: string; term: string }
        await cancelReview(tx, plan, term, (request.body as NewCancellation).reason, act)
        return reviewWhole(tx, (await findPlan(tx, plan))!, term, { now: act.now, inside: true })
      }),
  )
}
