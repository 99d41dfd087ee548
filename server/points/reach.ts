import type { Tx } from '../database/database.ts'
import { Refused } from '../errors.ts'
import { rolesOf } from '../guard.ts'
import type { Viewer } from '../people/store.ts'
import type { Plan } from '../plans/store.ts'
import { ownerOf } from './store.ts'

/** Whether a reporter's deeds reach this point: those who lead the plan reach every one, others the points whose function they hold. */
export async function reaches(tx: Tx, viewer: Viewer, plan: Plan, pointId: number): Promise<boolean> {
  if (viewer.only?.pointId !== undefined && viewer.only.pointId !== pointId) return false
  const roles = rolesOf(viewer, plan)
  if (roles.includes('administrator') || roles.includes('strategist')) return true
  return (await ownerOf(tx, pointId)) === viewer.personId
}

/** 403 for a point that a reporter's deeds do not reach. */
export async function refuseForeignPoint(tx: Tx, viewer: Viewer, plan: Plan, pointId: number): Promise<void> {
  if (!(await reaches(tx, viewer, plan, pointId))) throw new Refused(403, 'not-your-point')
}
