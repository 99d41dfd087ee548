import { aliasedTable, and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm'
import { dayOf, type Day, type Instant } from '#domain/calendar.ts'
import type { Outlook, Status } from '#domain/status.ts'
import type { Tx } from '../database/database.ts'

export interface LastWord {
  /** The Swedish day it was recorded. */
  day: Day
  function: string
  organisation: string | null
}

/** The last update or activity recorded in a plan: when, and in which function; undefined in a plan where nobody has said anything. */
export async function lastWordOf(tx: Tx, planId: number): Promise<LastWord | undefined> {
  const { updates, activities, organisations } = tx.tables
  const [update] = await tx
    .select({ at: updates.recordedAt, function: updates.byFunction, organisation: organisations.name })
    .from(updates)
    .leftJoin(organisations, eq(organisations.id, updates.byOrganisationId))
    .where(eq(updates.planId, planId))
    .orderBy(desc(updates.id))
    .limit(1)
  const [activity] = await tx
    .select({ at: activities.recordedAt, function: activities.byFunction, organisation: organisations.name })
    .from(activities)
    .leftJoin(organisations, eq(organisations.id, activities.byOrganisationId))
    .where(eq(activities.planId, planId))
    .orderBy(desc(activities.id))
    .limit(1)
  const last = update && activity ? (update.at > activity.at ? update : activity) : (update ?? activity)
  return last && { day: dayOf(new Date(last.at)), function: last.function, organisation: last.organisation }
}

export interface LaterCorrection {
  id: number
  recordedAt: Instant
  number: string
  from: { status: Status; outlook: Outlook }
  to: { status: Status; outlook: Outlook }
}

/** What was corrected, after a day was closed, of what held on that day: it stands beside the report, which does not change (trap 21). */
export async function correctionsAfter(
  tx: Tx,
  planId: number,
  heldOn: Day,
  closedAt: Instant,
): Promise<LaterCorrection[]> {
  const { updates, points } = tx.tables
  const mistaken = aliasedTable(updates, 'mistaken')
  const rows = await tx
    .select({
      id: updates.id,
      recordedAt: updates.recordedAt,
      number: points.number,
      from: { status: mistaken.status, outlook: mistaken.outlook },
      to: { status: updates.status, outlook: updates.outlook },
    })
    .from(updates)
    .innerJoin(mistaken, eq(mistaken.id, updates.corrects))
    .innerJoin(points, eq(points.id, updates.pointId))
    .where(
      and(
        eq(updates.planId, planId),
        gt(updates.recordedAt, closedAt),
        lte(mistaken.holdsFrom, heldOn),
        // The one that stood on that day, not an earlier correction of the same mistake.
        sql`${mistaken.recordedAt} <= ${closedAt}`,
      ),
    )
    .orderBy(asc(updates.id))
  return rows
}
