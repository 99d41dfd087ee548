import { dated, dayText, termName, capitalised } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import type { PlanPageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import type { ReviewsData } from './page.ts'
import { listReviews, type Review } from './store.ts'

/** A plan's review days, the latest first, each with its count and how it changed. */
export async function loadReviews(context: PlanPageContext): Promise<PageAnswer<ReviewsData>> {
  const { tx, plan, lang, say, words, today } = context
  const spoken = words.reviews
  const reviews = await listReviews(tx, plan.id)
  const closed = reviews.filter((review) => review.closure)
  return {
    title: say(spoken.title, { plan: plan.title }),
    description: say(spoken.description, { plan: plan.title }),
    plan: await framedPlan(tx, plan),
    current: 'reviews',
    data: {
      headline: closed.length > 0 ? say(spoken.headline, { n: closed.length }) : say(spoken.headlineNone),
      note: noteOf(context, reviews),
      reviews: reviews
        .map((review, index) => {
          const count = review.closure?.snapshot.completion
          const change = changeText(context, review, reviews[index - 1])
          return {
            term: review.term,
            name: capitalised(termName(lang, review.term)),
            day: dated(lang, review.heldOn),
            closed: count !== undefined,
            held: review.heldOn <= today,
            ...(count && { completed: count.completed, adopted: count.adopted }),
            ...(change && { change }),
          }
        })
        .toReversed(),
    },
  }
}

/** When the next one is; that there will be no more in a plan whose time is over. */
function noteOf({ plan, lang, say, words, today }: PlanPageContext, reviews: readonly Review[]): string {
  const spoken = words.reviews
  const next = reviews.find((review) => !review.closure && review.heldOn >= today)
  if (next) return say(spoken.next, { day: dayText(lang, next.heldOn) })
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
