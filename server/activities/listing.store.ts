import { and, asc, count, desc, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { statement, type Given } from '../database/statement.ts'
import { filesOfActivities, type StoredFile } from '../files/known.store.ts'
import type { OrganisationName } from '../points/state-on-day.store.ts'
import { decisionOf } from './store.ts'
import { readTexts, type StoredText } from '../texts/store.ts'
import type { targetGroups } from './schema.ts'

export interface Activity {
  id: number
  point: string
  happenedOn: string
  recordedAt: string
  targetGroup: (typeof targetGroups)[number] | null
  occasions: number | null
  participants: number | null
  by: { function: string; organisation: OrganisationName | null }
  /** Whose it is; never travels. */
  recordedBy: number
  shown: boolean
  /** Whether somebody has decided to show its words or to keep them internal. */
  decided: boolean
  what: StoredText | null
  link: StoredText | null
  corrects: number | null
  /** Each is shown or internal by itself; who may see which is for those who tell of them. */
  files: StoredFile[]
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
  /** Only those whose words everybody may read. */
  shown?: boolean
  targetGroup?: Activity['targetGroup']
  /** Only those logged in the name of this organisation. */
  organisationId?: number
  /** These and no others, also where a correction has taken their place. */
  ids?: readonly number[]
}

const matching = (tables: Tx['tables'], planId: number, wanted: Partial<Wanted>) => {
  const { activities } = tables
  return and(
    eq(activities.planId, planId),
    wanted.pointId === undefined ? undefined : eq(activities.pointId, wanted.pointId),
    wanted.id === undefined ? undefined : eq(activities.id, wanted.id),
    wanted.before === undefined ? undefined : lt(activities.id, wanted.before),
    wanted.unshown ? isNull(decisionOf(tables)) : undefined,
    wanted.by === undefined ? undefined : eq(activities.recordedBy, wanted.by),
    wanted.shown ? sql`${decisionOf(tables)} is true` : undefined,
    wanted.targetGroup ? eq(activities.targetGroup, wanted.targetGroup) : undefined,
    wanted.organisationId === undefined ? undefined : eq(activities.byOrganisationId, wanted.organisationId),
    wanted.ids
      ? inArray(activities.id, [...wanted.ids])
      : sql`not exists (select 1 from activities c where c.corrects = ${activities.id})`,
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
  return told(
    tx,
    await rowsIn(tx)
      .where(matching(tx.tables, planId, wanted))
      .orderBy(desc(tx.tables.activities.id))
      .limit(wanted.limit),
  )
}

const rowsIn = (tx: Tx) => {
  const { activities, organisations, points } = tx.tables
  return tx
    .select({
      activity: activities,
      point: points.number,
      organisation: { code: organisations.code, name: organisations.name },
      shown: decisionOf(tx.tables),
    })
    .from(activities)
    .innerJoin(points, eq(points.id, activities.pointId))
    .leftJoin(organisations, eq(organisations.id, activities.byOrganisationId))
}

/** Rows with their words and files. */
async function told(tx: Tx, rows: Awaited<ReturnType<typeof rowsIn>>): Promise<Activity[]> {
  const texts = await readTexts(
    tx,
    rows.flatMap(({ activity }) => [activity.whatId, activity.linkId]),
  )
  const files = await filesOfActivities(
    tx,
    rows.map(({ activity }) => activity.id),
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
    recordedBy: activity.recordedBy,
    shown: Boolean(shown),
    decided: shown !== null,
    what: texts.get(activity.whatId) ?? null,
    link: activity.linkId === null ? null : (texts.get(activity.linkId) ?? null),
    corrects: activity.corrects,
    files: files.get(activity.id) ?? [],
  }))
}

const rowOf = statement((tx, { planId, id }: Given<{ planId: number; id: number }>) => {
  const { activities } = tx.tables
  return rowsIn(tx).where(and(eq(activities.planId, planId), eq(activities.id, id)))
})

/** One activity of a plan, also where a correction has taken its place; undefined when the plan has none of this id. */
export async function findActivity(tx: Tx, planId: number, id: number): Promise<Activity | undefined> {
  return (await told(tx, await rowOf(tx, { planId, id })))[0]
}

/** What stood there before each of these was corrected, the latest wording first, by the id of the activity that stands now (A06). */
export async function earlierWordings(
  tx: Tx,
  planId: number,
  standing: readonly Pick<Activity, 'id' | 'corrects'>[],
): Promise<Map<number, Activity[]>> {
  const earlier = new Map<number, Activity[]>()
  let wanted = standing.flatMap(({ id, corrects }) => (corrects === null ? [] : [{ of: id, corrects }]))
  while (wanted.length > 0) {
    const ids = wanted.map((one) => one.corrects)
    const found = new Map(
      (await listActivities(tx, planId, { ids, limit: ids.length })).map((one) => [one.id, one]),
    )
    wanted = wanted.flatMap(({ of, corrects }) => {
      const one = found.get(corrects)
      if (one) earlier.set(of, [...(earlier.get(of) ?? []), one])
      return one?.corrects ? [{ of, corrects: one.corrects }] : []
    })
  }
  return earlier
}

/** Which in order an activity is among those that stand on its point (A17). */
export async function ordinalOf(
  tx: Tx,
  planId: number,
  activity: Pick<Activity, 'id' | 'point'>,
): Promise<number> {
  const { activities, points } = tx.tables
  const [row] = await tx
    .select({ n: count() })
    .from(activities)
    .innerJoin(points, eq(points.id, activities.pointId))
    .where(
      and(
        matching(tx.tables, planId, {}),
        eq(points.number, activity.point),
        lte(activities.id, activity.id),
      ),
    )
  return row?.n ?? 0
}

/** The organisations in whose names a plan's activities were logged, by name. */
export async function activeOrganisations(tx: Tx, planId: number): Promise<OrganisationName[]> {
  const { organisations } = tx.tables
  return tx
    .select({ code: organisations.code, name: organisations.name })
    .from(organisations)
    .where(
      sql`exists (select 1 from activities a where a.plan_id = ${planId} and a.by_organisation_id = ${organisations.id})`,
    )
    .orderBy(asc(organisations.name))
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
