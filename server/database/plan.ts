import { statement, type Given } from './statement.ts'
import { asc, eq, sql } from 'drizzle-orm'
import type { Tables } from './tables.ts'
import type { Tx } from './database.ts'
import { Refused } from '../http/refusal.ts'

export type Plan = Tables['plans']['$inferSelect']
const planAt = statement((tx, { slug }: Given<{ slug: string }>) => {
  const { plans } = tx.tables
  return tx.select().from(plans).where(eq(plans.slug, slug))
})
/** The plan at this address, published or not, or undefined. */
export async function findPlan(tx: Tx, slug: string): Promise<Plan | undefined> {
  const [plan] = await planAt(tx, { slug })
  return plan
}
const raiseRevision = statement((tx, { slug }: Given<{ slug: string }>) => {
  const { plans } = tx.tables
  return tx
    .update(plans)
    .set({ revision: sql`${plans.revision} + 1` })
    .where(eq(plans.slug, slug))
    .returning()
})
/**
 * Begins every write to a plan: raises its revision, which is the key of kept answers and the lock that makes rule and row one step on
 * both engines. Gives the plan as it stands; 404 when it is not there.
 */
export async function lockPlan(tx: Tx, slug: string): Promise<Plan> {
  const [plan] = await raiseRevision(tx, { slug })
  if (!plan) throw new Refused('not-found')
  return plan
}

/** The plan of this row, published or not. */
export async function planById(tx: Tx, id: number): Promise<Plan | undefined> {
  const { plans } = tx.tables
  const [plan] = await tx.select().from(plans).where(eq(plans.id, id))
  return plan
}

/** Every plan here, published or not. */
export async function listEveryPlan(tx: Tx): Promise<Plan[]> {
  const { plans } = tx.tables
  return tx.select().from(plans).orderBy(asc(plans.id))
}
