import { isDay, type Day } from './calendar.ts'
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
}

export type ActivityContext = { today: Day; planFrom: Day }

export type ActivityReason =
  | 'point-missing'
  | 'what-missing'
  | 'what-too-long'
  | 'happened-on-not-a-day'
  | 'happened-on-ahead'
  | 'happened-on-before-plan'
  | 'occasions-not-a-count'
  | 'participants-not-a-count'
  | 'link-malformed'

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
  return refusals
}

function isCount(value: number | null | undefined): boolean {
  return value === null || value === undefined || (Number.isInteger(value) && value >= 0 && value <= most)
}
