import { isDay, type Day } from './calendar.ts'
import { isBlank, isWebAddress, refuseLong, lineReasons, type Refusal } from './text.ts'

/** That a body took up a report: which one, on which day, and where it can be read (P10). */
export type HearingClaim = {
  body: string
  heldOn: Day
  paragraph?: string | null
  reference?: string | null
  url?: string | null
}

export const hearingReasons = [
  'body-missing',
  'hearing-not-a-day',
  'hearing-before-review',
  'hearing-ahead',
  'hearing-url-malformed',
  ...lineReasons,
] as const
export type HearingReason = (typeof hearingReasons)[number]

/** The longest of each, in characters. Registry numbers are written in many ways: only their length is limited. */
export const hearingLines = { body: 120, paragraph: 60, reference: 60, url: 1000 } as const

/** Why it can not be recorded that a report was taken up; empty when it can. It was after the review day, and is no plan for later. */
export function refuseHearing(
  claim: HearingClaim,
  { reviewedOn, today }: { reviewedOn: Day; today: Day },
): Refusal<HearingReason>[] {
  const { body, heldOn, url } = claim
  const refusals: Refusal<HearingReason>[] = []
  const refuse = (code: HearingReason, field: keyof HearingClaim) => refusals.push({ code, field })

  if (isBlank(body)) refuse('body-missing', 'body')
  if (!isDay(heldOn)) refuse('hearing-not-a-day', 'heldOn')
  else if (heldOn < reviewedOn) refuse('hearing-before-review', 'heldOn')
  else if (heldOn > today) refuse('hearing-ahead', 'heldOn')
  if (url && !isWebAddress(url)) refuse('hearing-url-malformed', 'url')
  const { paragraph, reference } = claim
  return [...refusals, ...refuseLong({ body, paragraph, reference, url }, hearingLines)]
}
