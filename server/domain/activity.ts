import { isDay, type Day } from './calendar.ts'
import { mostFiles } from './file.ts'
import { isBlank, isWebAddress, lengthOf, limits, type Refusal } from './text.ts'

/** Something somebody did, logged on a point. It never changes the point's status. */
export type ActivityClaim = {
  point: string
  what: string
  happenedOn: Day
  targetGroup?: string
  /** How many times; null or absent when not told, which is not zero (A10, trap 6). */
  occasions?: number | null
  participants?: number | null
  link?: string
  /** The files that go with it (A09). */
  files?: readonly number[]
}

export type ActivityContext = { today: Day; planFrom: Day }

export const activityReasons = [
  'point-missing',
  'what-missing',
  'what-too-long',
  'happened-on-not-a-day',
  'happened-on-ahead',
  'happened-on-before-plan',
  'occasions-not-a-count',
  'participants-not-a-count',
  'link-malformed',
  'files-too-many',
] as const
export type ActivityReason = (typeof activityReasons)[number]

/** What stands in the form, as text; '' where nothing was said. */
export type TypedActivity = {
  point: string
  what: string
  happenedOn: string
  targetGroup: string
  occasions: string
  participants: string
  link: string
}

/** Blank is not told, which is not zero (A10); what is no number becomes one that the rule refuses. */
const countOf = (text: string): number | null => {
  const figures = text.replace(/[\s\u00a0]/g, '')
  if (figures === '') return null
  return /^\d{1,15}$/.test(figures) ? Number(figures) : -1
}

/** What the form asks the server to log: the same from a browser with and without JavaScript. */
export const activityOf = <Group extends string>(typed: TypedActivity & { targetGroup: Group | '' }) => ({
  point: typed.point,
  what: typed.what.trim(),
  happenedOn: typed.happenedOn.trim(),
  targetGroup: typed.targetGroup === '' ? null : typed.targetGroup,
  occasions: countOf(typed.occasions),
  participants: countOf(typed.participants),
  link: typed.link.trim() === '' ? null : typed.link.trim(),
})

/** More than everybody in Sweden took part in nothing; also far inside what a database integer holds. */
const most = 10_000_000

/** Why an activity can not be logged; empty when it can (A01, A10). Any day of the plan will do, closed rounds too. */
export function refuseActivity(claim: ActivityClaim, context: ActivityContext): Refusal<ActivityReason>[] {
  const { happenedOn } = claim
  const refusals: Refusal<ActivityReason>[] = []
  const refuse = (code: ActivityReason, field: keyof ActivityClaim) => refusals.push({ code, field })

  if (isBlank(claim.point)) refuse('point-missing', 'point')
  if (isBlank(claim.what)) refuse('what-missing', 'what')
  else if (lengthOf(claim.what) > limits.what) refuse('what-too-long', 'what')
  if (!isDay(happenedOn)) refuse('happened-on-not-a-day', 'happenedOn')
  else if (happenedOn > context.today) refuse('happened-on-ahead', 'happenedOn')
  else if (happenedOn < context.planFrom) refuse('happened-on-before-plan', 'happenedOn')
  if (!isCount(claim.occasions)) refuse('occasions-not-a-count', 'occasions')
  if (!isCount(claim.participants)) refuse('participants-not-a-count', 'participants')
  if (!isBlank(claim.link) && !isWebAddress(claim.link ?? '')) refuse('link-malformed', 'link')
  if ((claim.files ?? []).length > mostFiles) refuse('files-too-many', 'files')
  return refusals
}

function isCount(value: number | null | undefined): boolean {
  return value === null || value === undefined || (Number.isInteger(value) && value >= 0 && value <= most)
}
