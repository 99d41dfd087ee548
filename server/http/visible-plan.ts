import type { Tx } from '../database/database.ts'
import { type Plan, findPlan } from '../database/plan.ts'
import { Refused } from './refusal.ts'
import { type Viewer, exists } from './viewer.ts'

/** The plan at this address as far as the viewer may know of it; 404 for one that is not there for them. */
export async function visiblePlan(tx: Tx, slug: string, viewer: Viewer | undefined): Promise<Plan> {
  const plan = await findPlan(tx, slug)
  if (!exists(plan, viewer)) throw new Refused('not-found')
  return plan
}
