import { Type, type Static } from 'typebox'
import { planRoles, type PlanRole } from '#domain/members.ts'
import { StrictObject, Whole } from '../../http/schema.ts'

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
