import { activityOf, refuseActivity } from '#domain/activity.ts'
import type { NewActivity, targetGroups } from '../../../server/activities/schema.ts'
import type { LogData } from '../../../server/activities/log.page.ts'
import type { ActivityDraft as Kept } from '../../../server/activities/drafts/schema.ts'
import type { FieldError } from '../../form.svelte.ts'
import { doubtsIn, fieldErrors } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'

/** How many activities a phone holds for the network: more than anybody logs in a week without one. */
export const mostWaiting = 50

export type TargetGroup = (typeof targetGroups)[number]

/** What stands in the form, as text; '' where nothing was said. */
export type ActivityDraft = Omit<Kept, 'targetGroup' | 'organisation'> & {
  targetGroup: TargetGroup | ''
  organisation: string
}

/** What the form begins with: what the page was given to begin with, or today and the point the address asked for. */
export const beginning = (data: LogData): ActivityDraft =>
  data.begun ? typed(data.begun) : emptyActivity(data)

export const emptyActivity = ({ today, chosen, names }: LogData): ActivityDraft => ({
  point: chosen ?? '',
  what: '',
  happenedOn: today,
  targetGroup: '',
  occasions: '',
  participants: '',
  link: '',
  organisation: names?.[0]?.code ?? '',
})

/** A draft that was kept somewhere, in the form again. */
export const typed = (kept: Kept): ActivityDraft => ({
  ...kept,
  targetGroup: kept.targetGroup as TargetGroup | '',
  organisation: kept.organisation ?? '',
})

/** Whether anything worth keeping has been written. */
export const isBegun = ({ what, occasions, participants, link }: ActivityDraft): boolean =>
  [what, occasions, participants, link].some((text) => text.trim() !== '')

/** What the form asks the server to log. */
export const claimOf = (draft: ActivityDraft, { names, account }: LogData): NewActivity => ({
  ...activityOf(draft),
  organisation: names ? draft.organisation : undefined,
  account: account ?? undefined,
})

/** What is wrong with the form by the server's own rule, and what it seems to say of one person. */
export function errorsIn(
  activity: NewActivity,
  { today, planFrom }: Pick<LogData, 'today' | 'planFrom'>,
  context: TextContext,
): FieldError[] {
  const claim = {
    ...activity,
    targetGroup: activity.targetGroup ?? undefined,
    link: activity.link ?? undefined,
  }
  return [
    ...fieldErrors(refuseActivity(claim, { today, planFrom }), context),
    ...doubtsIn({ what: activity.what }, context),
  ]
}
