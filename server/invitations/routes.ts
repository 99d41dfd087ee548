import { answers, type Routes } from '../api.ts'
import { writeOnce } from '../door.ts'
import { ReviewAddress } from '../shapes.ts'
import { Invited, NewInvitation } from './schema.ts'
import { inviteToReview } from './store.ts'

/** Inviting to a review day: one mail each, with the day as a calendar invitation. */
export const invitationRoutes: Routes = (api, parts) => {
  api.post(
    '/plans/:plan/reviews/:term/invitation',
    {
      config: { deed: 'review.plan', trail: 'review.invite' },
      schema: { params: ReviewAddress, body: NewInvitation, response: answers(201, Invited) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act) => {
        const { plan, term } = request.params as { plan: string; term: string }
        const { roles } = request.body as NewInvitation
        return { invited: await inviteToReview(tx, plan, term, roles, act) }
      }),
  )
}
