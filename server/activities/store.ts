import { and, eq, sql } from 'drizzle-orm'
import { refuseActivity } from '#domain/activity.ts'
import { dayOf } from '#domain/calendar.ts'
import { attachToActivity } from '../attachments/store.ts'
import type { Tx } from '../database/database.ts'
import { Refused, refuseFor, refusedField } from '../errors.ts'
import type { Act } from '../people/act.ts'
import { findPoint, type Point } from '../points/store.ts'
import { lockPlan, type Plan } from '../plans/store.ts'
import { writeShowing } from '../showings/store.ts'
import { writeText } from '../texts/store.ts'
import { note } from '../trail/note.ts'
import type { NewActivity } from './schema.ts'

/**
 * Logs what somebody did (A01); it counts at once and changes no status (idea 8). `corrects` names an own earlier activity that this one
 * takes the place of (A06). Gives its id and which in order it is on its point.
 */
export async function logActivity(
  tx: Tx,
  slug: string,
  claim: NewActivity,
  act: Act,
  corrects: number | null = null,
): Promise<{ id: number; ordinal: number }> {
  const plan = await lockPlan(tx, slug)
  refuseFor(
    refuseActivity(
      { ...claim, targetGroup: claim.targetGroup ?? undefined, link: claim.link ?? undefined },
      { today: dayOf(act.now), planFrom: plan.periodFrom },
    ),
  )
  const point = await findPoint(tx, plan.id, claim.point)
  if (!point) throw refusedField('point-unknown', 'point')
  if (corrects !== null) await refuseForeignCorrection(tx, plan, corrects, act)
  const { activities } = tx.tables
  const [row] = await tx
    .insert(activities)
    .values({
      planId: plan.id,
      pointId: point.id,
      corrects,
      whatId: (await writeText(tx, plan.id, claim.what, act))!,
      happenedOn: claim.happenedOn,
      targetGroup: claim.targetGroup ?? null,
      occasions: claim.occasions ?? null,
      participants: claim.participants ?? null,
      linkId: await writeText(tx, plan.id, claim.link, act),
      recordedAt: act.now.toISOString(),
      recordedBy: act.by.personId,
      byFunction: act.by.function,
      byOrganisationId: act.by.organisationId,
    })
    .returning({ id: activities.id })
  const owner = { planId: plan.id, pointId: point.id, activityId: row!.id }
  await attachToActivity(tx, owner, claim.files, act, corrects)
  const ordinal = await raiseCount(tx, point, corrects)
  if (plan.wordsShown === 'at-once') await writeShowing(tx, plan.id, row!.id, true, act)
  note(
    act,
    { activity: { ...(corrects !== null && { before: corrects }), after: row!.id } },
    { object: 'point', objectId: point.number },
  )
  return { id: row!.id, ordinal }
}

async function refuseForeignCorrection(tx: Tx, plan: Plan, id: number, act: Act): Promise<void> {
  const { activities } = tx.tables
  const [mistaken] = await tx
    .select()
    .from(activities)
    .where(and(eq(activities.id, id), eq(activities.planId, plan.id)))
  if (!mistaken || mistaken.recordedBy !== act.by.personId) throw new Refused(404, 'not-found')
  if (await isCorrected(tx, id)) throw new Refused(409, 'activity-corrected')
}

/** A correction takes its place in the count from the one it corrects, also when it moves to another point. */
async function raiseCount(tx: Tx, point: Point, corrects: number | null): Promise<number> {
  const { points, activities } = tx.tables
  if (corrects !== null) {
    const [mistaken] = await tx.select().from(activities).where(eq(activities.id, corrects))
    await tx
      .update(points)
      .set({ activityCount: sql`${points.activityCount} - 1` })
      .where(eq(points.id, mistaken!.pointId))
  }
  const [row] = await tx
    .update(points)
    .set({ activityCount: sql`${points.activityCount} + 1` })
    .where(eq(points.id, point.id))
    .returning({ count: points.activityCount })
  return row!.count
}

/** Whether a correction has taken the place of this activity. */
export async function isCorrected(tx: Tx, id: number): Promise<boolean> {
  const { activities } = tx.tables
  const [row] = await tx.select({ id: activities.id }).from(activities).where(eq(activities.corrects, id))
  return row !== undefined
}
