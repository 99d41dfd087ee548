import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { WriteContext } from '../http/write-context.ts'

export type Meeting = Tables['meetings']['$inferSelect']

/** The review days of a plan whose meeting is under way. */
export async function openMeetings(tx: Tx, planId: number): Promise<Set<number>> {
  const meeting = await openMeeting(tx, planId)
  return new Set(meeting ? [meeting.reviewId] : [])
}

/** The meeting of a plan that is under way; there is one at a time. */
export async function openMeeting(tx: Tx, planId: number): Promise<Meeting | undefined> {
  const { meetings } = tx.tables
  const [row] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.planId, planId), isNull(meetings.endedAt)))
  return row
}

/** The meeting of a review day, under way or ended. */
export async function meetingOf(tx: Tx, reviewId: number): Promise<Meeting | undefined> {
  const { meetings } = tx.tables
  const [row] = await tx.select().from(meetings).where(eq(meetings.reviewId, reviewId))
  return row
}

/** Ends the meeting of a review day; one that has ended stays so. */
export async function endMeeting(tx: Tx, reviewId: number, context: WriteContext): Promise<void> {
  const { meetings } = tx.tables
  await tx
    .update(meetings)
    .set({ endedAt: context.now.toISOString() })
    .where(and(eq(meetings.reviewId, reviewId), isNull(meetings.endedAt)))
}
