import { and, asc, eq, max } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { statement, type Given } from '../database/statement.ts'
import type { Tables } from '../database/tables.ts'
import { rolesOf, type Viewer } from '../http/viewer.ts'
import { Refused, refusedField } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Plan } from '../database/plan.ts'
import { ownerOf } from '../people/store.ts'
import { findOrganisation } from '../people/organisations.store.ts'

export type Point = Tables['points']['$inferSelect']

const pointAt = statement((tx, { planId, number }: Given<{ planId: number; number: string }>) => {
  const { points } = tx.tables
  return tx
    .select()
    .from(points)
    .where(and(eq(points.planId, planId), eq(points.number, number)))
})

export async function findPoint(tx: Tx, planId: number, number: string): Promise<Point | undefined> {
  const [point] = await pointAt(tx, { planId, number })
  return point
}

/** The point of this number; 404 when the plan has none. */
export async function requirePoint(tx: Tx, { id }: Pick<Plan, 'id'>, number: string): Promise<Point> {
  const point = await findPoint(tx, id, number)
  if (!point) throw new Refused('not-found')
  return point
}

/** The organisation of this code; 422 naming the field when there is none. */
export async function organisationId(tx: Tx, code: string, field: string): Promise<number> {
  const organisation = await findOrganisation(tx, code)
  if (!organisation) throw refusedField('organisation-unknown', field)
  return organisation.id
}

/** How many places the plan's order has: the next point stands after them. */
export async function lastPosition(tx: Tx, planId: number): Promise<number> {
  const { points } = tx.tables
  const [last] = await tx
    .select({ position: max(points.position) })
    .from(points)
    .where(eq(points.planId, planId))
  return last?.position ?? 0
}

/** Says which person holds the point's function from `fromDay` on; null leaves it without an owner. */
export async function assignOwner(
  tx: Tx,
  plan: Plan,
  number: string,
  personId: number | null,
  fromDay: string,
  context: WriteContext,
): Promise<void> {
  const point = await requirePoint(tx, plan, number)
  const recorded = { recordedAt: context.now.toISOString(), recordedBy: context.by.personId }
  await tx.insert(tx.tables.assignments).values({ pointId: point.id, personId, fromDay, ...recorded })
}

const wordsOf = statement((tx, { pointId }: Given<{ pointId: number }>) => {
  const { wordings } = tx.tables
  return tx
    .select()
    .from(wordings)
    .where(eq(wordings.pointId, pointId))
    .orderBy(asc(wordings.holdsFrom), asc(wordings.id))
})

/** The decided words of a point, the oldest first (F06). */
export const wordingsOf = (tx: Tx, pointId: number): Promise<Tables['wordings']['$inferSelect'][]> =>
  wordsOf(tx, { pointId })

/** The words of a point that hold now. */
export async function wordingOf(tx: Tx, pointId: number): Promise<Tables['wordings']['$inferSelect']> {
  return (await wordingsOf(tx, pointId)).at(-1)!
}

/** Every point of a plan, in the plan's order. */
export async function pointsOf(tx: Tx, planId: number): Promise<Point[]> {
  const { points } = tx.tables
  return tx.select().from(points).where(eq(points.planId, planId)).orderBy(asc(points.position))
}

const numberOfEach = statement((tx, { planId }: Given<{ planId: number }>) => {
  const { points } = tx.tables
  return tx.select({ id: points.id, number: points.number }).from(points).where(eq(points.planId, planId))
})

/** The numbers of a plan's points, by id. */
export const numbersOf = async (tx: Tx, planId: number): Promise<Map<number, string>> =>
  new Map((await numberOfEach(tx, { planId })).map((point) => [point.id, point.number]))

/** Whether a reporter's deeds reach this point: those who lead the plan reach every one, others the points whose function they hold. */
export async function ownPoint(tx: Tx, viewer: Viewer, plan: Plan, pointId: number): Promise<boolean> {
  if (viewer.only?.pointId !== undefined && viewer.only.pointId !== pointId) return false
  const roles = rolesOf(viewer, plan)
  if (roles.includes('administrator') || roles.includes('strategist')) return true
  return (await ownerOf(tx, pointId)) === viewer.personId
}

/** 403 for a point that a reporter's deeds do not reach. */
export async function requireOwnPoint(tx: Tx, viewer: Viewer, plan: Plan, pointId: number): Promise<void> {
  if (!(await ownPoint(tx, viewer, plan, pointId))) throw new Refused('not-your-point')
}
