/** What a person may be in a plan (F42). */
export type Role = 'administrator' | 'strategist' | 'reporter' | 'ambassador' | 'reader'

export type Permission =
  | 'plan.create'
  | 'plan.read-unpublished'
  | 'plan.edit'
  | 'point.add'
  | 'update.record'
  | 'update.correct'
  | 'activity.log'
  | 'activity.show'
  | 'review.plan'
  | 'review.close'
  | 'report.write'
  | 'report.approve'
  | 'report.publish'
  | 'link.issue'
  | 'tag.edit'
  | 'feedback.answer'
  | 'statement.edit'
  | 'text.mask'
  | 'file.send'
  | 'file.read'
  | 'file.show'
  | 'people.manage'
  | 'people.erase'
  | 'people.extract'
  | 'organisation.edit'
  | 'trail.read'
  | 'trail.read-all'
  | 'mine.read'

const everybody: readonly Role[] = ['administrator', 'strategist', 'reporter', 'ambassador', 'reader']
const leads: readonly Role[] = ['administrator', 'strategist']

/** Who may do what. A reporter's permissions reach their own points only: that is asked where the point is known. */
export const permissions: Readonly<Record<Permission, readonly Role[]>> = {
  'plan.create': leads,
  'plan.read-unpublished': everybody,
  'plan.edit': leads,
  'point.add': leads,
  'update.record': [...leads, 'reporter'],
  'update.correct': [...leads, 'reporter'],
  'activity.log': [...leads, 'reporter', 'ambassador'],
  'activity.show': leads,
  'review.plan': leads,
  'review.close': leads,
  'report.write': leads,
  'report.approve': leads,
  'report.publish': leads,
  'link.issue': ['administrator'],
  'feedback.answer': leads,
  'statement.edit': ['administrator'],
  'tag.edit': leads,
  'text.mask': leads,
  'file.send': [...leads, 'reporter', 'ambassador'],
  'file.read': everybody,
  'file.show': leads,
  'people.manage': leads,
  'people.erase': ['administrator'],
  'people.extract': ['administrator'],
  'organisation.edit': leads,
  'trail.read': leads,
  'trail.read-all': ['administrator'],
  'mine.read': everybody,
}

/** Whether somebody with these roles may do a permission. Nobody without a role may anything. */
export function can(roles: readonly Role[], permission: Permission): boolean {
  return permissions[permission].some((role) => roles.includes(role))
}
