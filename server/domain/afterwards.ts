import { addMonths, type Day } from './calendar.ts'
import type { Status } from './status.ts'
import { isBlank, lengthOf, type Refusal } from './text.ts'

/** What the receiver says of a point that was embedded in regular operations (idea 2). It stands beside the point and rewrites nothing. */
export type FollowUpAnswer = 'still' | 'changed' | 'stopped'
export const followUpAnswers: readonly FollowUpAnswer[] = ['still', 'changed', 'stopped']

/** When the receiver is asked, in months after the day it was embedded. */
export const followUpMonths = [6, 12] as const
export type FollowUpMonths = (typeof followUpMonths)[number]

/**
 * The question that is due for a point, if any: the latest whose day has come, asked once. A point that is no longer embedded is not asked
 * about.
 */
export function followUpsDue(
  point: { status: Status; embeddedFrom: Day | null; asked: readonly number[] },
  today: Day,
): FollowUpMonths | undefined {
  if (point.status !== 'embedded' || point.embeddedFrom === null) return undefined
  const { embeddedFrom, asked } = point
  const due = followUpMonths.filter((months) => addMonths(embeddedFrom, months) <= today).at(-1)
  return due === undefined || asked.some((months) => months >= due) ? undefined : due
}

export const afterwardsReasons = ['words-missing', 'words-too-long'] as const
export type AfterwardsReason = (typeof afterwardsReasons)[number]

/** The longest texts, in characters: a remark or an answer is one screen, the minutes are pages. */
export const afterwardsLimits = { remark: 2000, answer: 1000, still: 1000, minutes: 20_000 } as const

/** Why something said after a review day can not be recorded; empty when it can. */
export function refuseWords(text: string, longest: number): Refusal<AfterwardsReason>[] {
  if (isBlank(text)) return [{ code: 'words-missing', field: 'text' }]
  return lengthOf(text) > longest ? [{ code: 'words-too-long', field: 'text' }] : []
}
