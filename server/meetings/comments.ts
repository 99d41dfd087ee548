import type { Tx } from '../database/database.ts'
import { Refused, refusedField } from '../errors.ts'
import type { Act } from '../people/act.ts'
import { findPoint } from '../points/store.ts'
import type { SnapshotComment } from '../reviews/snapshot.ts'
import { readTexts, writeText } from '../texts/store.ts'
import type { NewComment } from './schema.ts'
import { commentsOf, insertComment } from './store.ts'

/**
 * Records what was said of a point, or of the whole, on a review day (F25); one entered wrongly is replaced by another. 404 for a point that is not
 * there, 422 for a comment that is replaced already.
 */
export async function recordComment(
  tx: Tx,
  { planId, reviewId }: { planId: number; reviewId: number },
  { point, text, replaces }: NewComment,
  act: Act,
): Promise<void> {
  const found = point ? await findPoint(tx, planId, point) : undefined
  if (point && !found) throw new Refused(404, 'not-found')
  if (replaces && !(await commentsOf(tx, reviewId)).some(({ id }) => id === replaces))
    throw refusedField('replaced-already', 'replaces')
  const textId = (await writeText(tx, planId, text, act))!
  await insertComment(
    tx,
    { planId, reviewId, pointId: found?.id ?? null, textId, replaces: replaces ?? null },
    act,
  )
}

/** Withdraws what was never said: a row that takes its place and says nothing. Refuses one that another has taken the place of. */
export async function withdrawComment(
  tx: Tx,
  { planId, reviewId }: { planId: number; reviewId: number },
  id: number,
  act: Act,
): Promise<void> {
  const found = (await commentsOf(tx, reviewId)).find((one) => one.id === id)
  if (!found) throw refusedField('replaced-already', 'id')
  const { pointId, textId } = found
  await insertComment(tx, { planId, reviewId, pointId, textId, replaces: id, withdrawn: true }, act)
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
