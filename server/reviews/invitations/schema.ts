import { Type, type Static } from 'typebox'
import { planRoles, type PlanRole } from '#domain/members.ts'
import { Shape, Whole } from '../../http/schema.ts'

/** Who is invited to a review day: everybody who is one of these in the plan. */
export const NewInvitation = Shape({
  roles: Type.Array(Type.Unsafe<PlanRole>({ type: 'string', enum: [...planRoles] }), {
    minItems: 1,
    maxItems: 4,
  }),
})
export type NewInvitation = Static<typeof NewInvitation>

/** How many mails that became: nobody is sent the same day twice. */
export const Invited = Shape({ invited: Whole })
export type Invited = Static<typeof Invited>
