import { Type, type Static } from 'typebox'
import { reviewState, type ReviewState, preparationDay } from '#domain/review.ts'
import { capitalised, datedWithWeekday, dayText, hoursText, weekText } from '#words/format.ts'
import { may } from '#domain/roles.ts'
import { Dated } from '../frame.ts'
import type { PlanPageContext } from '../page.ts'
import { toldOf } from '../plans/troubled.ts'
import type { Said } from '../texts/store.ts'
import { calendarPath } from './calendar.ts'
import type { Review } from './store.ts'

/** Where a review day is in its life, as a reader meets it: one whose day has come without being locked is `held`. */
export type ShownState = ReviewState | 'held'

/** What everybody may know of a review day, in the reader's language. */
export const ToldReview = Type.Object({
  /** "Torsdag 16 maj 2024". */
  day: Dated,
  /** "v. 20". */
  week: Type.String(),
  /** "kl. 13.00–16.00". */
  hours: Type.Optional(Type.String()),
  place: Type.Optional(Type.String()),
  guest: Type.Optional(Type.String()),
  agenda: Type.Optional(Type.String()),
  /** Only for those who work with the plan (K04). */
  video: Type.Optional(Type.String()),
  state: Type.Unsafe<ShownState>({ type: 'string' }),
  /** The state as a word, and as a sentence with its day. */
  stateText: Type.String(),
  stateLine: Type.String(),
  /** Why it was cancelled, where somebody has said it. */
  reason: Type.Optional(Type.String()),
  /** The day's calendar file; absent when the day is closed or cancelled. */
  calendar: Type.Optional(Type.String()),
})
export type ToldReview = Static<typeof ToldReview>

/** What is known when a review day is told: whose meeting is open now, and the free texts. */
export interface Known {
  open: ReadonlySet<number>
  texts: ReadonlyMap<number, Said>
}

/** A review day in words. */
export function toldReview(review: Review, { open, texts }: Known, context: PlanPageContext): ToldReview {
  const { plan, lang, say, words, roles } = context
  const { heldOn, startsAt, endsAt, place, videoUrl, term, closure, cancelled } = review
  const state = shownState(review, open, context.today)
  const day = datedWithWeekday(lang, heldOn)
  const body = (id: number | null) => toldOf(texts.get(id ?? 0) ?? null, context)?.text
  const [guest, agenda] = [body(review.guestId), body(review.agendaId)]
  const reason = body(cancelled?.textId ?? null)
  return {
    day: { ...day, text: capitalised(day.text) },
    week: weekText(lang, heldOn),
    ...(startsAt && { hours: hoursText(lang, startsAt, endsAt) }),
    ...(place && { place }),
    ...(guest && { guest }),
    ...(agenda && { agenda }),
    ...(videoUrl && may(roles, 'plan.read-unpublished') && { video: videoUrl }),
    state,
    stateText: say(words.reviews.states[state]),
    stateLine: say(words.reviews.stateLines[state], { day: dayText(lang, preparationDay(review)) }),
    ...(reason && { reason }),
    ...(!closure && !cancelled && { calendar: calendarPath(plan, lang, term) }),
  }
}

function shownState(review: Review, open: ReadonlySet<number>, today: string): ShownState {
  const closedAt = review.closure?.closedAt ?? null
  const state = reviewState({ ...review, closedAt, meetingOpen: open.has(review.id) }, today)
  return review.heldOn < today && (state === 'planned' || state === 'preparation') ? 'held' : state
}
