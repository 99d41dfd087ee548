import { and, asc, desc, eq, max } from 'drizzle-orm'
import { dayOf } from '#domain/calendar.ts'
import {
  correctionDay,
  placeOf,
  standing,
  standingBefore,
  standingOn,
  statusOn,
  type RecordedUpdate,
} from '#domain/history.ts'
import { statuses } from '#domain/status.ts'
import { refuseUpdate, type UpdateClaim, type UpdateContext } from '#domain/update.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refuseFor } from '../errors.ts'
import type { Act } from '../people/act.ts'
import { findPlan, lockPlan, type Plan } from '../plans/store.ts'
import { readTexts, writeText } from '../texts/store.ts'
import type { NewCorrection, NewUpdate } from './schema.ts'
import { findPoint, lastClosedDay, organisationId, type Point } from './store.ts'

export type UpdateRecord = Tables['updates']['$inferSelect']

/** What `recordUpdate` may be told besides the claim: what the import and the seeds know. */
export interface HowRecorded {
  answer?: 'update' | 'nothing_new'
}

/** The plan's latest update's id, or null: what a closure is based on. */
export async function latestUpdateOf(tx: Tx, planId: number): Promise<number | null> {
  const { updates } = tx.tables
  const [row] = await tx
    .select({ id: max(updates.id) })
    .from(updates)
    .where(eq(updates.planId, planId))
  return row?.id ?? null
}

/** The updates recorded last in a plan, the latest first. */
export async function recentUpdates(tx: Tx, planId: number, limit: number): Promise<UpdateRecord[]> {
  const { updates } = tx.tables
  return tx
    .select()
    .from(updates)
    .where(eq(updates.planId, planId))
    .orderBy(desc(updates.id))
    .limit(limit)
}

/** Every update of a point, in the order of recording. */
export async function updatesOf(tx: Tx, pointId: number): Promise<UpdateRecord[]> {
  const { updates } = tx.tables
  return tx.select().from(updates).where(eq(updates.pointId, pointId)).orderBy(updates.id)
}

/** What a point's updates rest on, in the order it was recorded. */
export async function evidenceOf(tx: Tx, pointId: number) {
  const { evidence, updates } = tx.tables
  return tx
    .select({
      updateId: evidence.updateId,
      titleId: evidence.titleId,
      urlId: evidence.urlId,
      reference: evidence.reference,
    })
    .from(evidence)
    .innerJoin(updates, eq(updates.id, evidence.updateId))
    .where(eq(updates.pointId, pointId))
    .orderBy(asc(evidence.id))
}

/**
 * Records an update (F10, F11): 409 `based-on-old` when somebody was there first, 422 with every reason when a rule refuses it.
 * Gives the new update's id.
 */
export async function recordUpdate(
  tx: Tx,
  slug: string,
  number: string,
  claim: NewUpdate,
  act: Act,
  how: HowRecorded = {},
): Promise<number> {
  const plan = await lockPlan(tx, slug)
  const point = await findPoint(tx, plan.id, number)
  if (!point) throw new Refused(404, 'not-found')
  const earlier = await updatesOf(tx, point.id)
  const latest = earlier.at(-1)?.id ?? null
  if (claim.basedOn !== latest) throw new Refused(409, 'based-on-old')
  const current = standingOn(point.firstDueOn, earlier, claim.holdsFrom)
  const place = placeOf({ holdsFrom: claim.holdsFrom, latestId: latest })
  return insertUpdate(tx, { plan, point, claim, current, place, act, how })
}

/**
 * Records the answer *nothing new since last* (idea 6): dated, different from silence, and repeating what stands. Refuses a point that is
 * not open any more, and what `recordUpdate` refuses.
 */
export async function recordNothingNew(
  tx: Tx,
  slug: string,
  number: string,
  { holdsFrom, basedOn, onBehalfOf }: Pick<NewUpdate, 'holdsFrom' | 'basedOn' | 'onBehalfOf'>,
  act: Act,
): Promise<number> {
  const plan = await findPlan(tx, slug)
  const point = plan && (await findPoint(tx, plan.id, number))
  if (!point) throw new Refused(404, 'not-found')
  const earlier = await updatesOf(tx, point.id)
  const stands = standing(earlier, holdsFrom)
  const status = stands?.status ?? 'not_started'
  if (!statuses[status].open) throw new Refused(422, 'nothing-new-on-finished')
  const reason = stands?.reasonId ? (await readTexts(tx, [stands.reasonId])).get(stands.reasonId)?.body : null
  const repeated = {
    status,
    outlook: stands?.outlook ?? ('not_assessed' as const),
    ...(reason && { reason }),
  }
  const claim = { ...repeated, holdsFrom, basedOn, ...(onBehalfOf && { onBehalfOf }) }
  return recordUpdate(tx, slug, number, claim, act, { answer: 'nothing_new' })
}

/**
 * Answers a mistaken update by a new one that takes its place (F15); the mistaken one stays readable. 404 when there is no such update,
 * 409 `update-corrected` when it has been corrected already. Gives the correction's id.
 */
export async function correctUpdate(
  tx: Tx,
  slug: string,
  id: number,
  correction: NewCorrection,
  act: Act,
): Promise<{ id: number; number: string }> {
  const plan = await lockPlan(tx, slug)
  const { updates, points } = tx.tables
  const [corrected] = await tx
    .select()
    .from(updates)
    .where(and(eq(updates.id, id), eq(updates.planId, plan.id)))
  if (!corrected) throw new Refused(404, 'not-found')
  const [point] = await tx.select().from(points).where(eq(points.id, corrected.pointId))
  const earlier = await updatesOf(tx, corrected.pointId)
  if (earlier.some((update) => update.corrects === id)) throw new Refused(409, 'update-corrected')
  if (correction.basedOn !== earlier.at(-1)?.id) throw new Refused(409, 'based-on-old')
  const holdsFrom = correctionDay(corrected.holdsFrom, await lastClosedDay(tx, plan.id))
  const recorded = await insertUpdate(tx, {
    plan,
    point: point!,
    claim: { ...correction, holdsFrom },
    current: standingBefore(point!.firstDueOn, earlier, corrected, holdsFrom),
    place: placeOf({ holdsFrom, latestId: correction.basedOn }, corrected),
    corrected,
    act,
    how: {},
  })
  return { id: recorded, number: point!.number }
}

interface Insertion {
  plan: Plan
  point: Point
  claim: NewUpdate
  current: UpdateContext['current']
  place: Pick<RecordedUpdate, 'placeDay' | 'placeId'>
  corrected?: UpdateRecord
  act: Act
  how: HowRecorded
}

const claimOf = (claim: NewUpdate): UpdateClaim => ({
  ...claim,
  outlook: claim.outlook ?? 'not_assessed',
  note: claim.note ?? '',
  evidence: claim.evidence ?? [],
})

async function insertUpdate(
  tx: Tx,
  { plan, point, claim, current, place, corrected, act, how }: Insertion,
): Promise<number> {
  const target = claim.mergedInto === undefined ? undefined : await findPoint(tx, plan.id, claim.mergedInto)
  const said = claimOf(claim)
  refuseFor(
    refuseUpdate(said, {
      today: dayOf(act.now),
      lastClosed: await lastClosedDay(tx, plan.id),
      adoptedOn: point.addedOn,
      number: point.number,
      current,
      startsOn: point.startsOn,
      nothingNew: how.answer === 'nothing_new',
      ...(corrected && { correcting: { status: corrected.status } }),
      ...(claim.mergedInto !== undefined && {
        mergeTarget: await mergeTargetOf(tx, point, target, claim.holdsFrom),
      }),
    }),
  )
  const closing = claim.closing
  const carriedOut = closing && 'result' in closing ? closing : undefined
  const handedOver = closing && 'receiver' in closing ? closing : undefined
  const onBehalfOf = claim.onBehalfOf ? await organisationId(tx, claim.onBehalfOf, 'onBehalfOf') : null
  const [row] = await tx
    .insert(tx.tables.updates)
    .values({
      planId: plan.id,
      pointId: point.id,
      answer: how.answer ?? 'update',
      status: claim.status,
      outlook: said.outlook,
      holdsFrom: claim.holdsFrom,
      corrects: corrected?.id ?? null,
      ...place,
      noteId: await writeText(tx, plan.id, claim.note, act),
      reasonId: await writeText(tx, plan.id, claim.reason, act),
      resultId: await writeText(tx, plan.id, carriedOut?.result, act),
      carriedOutOn: carriedOut?.carriedOutOn ?? null,
      receiver: handedOver?.receiver ?? null,
      receiverFunction: handedOver?.function ?? null,
      embeddedFrom: handedOver?.embeddedFrom ?? null,
      anchoredIn: handedOver?.anchoredIn ?? null,
      evidenceMissing: claim.evidence === 'none',
      decidedBy: claim.decision?.by ?? null,
      decidedOn: claim.decision?.on ?? null,
      decisionReference: claim.decision?.reference ?? null,
      mergedIntoId: target?.id ?? null,
      dueOn: claim.dueOn ?? null,
      basedOn: claim.basedOn,
      recordedAt: act.now.toISOString(),
      recordedBy: act.by.personId,
      byFunction: act.by.function,
      byOrganisationId: act.by.organisationId,
      onBehalfOfId: onBehalfOf,
    })
    .returning({ id: tx.tables.updates.id })
  for (const item of Array.isArray(claim.evidence) ? claim.evidence : []) {
    await tx.insert(tx.tables.evidence).values({
      planId: plan.id,
      updateId: row!.id,
      titleId: (await writeText(tx, plan.id, item.title, act))!,
      urlId: await writeText(tx, plan.id, item.url, act),
      reference: item.reference ?? null,
    })
  }
  return row!.id
}

async function mergeTargetOf(
  tx: Tx,
  point: Point,
  target: Point | undefined,
  today: string,
): Promise<UpdateContext['mergeTarget']> {
  if (!target) return 'missing'
  if (target.id === point.id) return 'self'
  return statusOn(await updatesOf(tx, target.id), today) === 'merged' ? 'merged' : 'ok'
}

/** The number of the point an update belongs to; 404 when the plan has no such update. */
export async function numberOfUpdate(tx: Tx, slug: string, id: number): Promise<string> {
  const { updates, points, plans } = tx.tables
  const [row] = await tx
    .select({ number: points.number })
    .from(updates)
    .innerJoin(points, eq(points.id, updates.pointId))
    .innerJoin(plans, eq(plans.id, updates.planId))
    .where(and(eq(updates.id, id), eq(plans.slug, slug)))
  if (!row) throw new Refused(404, 'not-found')
  return row.number
}
