import { addDays, dayAfter, isDay, laterOf, type Day, type Instant } from './calendar.ts'
import { isWebAddress, lengthOf, type Refusal } from './text.ts'
import { isTerm, termOf, type Term } from './term.ts'

/** A review day as it is claimed. Without a term it takes the first free one (`freeTerm`). */
export type ReviewClaim = { heldOn: Day; term?: Term }

export type ReviewContext = {
  adoptedOn: Day
  lastClosed: Day | null
  /** The plan's review days, closed or not; one that was cancelled holds no day, but its term stays its own. */
  reviews: readonly { heldOn: Day | null; term: Term }[]
}

export const reviewReasons = [
  'held-on-not-a-day',
  'held-on-before-adoption',
  'held-on-in-closed-round',
  'held-on-taken',
  'term-malformed',
  'term-other-than-day',
  'term-taken',
] as const
export type ReviewReason = (typeof reviewReasons)[number]

export type ClosureContext = {
  today: Day
  lastClosed: Day | null
  /** The days of the plan's review days that are not closed; the one in question may be among them. */
  open: readonly Day[]
}

export const closureReasons = ['review-closed', 'review-ahead', 'review-out-of-order'] as const
export type ClosureReason = (typeof closureReasons)[number]

/**
 * What *now* means in a plan: today, or the day after the last closed review day when that is later – so what is recorded the same
 * afternoon shows at once, in the next round (design, *Days*).
 */
export function nowOn(today: Day, lastClosed: Day | null): Day {
  return lastClosed === null ? today : laterOf(today, dayAfter(lastClosed))
}

/** Why a review day can not be set; empty when it can (F20). It may lie ahead, but never in a closed round. */
export function refuseReview(claim: ReviewClaim, context: ReviewContext): Refusal<ReviewReason>[] {
  const { heldOn, term } = claim
  const refusals: Refusal<ReviewReason>[] = []
  const refuse = (code: ReviewReason, field: keyof ReviewClaim) => refusals.push({ code, field })

  if (!isDay(heldOn)) refuse('held-on-not-a-day', 'heldOn')
  else if (heldOn < context.adoptedOn) refuse('held-on-before-adoption', 'heldOn')
  else if (context.lastClosed !== null && heldOn <= context.lastClosed)
    refuse('held-on-in-closed-round', 'heldOn')
  else if (context.reviews.some((review) => review.heldOn === heldOn)) refuse('held-on-taken', 'heldOn')

  if (term !== undefined && !isTerm(term)) refuse('term-malformed', 'term')
  // Its address says when it was held, for good.
  else if (term !== undefined && isDay(heldOn) && !term.startsWith(termOf(heldOn)))
    refuse('term-other-than-day', 'term')
  if (context.reviews.some((review) => review.term === term)) refuse('term-taken', 'term')
  return refusals
}

/** Why a review day can not be closed; empty when it can. They close in order, once, and not before they are held (F21, trap 21). */
export function refuseClosure(
  review: { heldOn: Day; closedAt: Instant | null },
  context: ClosureContext,
): Refusal<ClosureReason>[] {
  const { heldOn } = review
  if (review.closedAt !== null) return [{ code: 'review-closed', field: 'term' }]
  const refusals: Refusal<ClosureReason>[] = []
  if (heldOn > context.today) refusals.push({ code: 'review-ahead', field: 'heldOn' })
  const afterLastClosed = context.lastClosed === null || heldOn > context.lastClosed
  if (!afterLastClosed || context.open.some((other) => other < heldOn)) {
    refusals.push({ code: 'review-out-of-order', field: 'heldOn' })
  }
  return refusals
}

export const cancellationReasons = ['review-closed', 'review-under-way', 'review-was-held'] as const
export type CancellationReason = (typeof cancellationReasons)[number]

/**
 * Why a review day can not be cancelled; empty when it can. One that is closed, whose meeting is under way, or where something has been decided or
 * said was held: that is not taken back.
 */
export function refuseCancellation(review: {
  closedAt: Instant | null
  meetingOpen: boolean
  /** How many decisions and comments are bound to it, replaced ones too. */
  entered: number
}): Refusal<CancellationReason>[] {
  const { closedAt, meetingOpen, entered } = review
  if (closedAt !== null) return [{ code: 'review-closed', field: 'term' }]
  if (meetingOpen) return [{ code: 'review-under-way', field: 'term' }]
  return entered > 0 ? [{ code: 'review-was-held', field: 'term' }] : []
}

/** What is told of a review day besides its day; null or absent where nothing is. Clocks are Swedish, `13:00`. */
export type ReviewFacts = {
  startsAt?: string | null
  endsAt?: string | null
  place?: string | null
  /** Given only to those who take part (K04). */
  videoUrl?: string | null
  guest?: string | null
  agenda?: string | null
  preparedFrom?: Day | null
}

export const reviewFactReasons = [
  'clock-malformed',
  'ends-before-start',
  'video-url-malformed',
  'prepared-from-not-a-day',
  'prepared-from-after-day',
  'line-too-long',
] as const
export type ReviewFactReason = (typeof reviewFactReasons)[number]

/** The longest of each, in characters. */
export const reviewLimits = { place: 200, videoUrl: 500, guest: 300, agenda: 2000, reason: 300 } as const

const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Why what is told of a review day can not stand; empty when it can (F20). */
export function refuseReviewFacts(facts: ReviewFacts, heldOn: Day): Refusal<ReviewFactReason>[] {
  const { startsAt, endsAt, videoUrl, preparedFrom } = facts
  const refusals: Refusal<ReviewFactReason>[] = []
  const refuse = (code: ReviewFactReason, field: keyof ReviewFacts) => refusals.push({ code, field })

  if (startsAt && !isClock(startsAt)) refuse('clock-malformed', 'startsAt')
  if (endsAt && !isClock(endsAt)) refuse('clock-malformed', 'endsAt')
  else if (endsAt && (!startsAt || (isClock(startsAt) && endsAt <= startsAt)))
    refuse('ends-before-start', 'endsAt')
  if (videoUrl && !isWebAddress(videoUrl)) refuse('video-url-malformed', 'videoUrl')
  if (preparedFrom && !isDay(preparedFrom)) refuse('prepared-from-not-a-day', 'preparedFrom')
  else if (preparedFrom && preparedFrom > heldOn) refuse('prepared-from-after-day', 'preparedFrom')
  for (const field of ['place', 'videoUrl', 'guest', 'agenda'] as const)
    if (lengthOf(facts[field] ?? '') > reviewLimits[field]) refuse('line-too-long', field)
  return refusals
}

/** Where a review day is in its life. */
export type ReviewState = 'planned' | 'preparation' | 'under_way' | 'closed' | 'cancelled'

/** So many days before it people are asked how it stands, where nobody has said another day. */
const usualPreparation = 28

/** The first day of a review day's preparation. */
export const preparationDay = (review: { heldOn: Day; preparedFrom: Day | null }): Day =>
  review.preparedFrom ?? addDays(review.heldOn, -usualPreparation)

/**
 * Where a review day is in its life on a day: planned, in preparation from its first day or when everybody was asked, under way while its
 * meeting is open, closed for good – or cancelled.
 */
export function reviewState(
  review: {
    heldOn: Day
    preparedFrom: Day | null
    askedAt: Instant | null
    closedAt: Instant | null
    cancelled: unknown
    meetingOpen: boolean
  },
  today: Day,
): ReviewState {
  if (review.cancelled) return 'cancelled'
  if (review.closedAt !== null) return 'closed'
  if (review.meetingOpen) return 'under_way'
  return review.askedAt !== null || today >= preparationDay(review) ? 'preparation' : 'planned'
}

/** The review day that can be closed now: held, and no earlier one is open. */
export function reviewToClose<Review extends { heldOn: Day; closure: unknown }>(
  reviews: readonly Review[],
  today: Day,
  lastClosed: Day | null,
): Review | undefined {
  const open = reviews.filter((review) => !review.closure)
  const days = open.map((review) => review.heldOn)
  return open.find(
    ({ heldOn }) => refuseClosure({ heldOn, closedAt: null }, { today, lastClosed, open: days }).length === 0,
  )
}
