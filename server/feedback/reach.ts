import { may } from '#domain/roles.ts'
import type { Tx } from '../database/database.ts'
import { rolesOf } from '../guard.ts'
import type { Viewer } from '../people/store.ts'
import { listEveryPlan } from '../plans/store.ts'
import type { Reach } from './store.ts'

/** Whose readers somebody answers: those of the plans they lead, and an administrator those of pages that belong to no plan. */
export async function reachOf(tx: Tx, viewer: Viewer): Promise<Reach> {
  const led = (await listEveryPlan(tx)).filter((plan) => may(rolesOf(viewer, plan), 'feedback.answer'))
  return { planIds: led.map(({ id }) => id), outside: viewer.administrator }
}
