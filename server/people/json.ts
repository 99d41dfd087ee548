import type { Tx } from '../database/database.ts'
import { Refused } from '../http/refusal.ts'
import type { Plan } from '../database/plan.ts'
import { holdingsOf } from '../points/owners/store.ts'
import { pointsOnDay, type PointOnDay } from '../points/state-on-day.store.ts'
import { planNow } from '../plans/review-days.store.ts'
import type { Added, Considered } from './add.ts'
import { lastActiveIn, type LastActive } from './quiet.ts'
import type { AddedRows, ConsideredRow, MemberRow, MemberWhole } from './schema.ts'
import type { Member } from './members.store.ts'
import { stateOf, lastActiveAt, isSilent } from './view.ts'

export const memberRow = (member: Member, heard: LastActive): MemberRow => ({
  id: member.person.id,
  name: member.person.name,
  email: member.person.email,
  state: stateOf(member),
  memberships: member.memberships
    .filter((held) => !held.endedAt)
    .map(({ id, role, function: workFunction, workplace, organisation, createdAt, granted }) => ({
      id,
      role,
      function: workFunction,
      workplace,
      organisation,
      since: createdAt,
      granted,
    })),
  invitedAt: member.invitation?.at ?? null,
  signedInAt: member.signedInAt,
  heardAt: lastActiveAt(member),
  quiet: isSilent(member, heard),
})

/** Everything about the plan's people as it stands now. */
export async function lastActiveNow(
  tx: Tx,
  plan: Plan,
  now: Date,
): Promise<{ heard: LastActive; standing: PointOnDay[] }> {
  const day = await planNow(tx, plan.id, now)
  const standing = await pointsOnDay(tx, plan.id, day)
  const holdings = await holdingsOf(tx, plan.id)
  return { heard: await lastActiveIn(tx, plan, { standing, holdings, day }), standing }
}

/** One person of the plan; 404 for somebody who never had anything to do in it. */
export async function memberWhole(tx: Tx, plan: Plan, personId: number, now: Date): Promise<MemberWhole> {
  const { heard, standing } = await lastActiveNow(tx, plan, now)
  const member = heard.members.find(({ person }) => person.id === personId)
  if (!member) throw new Refused('not-found')
  return {
    ...memberRow(member, heard),
    points: standing.flatMap((point) => {
      const holding = heard.holdings.get(point.id)
      if (holding?.personId !== personId) return []
      const { number, title } = point
      return [{ number, title, since: holding.fromDay, note: holding.note?.body ?? null }]
    }),
  }
}

export const consideredRow = ({
  claim,
  person: _person,
  organisation,
  ...rest
}: Considered): ConsideredRow => ({
  ...rest,
  name: claim.name.trim(),
  email: claim.email.trim(),
  organisation: { code: organisation.code, name: organisation.name },
})

export const addedRows = (added: readonly Added[]): AddedRows => ({
  items: added.map(({ personId, ...one }) => ({ id: personId, ...consideredRow(one) })),
})
