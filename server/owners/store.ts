import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import type { Act } from '../people/act.ts'
import { readTexts, type Said } from '../texts/store.ts'

/** Who answers for a point: since which day, and what the one before them wrote. */
export interface Holding {
  pointId: number
  personId: number | null
  fromDay: string
  note: Said | null
  /** Whether anybody has recorded a word about the point since. */
  answered: boolean
}

/** How each point of the plan that was ever given to somebody is held now, by the point's id. */
export async function holdingsOf(tx: Tx, planId: number): Promise<Map<number, Holding>> {
  const { assignments, points } = tx.tables
  const rows = await tx
    .select({
      pointId: assignments.pointId,
      personId: assignments.personId,
      fromDay: assignments.fromDay,
      noteId: assignments.noteId,
      answered: sql<number | boolean>`exists (select 1 from updates u
        where u.point_id = ${assignments.pointId} and u.recorded_at >= ${assignments.recordedAt})`,
    })
    .from(assignments)
    .innerJoin(points, eq(points.id, assignments.pointId))
    .where(eq(points.planId, planId))
    .orderBy(asc(assignments.id))
  const last = [...new Map(rows.map((row) => [row.pointId, row])).values()]
  const notes = await readTexts(
    tx,
    last.map((row) => row.noteId),
  )
  return new Map(
    last.map(({ noteId, answered, ...row }) => [
      row.pointId,
      { ...row, answered: Boolean(answered), note: noteId === null ? null : (notes.get(noteId) ?? null) },
    ]),
  )
}

/** Writes who answers for these points from a day on; null leaves them without anybody. All carry the same note (F41). */
export async function writeHoldings(
  tx: Tx,
  pointIds: readonly number[],
  held: { personId: number | null; fromDay: string; noteId: number | null },
  act: Act,
): Promise<void> {
  const recorded = { recordedAt: act.now.toISOString(), recordedBy: act.by.personId }
  if (pointIds.length === 0) return
  await tx
    .insert(tx.tables.assignments)
    .values(pointIds.map((pointId) => ({ pointId, ...held, ...recorded })))
}
