import { responses, type Routes } from '../../http/routes.ts'
import { ReviewAddress } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { Invited, NewInvitation } from './schema.ts'
import { inviteToReview } from './store.ts'

/** Inviting to a review day: one mail each, with the day as a calendar invitation. */
export const invitationRoutes: Routes = (api, dependencies) => {
  api.post(
    '/plans/:plan/reviews/:term/invitation',
    {
      config: { permission: 'review.plan', trail: 'review.invite' },
      schema: { params: ReviewAddress, body: NewInvitation, response: responses(201, Invited) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => ({
        invited: await inviteToReview(tx, plan, request.params.term, request.body.roles, context),
      })),
  )
}
