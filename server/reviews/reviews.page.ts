import { Type, type Static } from 'typebox'
import { reviewState, type ReviewState, preparationDay } from '#domain/review.ts'
import { can } from '#domain/roles.ts'
import { capitalised, datedWithWeekday, dayText, hoursText, weekText, termName } from '#words/format.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import type { PlanPageContext } from '../http/page.ts'
import { framedPlan } from '../plans/framed.ts'
import { shownText } from '../plans/deviations.ts'
import { type StoredText, readTexts } from '../texts/store.ts'
import { calendarPath } from './calendar.ts'
import { openMeetings } from './meetings/store.ts'
import { wheelOf } from './plan.page.ts'
import type { ReviewsData } from './report.page.ts'
import { everyReview, type Review } from '../plans/review-days.store.ts'

/** Where a review day is in its life, as a reader meets it: one whose day has come without being locked is `held`. */
export type ShownState = ReviewState | 'held'

/** What everybody may know of a review day, in the reader's language. */
export const ReviewView = Type.Object({
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
export type ReviewView = Static<typeof ReviewView>

/** What is known when a review day is told: whose meeting is open now, and the free texts. */
export interface Known {
  open: ReadonlySet<number>
  texts: ReadonlyMap<number, StoredText>
}

/** A review day in words. */
export function reviewView(review: Review, { open, texts }: Known, context: PlanPageContext): ReviewView {
  const { plan, lang, say, words, roles } = context
  const { heldOn, startsAt, endsAt, place, videoUrl, term, closure, cancelled } = review
  const state = shownState(review, open, context.today)
  const day = datedWithWeekday(lang, heldOn)
  const body = (id: number | null) => shownText(texts.get(id ?? 0) ?? null, context)?.text
  const [guest, agenda] = [body(review.guestId), body(review.agendaId)]
  const reason = body(cancelled?.textId ?? null)
  return {
    day: { ...day, text: capitalised(day.text) },
    week: weekText(lang, heldOn),
    ...(startsAt && { hours: hoursText(lang, startsAt, endsAt) }),
    ...(place && { place }),
    ...(guest && { guest }),
    ...(agenda && { agenda }),
    ...(videoUrl && can(roles, 'plan.read-unpublished') && { video: videoUrl }),
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

/** A plan's review days, the latest first, each with its count and how it changed; the year as a wheel, and the next day. */
export async function loadReviews(context: PlanPageContext): Promise<PageAnswer<ReviewsData>> {
  const { tx, plan, lang, say, words, today } = context
  const spoken = words.reviews
  const every = await everyReview(tx, plan.id)
  const reviews = every.filter(({ cancelled }) => !cancelled)
  const closed = reviews.filter((review) => review.closure)
  const texts = await readTexts(
    tx,
    reviews.filter(({ closure }) => !closure).flatMap(({ guestId, agendaId }) => [guestId, agendaId]),
  )
  const known = { open: await openMeetings(tx, plan.id), texts }
  const next = reviews.find((review) => !review.closure && review.heldOn >= today)
  const wheel = wheelOf(context, reviews)
  const note = next ? undefined : noteOf(context)
  return {
    title: say(spoken.title, { plan: plan.title }),
    description: say(spoken.description, { plan: plan.title }),
    plan: await framedPlan(tx, plan),
    current: 'reviews',
    data: {
      headline: closed.length > 0 ? say(spoken.headline, { n: closed.length }) : say(spoken.headlineNone),
      ...(note && { note }),
      ...(next && { next: { term: next.term, told: reviewView(next, known, context) } }),
      ...(wheel && { wheel }),
      calendar: calendarPath(plan, lang),
      reviews: every
        .map((review) => {
          const count = review.closure?.snapshot.completion
          const change = changeText(context, review, reviews[reviews.indexOf(review) - 1])
          return {
            term: review.term,
            name: capitalised(termName(lang, review.term)),
            told: reviewView(review, known, context),
            ...(count && { completed: count.completed, adopted: count.adopted }),
            ...(change && { change }),
          }
        })
        .toReversed(),
    },
  }
}

/** That the next one is not set; that there will be no more in a plan whose time is over. */
function noteOf({ plan, lang, say, words, today }: PlanPageContext): string {
  const spoken = words.reviews
  return today > plan.periodTo ? say(spoken.over, { day: dayText(lang, plan.periodTo) }) : say(spoken.noNext)
}

function changeText(
  { say, words }: PlanPageContext,
  review: Review,
  previous: Review | undefined,
): string | undefined {
  const now = review.closure?.snapshot.completion.completed
  const before = previous?.closure?.snapshot.completion.completed
  if (now === undefined || before === undefined) return undefined
  const spoken = words.reviews
  if (now === before) return say(spoken.same)
  return now > before ? say(spoken.newCompleted, { n: now - before }) : say(spoken.fewer, { n: before - now })
}
