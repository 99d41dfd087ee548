import type { Tx } from '../database/database.ts'
import { Refused } from '../http/refusal.ts'
import { exists } from '../http/guard.ts'
import type { Viewer } from '../people/store.ts'
import { findPlan, type Plan } from './store.ts'

/** The plan at this address as far as the viewer may know of it; 404 for one that is not there for them. */
export async function visiblePlan(tx: Tx, slug: string, viewer: Viewer | undefined): Promise<Plan> {
  const plan = await findPlan(tx, slug)
  if (!exists(plan, viewer)) throw new Refused(404, 'not-found')
  return plan
}
