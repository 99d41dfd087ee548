import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'

/** The review days of a plan whose meeting is under way. */
export async function openMeetings(tx: Tx, planId: number): Promise<Set<number>> {
  const { meetings } = tx.tables
  const rows = await tx
    .select({ reviewId: meetings.reviewId })
    .from(meetings)
    .where(and(eq(meetings.planId, planId), isNull(meetings.endedAt)))
  return new Set(rows.map((row) => row.reviewId))
}
