import { randomInt } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { Refused, refusedField } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import { findPoint } from '../../points/store.ts'
import { readTexts, writeText } from '../../texts/store.ts'
import type { SnapshotComment } from '../snapshot.ts'
import type { NewComment } from './schema.ts'

// Only a name put before a table, the same on both engines.

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

/** The meeting that is or was followed by this code. */
export async function meetingByCode(tx: Tx, code: string): Promise<Meeting | undefined> {
  const { meetings } = tx.tables
  const [row] = await tx.select().from(meetings).where(eq(meetings.code, code))
  return row
}

/** Signs that are not taken for one another when somebody types them from a screen. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** What a meeting is followed by: ten random signs, some 49 bits. */
export const newCode = (): string => Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('')

/** Opens a review day's meeting, or opens it again with another code; from its first slide. */
export async function startMeeting(
  tx: Tx,
  where: { planId: number; reviewId: number },
  context: WriteContext,
): Promise<void> {
  const { meetings } = tx.tables
  const earlier = await meetingOf(tx, where.reviewId)
  const opened = {
    code: newCode(),
    openedAt: context.now.toISOString(),
    openedBy: context.by.personId,
    endedAt: null,
    showing: 'start',
    version: (earlier?.version ?? 0) + 1,
  }
  if (earlier) await tx.update(meetings).set(opened).where(eq(meetings.id, earlier.id))
  else await tx.insert(meetings).values({ ...where, ...opened })
}

/** Ends the meeting of a review day; one that has ended stays so. */
export async function endMeeting(tx: Tx, reviewId: number, context: WriteContext): Promise<void> {
  const { meetings } = tx.tables
  await tx
    .update(meetings)
    .set({ endedAt: context.now.toISOString() })
    .where(and(eq(meetings.reviewId, reviewId), isNull(meetings.endedAt)))
}

/**
 * Shows something else, in one step: 409 with what stands when somebody stepped meanwhile, 404 when no meeting is under way. Does not raise the
 * plan's revision: only those who follow see it.
 */
export async function stepMeeting(
  tx: Tx,
  reviewId: number,
  to: { showing: string; version: number },
): Promise<void> {
  const { meetings } = tx.tables
  const stepped = await tx
    .update(meetings)
    .set({ showing: to.showing, version: to.version + 1 })
    .where(and(eq(meetings.reviewId, reviewId), isNull(meetings.endedAt), eq(meetings.version, to.version)))
    .returning({ id: meetings.id })
  if (stepped.length > 0) return
  const meeting = await meetingOf(tx, reviewId)
  if (!meeting || meeting.endedAt !== null) throw new Refused(404, 'meeting-ended')
  throw new Refused(409, 'based-on-old', {
    current: { showing: meeting.showing, version: meeting.version },
  })
}

export interface ChosenOrder {
  /** Empty where the agenda makes itself. */
  numbers: string[]
  /** 0 where nobody has chosen. */
  version: number
}

/** The order somebody chose for a review day's agenda. */
export async function chosenOrder(tx: Tx, reviewId: number): Promise<ChosenOrder> {
  const { agendaOrders } = tx.tables
  const [row] = await tx.select().from(agendaOrders).where(eq(agendaOrders.reviewId, reviewId))
  return { numbers: row?.numbers ?? [], version: row?.version ?? 0 }
}

/** Chooses an order, or with no numbers lets the agenda make itself; 409 with what stands when somebody ordered meanwhile. */
export async function chooseOrder(
  tx: Tx,
  where: { planId: number; reviewId: number },
  { numbers, version }: ChosenOrder,
  context: WriteContext,
): Promise<void> {
  const { agendaOrders } = tx.tables
  const current = await chosenOrder(tx, where.reviewId)
  if (current.version !== version) throw new Refused(409, 'based-on-old', { current })
  const chosen = {
    numbers,
    version: version + 1,
    changedAt: context.now.toISOString(),
    changedBy: context.by.personId,
  }
  if (version === 0) await tx.insert(agendaOrders).values({ ...where, ...chosen })
  else await tx.update(agendaOrders).set(chosen).where(eq(agendaOrders.reviewId, where.reviewId))
}

export type Comment = Tables['comments']['$inferSelect'] & { number: string | null }

/** What was said on a review day, in the order of recording, without what another has taken the place of and what was withdrawn. */
export async function commentsOf(tx: Tx, reviewId: number): Promise<Comment[]> {
  const { comments, points } = tx.tables
  const later = alias(comments, 'later')
  const rows = await tx
    .select({ comment: comments, number: points.number })
    .from(comments)
    .leftJoin(later, eq(later.replaces, comments.id))
    .leftJoin(points, eq(points.id, comments.pointId))
    .where(and(eq(comments.reviewId, reviewId), isNull(later.id), isNull(comments.withdrawn)))
    .orderBy(asc(comments.id))
  return rows.map(({ comment, number }) => ({ ...comment, number }))
}

/** Records what was said; its words are a text already written. */
export async function insertComment(
  tx: Tx,
  said: Pick<Comment, 'planId' | 'reviewId' | 'pointId' | 'textId' | 'replaces'> &
    Partial<Pick<Comment, 'withdrawn'>>,
  context: WriteContext,
): Promise<void> {
  await tx.insert(tx.tables.comments).values({
    ...said,
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
    byFunction: context.by.function,
  })
}

/**
 * Records what was said of a point, or of the whole, on a review day (F25); one entered wrongly is replaced by another. 404 for a point that is not
 * there, 422 for a comment that is replaced already.
 */
export async function recordComment(
  tx: Tx,
  { planId, reviewId }: { planId: number; reviewId: number },
  { point, text, replaces }: NewComment,
  context: WriteContext,
): Promise<void> {
  const found = point ? await findPoint(tx, planId, point) : undefined
  if (point && !found) throw new Refused(404, 'not-found')
  if (replaces && !(await commentsOf(tx, reviewId)).some(({ id }) => id === replaces))
    throw refusedField('replaced-already', 'replaces')
  const textId = (await writeText(tx, planId, text, context))!
  await insertComment(
    tx,
    { planId, reviewId, pointId: found?.id ?? null, textId, replaces: replaces ?? null },
    context,
  )
}

/** Withdraws what was never said: a row that takes its place and says nothing. Refuses one that another has taken the place of. */
export async function withdrawComment(
  tx: Tx,
  { planId, reviewId }: { planId: number; reviewId: number },
  id: number,
  context: WriteContext,
): Promise<void> {
  const found = (await commentsOf(tx, reviewId)).find((one) => one.id === id)
  if (!found) throw refusedField('replaced-already', 'id')
  const { pointId, textId } = found
  await insertComment(tx, { planId, reviewId, pointId, textId, replaces: id, withdrawn: true }, context)
}

/** What was said on a review day, as its snapshot holds it. */
export async function frozenComments(tx: Tx, reviewId: number): Promise<SnapshotComment[]> {
  const comments = await commentsOf(tx, reviewId)
  const texts = await readTexts(
    tx,
    comments.map(({ textId }) => textId),
  )
  return comments.map(({ number, textId, byFunction }) => ({
    point: number,
    text: { text: textId, sha256: texts.get(textId)!.sha256 },
    byFunction,
  }))
}
