import { dayOf } from '#domain/calendar.ts'
import { refuseHandOver } from '#domain/members.ts'
import { may } from '#domain/roles.ts'
import type { Tx } from '../database/database.ts'
import { Refused, refuseFor, refusedField } from '../errors.ts'
import { revokeLinks } from '../links/store.ts'
import { findMember, type Member } from '../members/store.ts'
import type { Act } from '../people/act.ts'
import { lockPlan } from '../plans/store.ts'
import { findPoint, pointsOf } from '../points/store.ts'
import { writeText } from '../texts/store.ts'
import type { HandOver, NewOwner } from './schema.ts'
import { holdingsOf, writeHoldings } from './store.ts'

/** Whether somebody can answer for a point: still here, and with a role that writes about points. */
export const mayOwn = ({ person, memberships }: Member): boolean =>
  !person.deactivatedAt &&
  may(
    memberships.filter((held) => !held.endedAt).map((held) => held.role),
    'update.record',
  )

/** 422 naming the field for somebody who is not in the plan, has been shut out, or may not write about points. */
async function refuseOwner(tx: Tx, planId: number, personId: number, field: string): Promise<void> {
  const member = await findMember(tx, planId, personId)
  if (!member) throw refusedField('owner-unknown', field)
  if (member.person.deactivatedAt) throw refusedField('member-deactivated', field)
  if (!mayOwn(member)) throw refusedField('owner-cannot-write', field)
}

/**
 * Hands all of somebody's points in a plan to another, or to nobody yet, from today (F41). Rows are added, none is changed. The note is read by the one
 * who takes over and by those who lead the plan. Links to answer for those points end. Gives the points' numbers.
 */
export async function handOver(
  tx: Tx,
  slug: string,
  personId: number,
  { to, note }: HandOver,
  act: Act,
): Promise<string[]> {
  const plan = await lockPlan(tx, slug)
  if (!(await findMember(tx, plan.id, personId))) throw new Refused(404, 'not-found')
  refuseFor(refuseHandOver({ from: personId, to, note: note ?? null }))
  if (to !== null) await refuseOwner(tx, plan.id, to, 'to')
  const holdings = await holdingsOf(tx, plan.id)
  const held = (await pointsOf(tx, plan.id)).filter(({ id }) => holdings.get(id)?.personId === personId)
  if (held.length === 0) throw new Refused(422, 'nothing-to-hand-over')
  const noteId = await writeText(tx, plan.id, note, act)
  await writeHoldings(
    tx,
    held.map(({ id }) => id),
    { personId: to, fromDay: dayOf(act.now), noteId },
    act,
  )
  await revokeLinks(tx, { personId, planId: plan.id, purpose: 'answer' }, act.now)
  return held.map(({ number }) => number)
}

/** Says who answers for one point from today, or that nobody does yet; the same person without a note is left as it is. */
export async function setOwner(
  tx: Tx,
  slug: string,
  number: string,
  { person, note }: NewOwner,
  act: Act,
): Promise<void> {
  const plan = await lockPlan(tx, slug)
  const point = await findPoint(tx, plan.id, number)
  if (!point) throw new Refused(404, 'not-found')
  const holding = (await holdingsOf(tx, plan.id)).get(point.id)
  refuseFor(refuseHandOver({ from: null, to: person, note: note ?? null }))
  if (person !== null) await refuseOwner(tx, plan.id, person, 'person')
  const noteId = await writeText(tx, plan.id, note, act)
  const before = holding?.personId ?? null
  if (before === person && noteId === null) return
  // Whoever stays is not given new patience by a note.
  const fromDay = before === person && holding ? holding.fromDay : dayOf(act.now)
  await writeHoldings(tx, [point.id], { personId: person, fromDay, noteId }, act)
  if (before !== null && before !== person) {
    await revokeLinks(
      tx,
      { personId: before, planId: plan.id, purpose: 'answer', scope: String(point.id) },
      act.now,
    )
  }
}
