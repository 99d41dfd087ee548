import { and, asc, eq, isNull } from 'drizzle-orm'
// Only a name put before a table, the same on both engines.
import { alias } from 'drizzle-orm/sqlite-core'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refusedField } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import { findPoint } from '../points/store.ts'
import { readTexts, writeText } from '../texts/store.ts'
import type { SnapshotComment } from './snapshot.ts'
import type { NewComment } from './meetings/schema.ts'

type Comment = Tables['comments']['$inferSelect'] & { number: string | null }

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
async function insertComment(
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
  if (point && !found) throw new Refused('not-found')
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
