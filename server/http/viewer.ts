import { can, type Permission, type Role } from '#domain/roles.ts'
import type { CurrentSession } from '../people/sessions.store.ts'
import type { Plan } from '../database/plan.ts'

export interface Membership {
  planId: number
  role: Exclude<Role, 'administrator'>
  function: string
  /** In whose name, where that is not the person's own organisation (A14). */
  organisationId: number | null
}
/** Who is signed in, and what they are in each plan. */
export interface Viewer {
  personId: number
  name: string | null
  organisationId: number | null
  administrator: boolean
  language: string
  memberships: Membership[]
  /** Somebody who came by a link that gives one permission: that one in that plan, at that point where one is named, and nothing else. */
  only?: { permission: Permission; planId: number; pointId?: number }
  /** The session they came with; a link has none. */
  session?: CurrentSession
}
/** What a person is in a plan: their roles there, an administrator everywhere. */
export function rolesIn(viewer: Viewer, planId: number | undefined): Role[] {
  const here = viewer.memberships.filter((one) => one.planId === planId).map((one) => one.role)
  return viewer.administrator ? ['administrator', ...here] : here
}
/** What the viewer is in this plan. */
export const rolesOf = (viewer: Viewer | undefined, plan: Pick<Plan, 'id'> | undefined): Role[] =>
  viewer ? rolesIn(viewer, plan?.id) : []
/** Whether the plan exists for this viewer: published, or theirs to work on. */
export const exists = (plan: Plan | undefined, viewer: Viewer | undefined): plan is Plan =>
  plan !== undefined && (plan.publishedAt !== null || can(rolesOf(viewer, plan), 'plan.read-unpublished'))
/** For a permission outside any one plan: what somebody is in at least one. */
export const anywhere = (viewer: Viewer): Role[] => [
  ...(viewer.administrator ? (['administrator'] as const) : []),
  ...viewer.memberships.map((one) => one.role),
]
