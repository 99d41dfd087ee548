import { and, count, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import { refuseActivity } from '#domain/activity.ts'
import { dayOf } from '#domain/calendar.ts'
import type { Tx } from '../database/database.ts'
import { Refused, refuseFor, refusedField } from '../errors.ts'
import type { Act } from '../people/act.ts'
import { findPoint, type Point } from '../points/store.ts'
import type { OrganisationName } from '../points/standing.ts'
import { lockPlan, type Plan } from '../plans/store.ts'
import { readTexts, writeText, type Said } from '../texts/store.ts'
import type { NewActivity, targetGroups } from './schema.ts'

export interface Activity {
  id: number
  point: string
  happenedOn: string
  recordedAt: string
  targetGroup: (typeof targetGroups)[number] | null
  occasions: number | null
  participants: number | null
  by: { function: string; organisation: OrganisationName | null }
  shown: boolean
  /** Whether somebody has decided to show its words or to keep them internal. */
  decided: boolean
  what: Said | null
  link: Said | null
  corrects: number | null
}

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
  const ordinal = await raiseCount(tx, point, corrects)
  if (plan.wordsShown === 'at-once') await writeShowing(tx, plan.id, row!.id, true, act)
  return { id: row!.id, ordinal }
}

async function refuseForeignCorrection(tx: Tx, plan: Plan, id: number, act: Act): Promise<void> {
  const { activities } = tx.tables
  const [mistaken] = await tx
    .select()
    .from(activities)
    .where(and(eq(activities.id, id), eq(activities.planId, plan.id)))
  if (!mistaken || mistaken.recordedBy !== act.by.personId) throw new Refused(404, 'not-found')
  const [answered] = await tx.select().from(activities).where(eq(activities.corrects, id))
  if (answered) throw new Refused(409, 'activity-corrected')
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

async function writeShowing(
  tx: Tx,
  planId: number,
  activityId: number,
  shown: boolean,
  act: Act,
): Promise<void> {
  const recorded = { recordedAt: act.now.toISOString(), recordedBy: act.by.personId }
  await tx.insert(tx.tables.showings).values({ planId, activityId, shown, ...recorded })
}

/** *Visa för alla*, or its undoing: makes an activity's words public or internal. 404 when there is no such activity in the plan. */
export async function showActivity(
  tx: Tx,
  slug: string,
  id: number,
  shown: boolean,
  act: Act,
): Promise<void> {
  const plan = await lockPlan(tx, slug)
  const { activities } = tx.tables
  const [activity] = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.id, id), eq(activities.planId, plan.id)))
  if (!activity) throw new Refused(404, 'not-found')
  await writeShowing(tx, plan.id, id, shown, act)
}

export interface Wanted {
  pointId?: number
  id?: number
  /** Only those recorded before this one: how a list goes on. */
  before?: number
  limit: number
  /** Only those nobody has yet decided to show or to keep internal. */
  unshown?: boolean
  /** Only those this person logged. */
  by?: number
}

/** The last decision to show an activity's words or keep them internal; null where nobody has decided. */
const decision = ({ activities }: Tx['tables']) =>
  sql<
    number | boolean | null
  >`(select s.shown from showings s where s.activity_id = ${activities.id} order by s.id desc limit 1)`

const matching = (tables: Tx['tables'], planId: number, wanted: Partial<Wanted>) => {
  const { activities } = tables
  return and(
    eq(activities.planId, planId),
    wanted.pointId === undefined ? undefined : eq(activities.pointId, wanted.pointId),
    wanted.id === undefined ? undefined : eq(activities.id, wanted.id),
    wanted.before === undefined ? undefined : lt(activities.id, wanted.before),
    wanted.unshown ? isNull(decision(tables)) : undefined,
    wanted.by === undefined ? undefined : eq(activities.recordedBy, wanted.by),
    sql`not exists (select 1 from activities c where c.corrects = ${activities.id})`,
  )
}

/** How many of a plan's activities match, without those a correction has taken the place of. */
export async function countActivities(
  tx: Tx,
  planId: number,
  wanted: Pick<Wanted, 'unshown' | 'by'>,
): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(tx.tables.activities)
    .where(matching(tx.tables, planId, wanted))
  return row?.n ?? 0
}

/** A plan's activities, the latest recorded first, without those a correction has taken the place of. */
export async function listActivities(tx: Tx, planId: number, wanted: Wanted): Promise<Activity[]> {
  const { activities, organisations, points } = tx.tables
  const rows = await tx
    .select({
      activity: activities,
      point: points.number,
      organisation: { code: organisations.code, name: organisations.name },
      shown: decision(tx.tables),
    })
    .from(activities)
    .innerJoin(points, eq(points.id, activities.pointId))
    .leftJoin(organisations, eq(organisations.id, activities.byOrganisationId))
    .where(matching(tx.tables, planId, wanted))
    .orderBy(desc(activities.id))
    .limit(wanted.limit)
  const texts = await readTexts(
    tx,
    rows.flatMap(({ activity }) => [activity.whatId, activity.linkId]),
  )
  return rows.map(({ activity, point, organisation, shown }) => ({
    id: activity.id,
    point,
    happenedOn: activity.happenedOn,
    recordedAt: activity.recordedAt,
    targetGroup: activity.targetGroup as Activity['targetGroup'],
    occasions: activity.occasions,
    participants: activity.participants,
    by: { function: activity.byFunction, organisation },
    shown: Boolean(shown),
    decided: shown !== null,
    what: texts.get(activity.whatId) ?? null,
    link: activity.linkId === null ? null : (texts.get(activity.linkId) ?? null),
    corrects: activity.corrects,
  }))
}

/** What has been done on a point by an instant: whole numbers; a count nobody told is not counted as zero but left out. */
export async function activityTotals(
  tx: Tx,
  planId: number,
  recordedBefore: string,
): Promise<Map<number, { activities: number; participants: number | null }>> {
  const { activities } = tx.tables
  const rows = await tx
    .select({
      pointId: activities.pointId,
      activities: sql<number>`count(*)`,
      participants: sql<number | null>`sum(${activities.participants})`,
    })
    .from(activities)
    .where(
      and(
        eq(activities.planId, planId),
        lt(activities.recordedAt, recordedBefore),
        sql`not exists (select 1 from activities c where c.corrects = ${activities.id} and c.recorded_at < ${recordedBefore})`,
      ),
    )
    .groupBy(activities.pointId)
  return new Map(
    rows.map((row) => [
      row.pointId,
      {
        activities: Number(row.activities),
        participants: row.participants === null ? null : Number(row.participants),
      },
    ]),
  )
}
