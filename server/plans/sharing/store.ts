import { and, desc, eq, sql } from 'drizzle-orm'
import type { Day, Instant } from '#domain/calendar.ts'
import type { Status } from '#domain/status.ts'
import type { Tx } from '../../database/database.ts'

/** That a point came to another status: recorded when, holding from when, by which function. */
export interface StatusChange {
  id: number
  pointId: number
  from: Status
  to: Status
  holdsFrom: Day
  recordedAt: Instant
  byFunction: string
  organisation: string | null
}

/** How many updates back a change is looked for: what a feed holds is the latest, not the history. */
const lookBack = 200

/**
 * The latest changes of status of a plan, newest recorded first, at most so many. Each update is compared with the one before it in the point's story
 * (a point nobody has reported on has not started); what has been corrected is left out, its correction stands for it.
 */
export async function latestStatusChanges(tx: Tx, planId: number, atMost: number): Promise<StatusChange[]> {
  const { updates, organisations } = tx.tables
  const rows = await tx
    .select({
      id: updates.id,
      pointId: updates.pointId,
      from: sql<Status | null>`(select u.status from updates u where u.point_id = ${updates.pointId}
        and (u.place_day, u.place_id, u.id) < (${updates.placeDay}, ${updates.placeId}, ${updates.id})
        and not exists (select 1 from updates c where c.corrects = u.id)
        order by u.place_day desc, u.place_id desc, u.id desc limit 1)`,
      to: updates.status,
      holdsFrom: updates.holdsFrom,
      recordedAt: updates.recordedAt,
      byFunction: updates.byFunction,
      organisation: organisations.name,
    })
    .from(updates)
    .leftJoin(organisations, eq(organisations.id, updates.byOrganisationId))
    .where(
      and(
        eq(updates.planId, planId),
        eq(updates.answer, 'update'),
        sql`not exists (select 1 from updates c where c.corrects = ${updates.id})`,
      ),
    )
    .orderBy(desc(updates.id))
    .limit(lookBack)
  return rows
    .map((row) => ({ ...row, from: row.from ?? ('not_started' as const) }))
    .filter(({ from, to }) => from !== to)
    .slice(0, atMost)
}

/** When the report of a review day was published, edition by edition, newest first. */
export async function publishedEditions(
  tx: Tx,
  planId: number,
): Promise<{ id: number; term: string; edition: number; recordedAt: Instant }[]> {
  const { reportStates, reviews } = tx.tables
  return tx
    .select({
      id: reportStates.id,
      term: reviews.term,
      edition: sql<number>`${reportStates.edition}`,
      recordedAt: reportStates.recordedAt,
    })
    .from(reportStates)
    .innerJoin(reviews, eq(reviews.id, reportStates.reviewId))
    .where(and(eq(reportStates.planId, planId), eq(reportStates.state, 'published')))
    .orderBy(desc(reportStates.id))
    .limit(20)
}
