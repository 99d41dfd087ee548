import { refuseActivity } from '#domain/activity.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { NewActivity, targetGroups } from '../../../server/activities/schema.ts'
import type { LogData } from '../../../server/activities/page.ts'
import type { FieldError } from '../../saving.svelte.ts'
import { doubtsIn, toldErrors } from '../../telling.ts'

export type TargetGroup = (typeof targetGroups)[number]

/** What stands in the form, as text; '' where nothing was said. */
export type ActivityDraft = {
  point: string
  what: string
  happenedOn: string
  targetGroup: TargetGroup | ''
  occasions: string
  participants: string
  link: string
}

/** An empty form: today, and the point the address asked for. */
export const emptyActivity = ({ today, chosen = '' }: LogData): ActivityDraft => ({
  point: chosen,
  what: '',
  happenedOn: today,
  targetGroup: '',
  occasions: '',
  participants: '',
  link: '',
})

/** Blank is not told, which is not zero (A10); what is no number becomes one that every rule refuses. */
const countOf = (text: string): number | null => {
  const figures = text.replace(/[\s\u00a0]/g, '')
  if (figures === '') return null
  return /^-?\d+$/.test(figures) ? Number(figures) : Number.NaN
}

/** What the form asks the server to log. */
export const activityOf = (draft: ActivityDraft): NewActivity => ({
  point: draft.point,
  what: draft.what.trim(),
  happenedOn: draft.happenedOn,
  targetGroup: draft.targetGroup === '' ? null : draft.targetGroup,
  occasions: countOf(draft.occasions),
  participants: countOf(draft.participants),
  link: draft.link.trim() === '' ? null : draft.link.trim(),
})

/** What is wrong with the form by the server's own rule, and what it seems to say of one person. */
export function errorsIn(
  activity: NewActivity,
  { today, planFrom }: LogData,
  speaking: { words: Words; say: Say },
): FieldError[] {
  const claim = {
    ...activity,
    targetGroup: activity.targetGroup ?? undefined,
    link: activity.link ?? undefined,
  }
  return [
    ...toldErrors(refuseActivity(claim, { today, planFrom }), speaking),
    ...doubtsIn({ what: activity.what }, speaking),
  ]
}
