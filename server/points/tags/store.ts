import { asc, eq } from 'drizzle-orm'
import { inTagOrder, refuseTags, type Tag } from '#domain/tags.ts'
import type { Tx } from '../../database/database.ts'
import { statement, type Given } from '../../database/statement.ts'
import { refuseFor } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import { requirePoint, type Point } from '../store.ts'
import type { Plan } from '../../database/plan.ts'

const tagsIn = statement((tx, { planId }: Given<{ planId: number }>) => {
  const { tags } = tx.tables
  return tx
    .select({ pointId: tags.pointId, vocabulary: tags.vocabulary, code: tags.code })
    .from(tags)
    .where(eq(tags.planId, planId))
    .orderBy(asc(tags.pointId), asc(tags.vocabulary), asc(tags.position))
})

/** What the points of a plan are tied to, by the point's id; a point without tags is not there. */
export async function tagsOfPlan(tx: Tx, planId: number): Promise<Map<number, Tag[]>> {
  const rows = Map.groupBy(await tagsIn(tx, { planId }), ({ pointId }) => pointId)
  return new Map(
    [...rows].map(([pointId, tags]) => [
      pointId,
      inTagOrder(tags.map(({ vocabulary, code }) => ({ vocabulary, code }))),
    ]),
  )
}

/** What one point is tied to. */
export const tagsOfPoint = async (tx: Tx, planId: number, pointId: number): Promise<Tag[]> =>
  (await tagsOfPlan(tx, planId)).get(pointId) ?? []

/**
 * Ties a point to these goals and no others (P13). They are a way to find it: no status, no count and no closed report hangs on them. 404 for a
 * number the plan does not have, 422 naming the vocabulary for a code it does not know, one given twice, or more than three. Gives the point.
 */
export async function setTags(
  tx: Tx,
  plan: Plan,
  number: string,
  tags: readonly Tag[],
  context: WriteContext,
): Promise<Point> {
  const point = await requirePoint(tx, plan, number)
  refuseFor(refuseTags(tags))
  const { tags: table } = tx.tables
  await tx.delete(table).where(eq(table.pointId, point.id))
  const recorded = { recordedAt: context.now.toISOString(), recordedBy: context.by.personId }
  const rows = inTagOrder(tags).map(({ vocabulary, code }, position) => ({
    planId: plan.id,
    pointId: point.id,
    vocabulary,
    code,
    position,
    ...recorded,
  }))
  if (rows.length > 0) await tx.insert(table).values(rows)
  return point
}
