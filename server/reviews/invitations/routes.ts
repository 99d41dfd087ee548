import { Type, type Static } from 'typebox'
import { planRoles, type PlanRole } from '#domain/members.ts'
import { responses, type Routes } from '../../http/routes.ts'
import { StrictObject, Whole, ReviewAddress } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { inviteToReview } from './store.ts'

/** Who is invited to a review day: everybody who is one of these in the plan. */
export const NewInvitation = StrictObject({
  roles: Type.Array(Type.Unsafe<PlanRole>({ type: 'string', enum: [...planRoles] }), {
    minItems: 1,
    maxItems: 4,
  }),
})
export type NewInvitation = Static<typeof NewInvitation>

/** How many mails that became: nobody is sent the same day twice. */
export const Invited = StrictObject({ invited: Whole })
export type Invited = Static<typeof Invited>

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
