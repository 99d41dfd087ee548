import { asc, eq, sql } from 'drizzle-orm'
import { dayOf } from '#domain/calendar.ts'
import { refuseHandOver } from '#domain/members.ts'
import type { Tx } from '../../database/database.ts'
import { Refused, refuseFor, refusedField } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import { revokeLinks } from '../../people/links.store.ts'
import { findMember, mayOwn, requireMember } from '../../people/members.store.ts'
import type { Plan } from '../../database/plan.ts'
import { readTexts, type StoredText, writeText } from '../../texts/store.ts'
import { requirePoint, pointsOf } from '../store.ts'
import type { HandOver, NewOwner } from './schema.ts'

/** Who answers for a point: since which day, and what the one before them wrote. */
export interface Holding {
  pointId: number
  personId: number | null
  fromDay: string
  note: StoredText | null
  /** Whether anybody has recorded a word about the point since. */
  answered: boolean
}

/** How each point of the plan that was ever given to somebody is held now, by the point's id. */
export async function holdingsOf(tx: Tx, planId: number): Promise<Map<number, Holding>> {
  const { assignments, points } = tx.tables
  const rows = await tx
    .select({
      pointId: assignments.pointId,
      personId: assignments.personId,
      fromDay: assignments.fromDay,
      noteId: assignments.noteId,
      answered: sql<number | boolean>`exists (select 1 from updates u
        where u.point_id = ${assignments.pointId} and u.recorded_at >= ${assignments.recordedAt})`,
    })
    .from(assignments)
    .innerJoin(points, eq(points.id, assignments.pointId))
    .where(eq(points.planId, planId))
    .orderBy(asc(assignments.id))
  const last = [...new Map(rows.map((row) => [row.pointId, row])).values()]
  const notes = await readTexts(
    tx,
    last.map((row) => row.noteId),
  )
  return new Map(
    last.map(({ noteId, answered, ...row }) => [
      row.pointId,
      { ...row, answered: Boolean(answered), note: noteId === null ? null : (notes.get(noteId) ?? null) },
    ]),
  )
}

/** Writes who answers for these points from a day on; null leaves them without anybody. All carry the same note (F41). */
async function writeHoldings(
  tx: Tx,
  pointIds: readonly number[],
  held: { personId: number | null; fromDay: string; noteId: number | null },
  context: WriteContext,
): Promise<void> {
  const recorded = { recordedAt: context.now.toISOString(), recordedBy: context.by.personId }
  if (pointIds.length === 0) return
  await tx
    .insert(tx.tables.assignments)
    .values(pointIds.map((pointId) => ({ pointId, ...held, ...recorded })))
}

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
  plan: Plan,
  personId: number,
  { to, note }: HandOver,
  context: WriteContext,
): Promise<string[]> {
  await requireMember(tx, plan, personId)
  refuseFor(refuseHandOver({ from: personId, to, note: note ?? null }))
  if (to !== null) await refuseOwner(tx, plan.id, to, 'to')
  const holdings = await holdingsOf(tx, plan.id)
  const held = (await pointsOf(tx, plan.id)).filter(({ id }) => holdings.get(id)?.personId === personId)
  if (held.length === 0) throw new Refused('nothing-to-hand-over')
  const noteId = await writeText(tx, plan.id, note, context)
  await writeHoldings(
    tx,
    held.map(({ id }) => id),
    { personId: to, fromDay: dayOf(context.now), noteId },
    context,
  )
  await revokeLinks(tx, { personId, planId: plan.id, purpose: 'answer' }, context.now)
  return held.map(({ number }) => number)
}

/** Says who answers for one point from today, or that nobody does yet; the same person without a note is left as it is. */
export async function setOwner(
  tx: Tx,
  plan: Plan,
  number: string,
  { person, note }: NewOwner,
  context: WriteContext,
): Promise<void> {
  const point = await requirePoint(tx, plan, number)
  const holding = (await holdingsOf(tx, plan.id)).get(point.id)
  refuseFor(refuseHandOver({ from: null, to: person, note: note ?? null }))
  if (person !== null) await refuseOwner(tx, plan.id, person, 'person')
  const noteId = await writeText(tx, plan.id, note, context)
  const before = holding?.personId ?? null
  if (before === person && noteId === null) return
  // Whoever stays is not given new patience by a note.
  const fromDay = before === person && holding ? holding.fromDay : dayOf(context.now)
  await writeHoldings(tx, [point.id], { personId: person, fromDay, noteId }, context)
  if (before !== null && before !== person) {
    await revokeLinks(
      tx,
      { personId: before, planId: plan.id, purpose: 'answer', scope: String(point.id) },
      context.now,
    )
  }
}
