import { aliasedTable, and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Day, Instant } from '#domain/calendar.ts'
import type { Outlook, Status } from '#domain/status.ts'
import type { Tx } from '../database/database.ts'

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
