import { refuseLeaving, type LeavingReason } from '#domain/members.ts'
import type { Tx } from '../database/database.ts'
import { Refused, refusedField } from '../http/refusal.ts'
import { raiseInstallation } from '../database/installation.ts'
import { revokeLinks } from './links.store.ts'
import { queueMail } from '../mail/outbox.store.ts'
import type { WriteContext } from '../http/write-context.ts'
import { deactivatePerson, membershipsOf, peopleWithRole } from './store.ts'
import {
  endSessions,
  leadersOf,
  reactivatePerson,
  requireMember,
  type Member,
  type Person,
} from './members.store.ts'
import type { Viewer } from '../http/viewer.ts'
import type { Plan } from '../database/plan.ts'

/** Why this viewer may not shut the person out, or let them in again; undefined when they may (F42). */
export async function leavingRefusal(
  tx: Tx,
  viewer: Viewer,
  person: Pick<Person, 'id' | 'administrator'>,
): Promise<LeavingReason | undefined> {
  const leads = viewer.memberships.filter(({ role }) => role === 'strategist').map(({ planId }) => planId)
  const plans = (await membershipsOf(tx, person.id)).map(({ planId }) => planId)
  return refuseLeaving({ ...viewer, leads }, { ...person, plans })
}

/** 422 naming the field, for what only somebody may do who leads every plan the person is in. */
export async function refuseWithout(tx: Tx, viewer: Viewer, person: Person, field: string): Promise<void> {
  const reason = await leavingRefusal(tx, viewer, person)
  if (reason) throw refusedField(reason, field)
}

/** 422 for a change after which nobody who can sign in would lead the plan; asked when the change has been made, in its transaction. */
export async function refuseLeaderless(tx: Tx, planId: number): Promise<void> {
  if ((await leadersOf(tx, planId)).length === 0) throw new Refused('last-strategist')
}

/**
 * Closes somebody's way in everywhere, or opens it again (F40). What they have recorded and what they were stays. Refuses for somebody who is in plans
 * the viewer does not lead, for oneself, and for the last who leads a plan or the house.
 */
export async function setDeactivated(
  tx: Tx,
  plan: Plan,
  personId: number,
  deactivated: boolean,
  context: WriteContext,
  viewer: Viewer,
): Promise<void> {
  const member = await requireMember(tx, plan, personId)
  const { person } = member
  if (person.erasedAt) throw new Refused('person-erased')
  const reason = await leavingRefusal(tx, viewer, person)
  if (reason) throw new Refused(reason)
  if (deactivated === (person.deactivatedAt !== null)) return
  if (!deactivated) return reactivatePerson(tx, personId)
  await deactivatePerson(tx, personId, context.now)
  if (person.administrator) {
    // The house's own lock: two who shut each other out from different plans wait for each other here.
    await raiseInstallation(tx)
    if ((await peopleWithRole(tx, 'administrator')).length === 0) throw new Refused('last-administrator')
  }
  if (viewer.administrator) return
  for (const { planId, role } of await membershipsOf(tx, personId)) {
    if (role === 'strategist') await refuseLeaderless(tx, planId)
  }
}

/**
 * Ends somebody's sessions and links everywhere, as when a phone is lost; they can sign in again. It reaches as far as shutting out does, and
 * is refused to the same: else whoever adds an address to a plan could sign out anybody of another.
 */
export async function signOutEverywhere(
  tx: Tx,
  plan: Plan,
  personId: number,
  context: WriteContext,
  viewer: Viewer,
): Promise<void> {
  const member = await requireMember(tx, plan, personId)
  const reason = personId === viewer.personId ? undefined : await leavingRefusal(tx, viewer, member.person)
  if (reason) throw new Refused(reason)
  await revokeLinks(tx, { personId }, context.now)
  await endSessions(tx, personId, context.now)
}

/** Whether somebody can be invited: still here, and with something to do in the plan. */
export const mayBeInvited = ({ person, memberships }: Member): boolean =>
  !person.deactivatedAt && !person.erasedAt && memberships.some((held) => !held.endedAt)

/** Sends the invitation again; an earlier one stands until it is used or 14 days old. Pressed twice within ten minutes it is one mail. */
export async function inviteAgain(
  tx: Tx,
  plan: Plan,
  personId: number,
  context: WriteContext,
): Promise<void> {
  const member = await requireMember(tx, plan, personId)
  if (member.person.deactivatedAt) throw new Refused('member-deactivated')
  if (!mayBeInvited(member)) throw new Refused('person-left')
  const onceKey = `invitation ${plan.id} ${personId} ${context.now.toISOString().slice(0, 15)}`
  const facts = { by: context.by.personId }
  await queueMail(tx, { kind: 'invitation', personId, planId: plan.id, facts, onceKey }, context.now)
}
