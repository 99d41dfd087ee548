import { and, asc, desc, eq, max } from 'drizzle-orm'
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
import type { Tx } from '../database/database.ts'
import { statement, type Given } from '../database/statement.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refusedField } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import { readTexts } from '../texts/store.ts'
import { insertUpdateRow, type Insertion } from './record-update.store.ts'
import type { NewCorrection, NewUpdate } from './schema.ts'
import { lastClosedDay } from '../plans/review-days.store.ts'
import { findPoint, type Point, requirePoint } from './store.ts'
import type { Plan } from '../database/plan.ts'

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
  return tx.select().from(updates).where(eq(updates.planId, planId)).orderBy(desc(updates.id)).limit(limit)
}

const ofPoint = statement((tx, { pointId }: Given<{ pointId: number }>) => {
  const { updates } = tx.tables
  return tx.select().from(updates).where(eq(updates.pointId, pointId)).orderBy(updates.id)
})

/** Every update of a point, in the order of recording. */
export const updatesOf = (tx: Tx, pointId: number): Promise<UpdateRecord[]> => ofPoint(tx, { pointId })

type Outline = RecordedUpdate & Pick<UpdateRecord, 'reasonId'>

/** What the rules compare a new update with: every update of a point in outline, in the order of recording. */
const outlinesOf = statement((tx, { pointId }: Given<{ pointId: number }>) => {
  const { updates } = tx.tables
  const { id, holdsFrom, placeDay, placeId, corrects, status, outlook, dueOn, reasonId } = updates
  return tx
    .select({ id, holdsFrom, placeDay, placeId, corrects, status, outlook, dueOn, reasonId })
    .from(updates)
    .where(eq(updates.pointId, pointId))
    .orderBy(id)
})

const shownFor = statement((tx, { pointId }: Given<{ pointId: number }>) => {
  const { evidence, updates } = tx.tables
  return tx
    .select({
      id: evidence.id,
      updateId: evidence.updateId,
      titleId: evidence.titleId,
      urlId: evidence.urlId,
      reference: evidence.reference,
    })
    .from(evidence)
    .innerJoin(updates, eq(updates.id, evidence.updateId))
    .where(eq(updates.pointId, pointId))
    .orderBy(asc(evidence.id))
})

/** What a point's updates rest on, in the order it was recorded. */
export const evidenceOf = (tx: Tx, pointId: number) => shownFor(tx, { pointId })

/**
 * Records an update (F10, F11): 409 `based-on-old` when somebody was there first, 422 with every reason when a rule refuses it.
 * Gives the new update's id.
 */
export async function recordUpdate(
  tx: Tx,
  plan: Plan,
  number: string,
  claim: NewUpdate,
  context: WriteContext,
  how: HowRecorded = {},
): Promise<number> {
  return recordAfter(tx, await withEarlier(tx, plan, number), claim, context, how)
}

interface PointBefore {
  plan: Plan
  point: Point
  earlier: Outline[]
}

async function withEarlier(tx: Tx, plan: Plan, number: string): Promise<PointBefore> {
  const point = await requirePoint(tx, plan, number)
  return { plan, point, earlier: await outlinesOf(tx, { pointId: point.id }) }
}

async function recordAfter(
  tx: Tx,
  { plan, point, earlier }: PointBefore,
  claim: NewUpdate,
  context: WriteContext,
  how: HowRecorded & { reasonId?: number | null },
): Promise<number> {
  const latest = earlier.at(-1)?.id ?? null
  if (claim.basedOn !== latest) throw new Refused('based-on-old')
  const current = standingOn(point.firstDueOn, earlier, claim.holdsFrom)
  const place = placeOf({ holdsFrom: claim.holdsFrom, latestId: latest })
  const target = await mergeTargetOf(tx, point, claim)
  return insertUpdateRow(tx, { plan, point, claim, current, place, target, act: context, how })
}

/**
 * Records the answer *nothing new since last* (idea 6): dated, different from silence, and repeating what stands. Refuses a point that is
 * not open any more, and what `recordUpdate` refuses.
 */
export async function recordNothingNew(
  tx: Tx,
  plan: Plan,
  number: string,
  { holdsFrom, basedOn, onBehalfOf }: Pick<NewUpdate, 'holdsFrom' | 'basedOn' | 'onBehalfOf'>,
  context: WriteContext,
): Promise<number> {
  const locked = await withEarlier(tx, plan, number)
  const stands = standing(locked.earlier, holdsFrom)
  const status = stands?.status ?? 'not_started'
  if (!statuses[status].open) throw new Refused('nothing-new-on-finished')
  const reasonId = stands?.reasonId ?? null
  const reason = reasonId === null ? undefined : (await readTexts(tx, [reasonId])).get(reasonId)
  const repeated = {
    status,
    outlook: stands?.outlook ?? ('not_assessed' as const),
    // One that has been masked is a reason that was given all the same.
    reason: reason ? (reason.body ?? '…') : undefined,
  }
  const claim = { ...repeated, holdsFrom, basedOn, onBehalfOf: onBehalfOf || undefined }
  return recordAfter(tx, locked, claim, context, { answer: 'nothing_new', reasonId })
}

/**
 * Answers a mistaken update by a new one that takes its place (F15); the mistaken one stays readable. 404 when there is no such update,
 * 409 `update-corrected` when it has been corrected already. Gives the correction's id.
 */
export async function correctUpdate(
  tx: Tx,
  plan: Plan,
  id: number,
  correction: NewCorrection,
  context: WriteContext,
): Promise<{ id: number; number: string }> {
  const { updates, points } = tx.tables
  const [corrected] = await tx
    .select()
    .from(updates)
    .where(and(eq(updates.id, id), eq(updates.planId, plan.id)))
  if (!corrected) throw new Refused('not-found')
  const [point] = await tx.select().from(points).where(eq(points.id, corrected.pointId))
  const earlier = await outlinesOf(tx, { pointId: corrected.pointId })
  if (earlier.some((update) => update.corrects === id)) throw new Refused('update-corrected')
  if (correction.basedOn !== earlier.at(-1)?.id) throw new Refused('based-on-old')
  const holdsFrom = correctionDay(corrected.holdsFrom, await lastClosedDay(tx, plan.id))
  if (correction.holdsFrom !== undefined && correction.holdsFrom !== holdsFrom)
    throw refusedField('correction-day-settled', 'holdsFrom')
  const claim = { ...correction, holdsFrom }
  const recorded = await insertUpdateRow(tx, {
    plan,
    point: point!,
    claim,
    current: standingBefore(point!.firstDueOn, earlier, corrected, holdsFrom),
    place: placeOf({ holdsFrom, latestId: correction.basedOn }, corrected),
    target: await mergeTargetOf(tx, point!, claim),
    corrected,
    act: context,
    how: {},
  })
  return { id: recorded, number: point!.number }
}

/** The point an update says its point became part of, and whether it may. */
async function mergeTargetOf(
  tx: Tx,
  point: Point,
  { mergedInto, holdsFrom }: Pick<NewUpdate, 'mergedInto' | 'holdsFrom'>,
): Promise<Insertion['target']> {
  if (mergedInto === undefined) return undefined
  const target = await findPoint(tx, point.planId, mergedInto)
  if (!target) return { id: null, is: 'missing' }
  if (target.id === point.id) return { id: target.id, is: 'self' }
  const updates = await outlinesOf(tx, { pointId: target.id })
  // Also on a later day that is told already: else two points could be part of each other, and neither is counted.
  const days = [holdsFrom, ...updates.map((update) => update.holdsFrom).filter((day) => day > holdsFrom)]
  return { id: target.id, is: days.some((day) => statusOn(updates, day) === 'merged') ? 'merged' : 'ok' }
}

/** The number of the point an update belongs to; 404 when the plan has no such update. */
export async function numberOfUpdate(tx: Tx, plan: Pick<Plan, 'id'>, id: number): Promise<string> {
  const { updates, points } = tx.tables
  const [row] = await tx
    .select({ number: points.number })
    .from(updates)
    .innerJoin(points, eq(points.id, updates.pointId))
    .where(and(eq(updates.id, id), eq(updates.planId, plan.id)))
  if (!row) throw new Refused('not-found')
  return row.number
}
