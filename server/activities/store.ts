import { and, eq, inArray, sql } from 'drizzle-orm'
import { refuseActivity } from '#domain/activity.ts'
import { dayOf } from '#domain/calendar.ts'
import type { Tx } from '../database/database.ts'
import { newRow, statement, type Given } from '../database/statement.ts'
import { attachToActivity } from '../files/attach.store.ts'
import { Refused, refuseFor, refusedField } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import { findPoint, type Point } from '../points/store.ts'
import { writeText } from '../texts/store.ts'
import { note } from '../trail/store.ts'
import type { NewActivity } from './schema.ts'
import type { Plan } from '../database/plan.ts'

/** The last decision to show an activity's words or keep them internal, beside a row of `activities`; null where nobody has decided. */
export const decisionOf = ({ activities }: Tx['tables']) =>
  sql<
    number | boolean | null
  >`(select s.shown from showings s where s.activity_id = ${activities.id} order by s.id desc limit 1)`

/** Writes down that an activity's words are public, or internal. The last such row counts. */
async function writeShowing(
  tx: Tx,
  planId: number,
  activityId: number,
  shown: boolean,
  context: WriteContext,
): Promise<void> {
  const recorded = { recordedAt: context.now.toISOString(), recordedBy: context.by.personId }
  await tx.insert(tx.tables.showings).values({ planId, activityId, shown, ...recorded })
}

/**
 * *Visa för alla*, or its undoing: makes the words of these activities public or internal, all of them or none. 404 when one of them is not
 * in the plan.
 */
export async function showActivities(
  tx: Tx,
  plan: Plan,
  ids: readonly number[],
  shown: boolean,
  context: WriteContext,
): Promise<void> {
  const { activities } = tx.tables
  const wanted = [...new Set(ids)]
  const found = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(inArray(activities.id, wanted), eq(activities.planId, plan.id)))
  if (found.length < wanted.length) throw new Refused('not-found')
  for (const id of wanted) await writeShowing(tx, plan.id, id, shown, context)
  note(context, { shown: { after: shown }, activities: { after: wanted.join(', ') } })
}

/** The same for one. */
export const showActivity = (
  tx: Tx,
  plan: Plan,
  id: number,
  shown: boolean,
  context: WriteContext,
): Promise<void> => showActivities(tx, plan, [id], shown, context)

const insertRow = newRow('activities')

/**
 * Logs what somebody did (A01); it counts at once and changes no status (idea 8). `corrects` names an own earlier activity that this one
 * takes the place of (A06). Gives its id and which in order it is on its point.
 */
export async function logActivity(
  tx: Tx,
  plan: Plan,
  claim: NewActivity,
  context: WriteContext,
  corrects: number | null = null,
): Promise<{ id: number; ordinal: number }> {
  refuseFor(
    refuseActivity(
      { ...claim, targetGroup: claim.targetGroup ?? undefined, link: claim.link ?? undefined },
      { today: dayOf(context.now), planFrom: plan.periodFrom },
    ),
  )
  const point = await findPoint(tx, plan.id, claim.point)
  if (!point) throw refusedField('point-unknown', 'point')
  if (corrects !== null) await refuseForeignCorrection(tx, plan, corrects, context)
  const id = await insertRow(tx, {
    planId: plan.id,
    pointId: point.id,
    corrects,
    whatId: (await writeText(tx, plan.id, claim.what, context))!,
    happenedOn: claim.happenedOn,
    targetGroup: claim.targetGroup ?? null,
    occasions: claim.occasions ?? null,
    participants: claim.participants ?? null,
    linkId: await writeText(tx, plan.id, claim.link, context),
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
    byFunction: context.by.function,
    byOrganisationId: context.by.organisationId,
  })
  const owner = { planId: plan.id, pointId: point.id, activityId: id }
  await attachToActivity(tx, owner, claim.files, context, corrects)
  const ordinal = await raiseCount(tx, point, corrects)
  if (plan.wordsShown === 'at-once') await writeShowing(tx, plan.id, id, true, context)
  note(
    context,
    { activity: { ...(corrects !== null && { before: corrects }), after: id } },
    { object: 'point', objectId: point.number },
  )
  return { id, ordinal }
}

async function refuseForeignCorrection(tx: Tx, plan: Plan, id: number, context: WriteContext): Promise<void> {
  const { activities } = tx.tables
  const [mistaken] = await tx
    .select()
    .from(activities)
    .where(and(eq(activities.id, id), eq(activities.planId, plan.id)))
  if (!mistaken || mistaken.recordedBy !== context.by.personId) throw new Refused('not-found')
  if (await isCorrected(tx, id)) throw new Refused('activity-corrected')
}

const addToCount = statement((tx, { pointId, more }: Given<{ pointId: number; more: number }>) => {
  const { points } = tx.tables
  return tx
    .update(points)
    .set({ activityCount: sql`${points.activityCount} + ${more}` })
    .where(eq(points.id, pointId))
    .returning({ count: points.activityCount })
})

/** A correction takes its place in the count from the one it corrects, also when it moves to another point. */
async function raiseCount(tx: Tx, point: Point, corrects: number | null): Promise<number> {
  const { activities } = tx.tables
  if (corrects !== null) {
    const [mistaken] = await tx.select().from(activities).where(eq(activities.id, corrects))
    await addToCount(tx, { pointId: mistaken!.pointId, more: -1 })
  }
  const [row] = await addToCount(tx, { pointId: point.id, more: 1 })
  return row!.count
}

/** Whether a correction has taken the place of this activity. */
export async function isCorrected(tx: Tx, id: number): Promise<boolean> {
  const { activities } = tx.tables
  const [row] = await tx.select({ id: activities.id }).from(activities).where(eq(activities.corrects, id))
  return row !== undefined
}
