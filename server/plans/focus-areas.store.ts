import { count, eq, inArray, sql } from 'drizzle-orm'
import { refuseAreas } from '#domain/focus-area.ts'
import type { Tx } from '../database/database.ts'
import { Refused, refuseFor } from '../http/refusal.ts'
import { focusAreasOf } from './store.ts'
import type { FocusAreas, NewFocusAreas } from './focus-areas.schema.ts'
import type { Plan } from '../database/plan.ts'

/** A plan's focus areas in their order, each with how many points it has. */
export async function areasWithPoints(tx: Tx, planId: number): Promise<FocusAreas['items']> {
  const { points } = tx.tables
  const counted = await tx
    .select({ areaId: points.focusAreaId, n: count() })
    .from(points)
    .where(eq(points.planId, planId))
    .groupBy(points.focusAreaId)
  const countOf = new Map(counted.map(({ areaId, n }) => [areaId, n]))
  return (await focusAreasOf(tx, planId)).map(({ id, number, title }) => ({
    id,
    number,
    title,
    points: countOf.get(id) ?? 0,
  }))
}

/** The latest area's id, or null: what a list of areas is based on. */
const latestOf = (areas: readonly { id: number }[]): number | null =>
  areas.length === 0 ? null : Math.max(...areas.map(({ id }) => id))

export const asList = (items: FocusAreas['items']): FocusAreas => ({
  items,
  latest: latestOf(items),
  next: null,
})

/**
 * Makes a plan's focus areas these, in this order: those with an id keep their points under whatever name, those without are new, and those left
 * out are removed. 409 with the list that stands when somebody added one in the meantime, 422 with every reason when a rule refuses it.
 */
export async function setAreas(tx: Tx, plan: Plan, { items, basedOn }: NewFocusAreas): Promise<void> {
  const known = await areasWithPoints(tx, plan.id)
  if (basedOn !== latestOf(known)) throw new Refused('based-on-old', { current: asList(known) })
  refuseFor(refuseAreas(items, known))
  const { focusAreas } = tx.tables
  const kept = new Set(items.map(({ id }) => id))
  const removed = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (removed.length > 0) await tx.delete(focusAreas).where(inArray(focusAreas.id, removed))
  // Two areas never stand at one place, not even in between.
  await tx
    .update(focusAreas)
    .set({ position: sql`-1 - ${focusAreas.position}` })
    .where(eq(focusAreas.planId, plan.id))
  for (const [position, { id, number, title }] of items.entries()) {
    const row = { number: number || null, title, position }
    if (id === undefined) await tx.insert(focusAreas).values({ planId: plan.id, ...row })
    else await tx.update(focusAreas).set(row).where(eq(focusAreas.id, id))
  }
}
