import { and, asc, desc, eq, max } from 'drizzle-orm'
import { dayOf, isDay } from '#domain/calendar.ts'
import { correctionDay } from '#domain/history.ts'
import { refuseNumber } from '#domain/number.ts'
import { isBlank } from '#domain/text.ts'
import type { Tx } from '../database/database.ts'
import { isUniqueViolation } from '../database/problem.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refuseFor, refusedField, type FieldRefusal } from '../errors.ts'
import { findOrganisation } from '../organisations/store.ts'
import type { Act } from '../people/act.ts'
import { focusAreasOf, lockPlan } from '../plans/store.ts'
import type { NewPoint, NewWording } from './schema.ts'

export type Point = Tables['points']['$inferSelect']

export async function findPoint(tx: Tx, planId: number, number: string): Promise<Point | undefined> {
  const { points } = tx.tables
  const [point] = await tx
    .select()
    .from(points)
    .where(and(eq(points.planId, planId), eq(points.number, number)))
  return point
}

/** The organisation of this code; 422 naming the field when there is none. */
export async function organisationId(tx: Tx, code: string, field: string): Promise<number> {
  const organisation = await findOrganisation(tx, code)
  if (!organisation) throw refusedField('organisation-unknown', field)
  return organisation.id
}

/**
 * Adds a point with its first words (F02). Without a decision it belongs to the adopted ones, which only a plan that is not yet published
 * takes, and only before its first review day has closed; with one it was added later and is counted apart. Refuses a number that is taken, malformed or was ever used (F03).
 */
export async function addPoint(tx: Tx, slug: string, added: NewPoint, act: Act): Promise<Point> {
  const plan = await lockPlan(tx, slug)
  const lastClosed = await lastClosedDay(tx, plan.id)
  refuseFor(refuseNumber(added.number))
  if ((plan.publishedAt || lastClosed) && !added.decision) {
    throw refusedField('decision-missing', 'decision')
  }
  if (added.decision) refuseFor(refuseDecision(added.decision, plan.adoptedOn, dayOf(act.now)))
  if (added.startsOn && added.dueOn && added.dueOn < added.startsOn) {
    throw refusedField('due-on-before-start', 'dueOn')
  }
  const { points, wordings, takesPart } = tx.tables
  const areas = await focusAreasOf(tx, plan.id)
  const area = areas.find(({ number, title }) => added.focusArea && [number, title].includes(added.focusArea))
  if (added.focusArea && !area) {
    throw refusedField('focus-area-unknown', 'focusArea')
  }
  const [last] = await tx
    .select({ position: max(points.position) })
    .from(points)
    .where(eq(points.planId, plan.id))
  const recorded = { recordedAt: act.now.toISOString(), recordedBy: act.by.personId }
  const addedOn = added.decision?.on ?? plan.adoptedOn
  const row = {
    planId: plan.id,
    number: added.number,
    position: (last?.position ?? 0) + 1,
    focusAreaId: area?.id ?? null,
    adopted: !added.decision,
    addedOn,
    leadId: await organisationId(tx, added.lead.organisation, 'lead'),
    leadFunction: added.lead.function ?? null,
    startsOn: added.startsOn ?? null,
    firstDueOn: added.dueOn ?? null,
    activityCount: 0,
    ...recorded,
  }
  const point = await insertPoint(tx, row)
  await tx.insert(wordings).values({
    planId: plan.id,
    pointId: point.id,
    title: added.title,
    description: added.description ?? null,
    intendedEffect: added.intendedEffect ?? null,
    // What a closed review day counted stays: a point decided in its round shows in the next.
    holdsFrom: correctionDay(addedOn, lastClosed),
    decidedBy: added.decision?.by ?? plan.adoptedBy,
    decidedOn: addedOn,
    decisionReference: added.decision?.reference ?? plan.paragraph,
    ...recorded,
  })
  const partners = [...new Set(added.takesPart ?? [])]
  for (const [position, code] of partners.entries()) {
    const partner = await organisationId(tx, code, 'takesPart')
    await tx.insert(takesPart).values({ pointId: point.id, organisationId: partner, position })
  }
  return point
}

async function insertPoint(tx: Tx, row: Tables['points']['$inferInsert']): Promise<Point> {
  try {
    const [point] = await tx.insert(tx.tables.points).values(row).returning()
    return point!
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw refusedField('number-taken', 'number')
  }
}

/** Why a decision about a point cannot be: it says by whom, when and where it is found, and lies between `from` and today. */
function refuseDecision({ by, on, reference }: NewWording['decision'], from: string, today: string) {
  const reasons: FieldRefusal[] = []
  if (isBlank(by)) reasons.push({ code: 'decision-by-missing', field: 'decision.by' })
  if (!isDay(on)) reasons.push({ code: 'decision-on-missing', field: 'decision.on' })
  else if (on > today) reasons.push({ code: 'decision-on-ahead', field: 'decision.on' })
  else if (on < from) reasons.push({ code: 'decision-before-adoption', field: 'decision.on' })
  if (isBlank(reference)) reasons.push({ code: 'decision-reference-missing', field: 'decision.reference' })
  return reasons
}

/** Changes a point's words by a decision; the old ones stay readable (F06). They hold from the day of the decision, after the last closed review day. */
export async function reviseWording(
  tx: Tx,
  slug: string,
  number: string,
  revised: NewWording,
  act: Act,
): Promise<void> {
  const plan = await lockPlan(tx, slug)
  const point = await findPoint(tx, plan.id, number)
  if (!point) throw new Refused(404, 'not-found')
  const lastClosed = await lastClosedDay(tx, plan.id)
  refuseFor(refuseDecision(revised.decision, point.addedOn, dayOf(act.now)))
  await tx.insert(tx.tables.wordings).values({
    planId: plan.id,
    pointId: point.id,
    title: revised.title,
    description: revised.description ?? null,
    intendedEffect: revised.intendedEffect ?? null,
    holdsFrom: correctionDay(revised.decision.on, lastClosed),
    decidedBy: revised.decision.by,
    decidedOn: revised.decision.on,
    decisionReference: revised.decision.reference,
    recordedAt: act.now.toISOString(),
    recordedBy: act.by.personId,
  })
}

/** Says which person holds the point's function from `fromDay` on; null leaves it without an owner. */
export async function assignOwner(
  tx: Tx,
  slug: string,
  number: string,
  personId: number | null,
  fromDay: string,
  act: Act,
): Promise<void> {
  const plan = await lockPlan(tx, slug)
  const point = await findPoint(tx, plan.id, number)
  if (!point) throw new Refused(404, 'not-found')
  const recorded = { recordedAt: act.now.toISOString(), recordedBy: act.by.personId }
  await tx.insert(tx.tables.assignments).values({ pointId: point.id, personId, fromDay, ...recorded })
}

/** The person who holds the point's function now, or null. */
export async function ownerOf(tx: Tx, pointId: number): Promise<number | null> {
  const { assignments } = tx.tables
  const [row] = await tx
    .select({ personId: assignments.personId })
    .from(assignments)
    .where(eq(assignments.pointId, pointId))
    .orderBy(desc(assignments.id))
    .limit(1)
  return row?.personId ?? null
}

/** The ids of the plan's points whose function this person holds now. */
export async function pointsOwnedBy(tx: Tx, planId: number, personId: number): Promise<Set<number>> {
  const { assignments, points } = tx.tables
  const rows = await tx
    .select({ pointId: assignments.pointId, personId: assignments.personId })
    .from(assignments)
    .innerJoin(points, eq(points.id, assignments.pointId))
    .where(eq(points.planId, planId))
    .orderBy(asc(assignments.id))
  const holders = new Map(rows.map((row) => [row.pointId, row.personId]))
  return new Set([...holders].filter(([, holder]) => holder === personId).map(([pointId]) => pointId))
}

/** The day of the plan's last closed review day, or null. */
export async function lastClosedDay(tx: Tx, planId: number): Promise<string | null> {
  const { closures } = tx.tables
  const [row] = await tx
    .select({ heldOn: max(closures.heldOn) })
    .from(closures)
    .where(eq(closures.planId, planId))
  return row?.heldOn ?? null
}

/** The decided words of a point, the oldest first (F06). */
export async function wordingsOf(tx: Tx, pointId: number): Promise<Tables['wordings']['$inferSelect'][]> {
  const { wordings } = tx.tables
  return tx
    .select()
    .from(wordings)
    .where(eq(wordings.pointId, pointId))
    .orderBy(asc(wordings.holdsFrom), asc(wordings.id))
}

/** Every point of a plan, in the plan's order. */
export async function pointsOf(tx: Tx, planId: number): Promise<Point[]> {
  const { points } = tx.tables
  return tx.select().from(points).where(eq(points.planId, planId)).orderBy(asc(points.position))
}
