import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { planRoles, type PlanRole } from '#domain/members.ts'
import { can } from '#domain/roles.ts'
import type { PlanPageContext } from '../../http/page.ts'
import type { Review } from '../../plans/review-days.store.ts'
import { inviteesOf } from './store.ts'

const RoleName = Type.Unsafe<PlanRole>({ type: 'string' })

/** Whom a review day can be sent to, in numbers: those who press are told before they do. */
export const InvitationPart = Type.Object({
  roles: Type.Array(Type.Object({ role: RoleName, label: Type.String(), n: Type.Integer() })),
  /** How many there are of each set of roles who have not been sent the day as it stands: one may be several things. */
  groups: Type.Array(Type.Object({ roles: Type.Array(RoleName), n: Type.Integer() })),
  /** How many have been sent the day as it stands. */
  invited: Type.Integer(),
  /** Whether mail leaves from here. */
  mail: Type.Boolean(),
})
export type InvitationPart = Static<typeof InvitationPart>

/** For those who lead the plan, while the day is still to come; undefined for everybody else. */
export async function invitationPart(
  context: PlanPageContext,
  review: Review,
): Promise<InvitationPart | undefined> {
  const { tx, plan, roles, say, words, now, mail } = context
  if (!can(roles, 'review.plan') || review.closure || review.heldOn < dayOf(now)) return undefined
  const all = await inviteesOf(tx, plan.id, review)
  const waiting = all.filter(({ invited }) => !invited)
  const sets = Map.groupBy(waiting, (one) => [...one.roles].sort().join(' '))
  return {
    roles: planRoles
      .map((role) => ({
        role,
        label: say(words.people.roles[role]),
        n: all.filter((one) => one.roles.includes(role)).length,
      }))
      .filter(({ n }) => n > 0),
    groups: [...sets.values()].map((set) => ({ roles: set[0]!.roles, n: set.length })),
    invited: all.length - waiting.length,
    mail,
  }
}
