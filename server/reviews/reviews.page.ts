import * as api from '#domain/api-addresses.ts'
import { Type, type Static } from 'typebox'
import { capitalised, dayText, termName } from '#words/format.ts'
import type { PageAnswer } from '../http/layout.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { readTexts } from '../texts/store.ts'
import { wheelOf, Wheel } from './plan.page.ts'
import { type Review, everyReview } from '../plans/review-days.store.ts'
import { reviewView, ReviewView } from './view.ts'
import { openMeetings } from './open-meeting.store.ts'
import { Maybe } from '../http/schema.ts'

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
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      headline: closed.length > 0 ? say(spoken.headline, { n: closed.length }) : say(spoken.headlineNone),
      note: note ?? null,
      next: next ? { term: next.term, told: reviewView(next, known, context) } : null,
      wheel: wheel ?? null,
      calendar: api.calendar(plan.slug, lang),
      reviews: every
        .map((review) => {
          const count = review.closure?.snapshot.completion
          const change = changeText(context, review, reviews[reviews.indexOf(review) - 1])
          return {
            term: review.term,
            name: capitalised(termName(lang, review.term)),
            told: reviewView(review, known, context),
            completed: count?.completed ?? null,
            adopted: count?.adopted ?? null,
            change: change || null,
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

/** `/{plan}/avstamningar`: closed and planned review days, the latest first. */
export const ReviewsData = Type.Object({
  reviews: Type.Array(
    Type.Object({
      term: Type.String(),
      name: Type.String(),
      told: ReviewView,
      completed: Maybe(Type.Integer()),
      adopted: Maybe(Type.Integer()),
      /** "4 nya slutförda", in the reader's language. */
      change: Maybe(Type.String()),
    }),
  ),
  /** The sentence that opens the page. */
  headline: Type.String(),
  note: Maybe(Type.String()),
  /** The first day that is not closed and has not passed. */
  next: Maybe(Type.Object({ term: Type.String(), told: ReviewView })),
  wheel: Maybe(Wheel),
  /** The address of the calendar of all review days, without origin. */
  calendar: Type.String(),
})
export type ReviewsData = Static<typeof ReviewsData>

export const reviewsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar',
  view: 'reviews/Reviews',
  schema: ReviewsData,
  access: 'open',
  catalogues: ['reviews'],
  script: 'none',
  load: loadReviews,
}
