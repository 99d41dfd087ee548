import * as addresses from '#domain/addresses.ts'
import { reviewToClose } from '#domain/review.ts'
import { can } from '#domain/roles.ts'
import { termName } from '#words/format.ts'
import type { Action, PageAction } from '../http/page-actions.ts'
import type { PlanPageContext } from '../http/page.ts'
import { lastClosedDay, listReviews } from '../plans/review-days.store.ts'

/** On a review day: what its stages offer; on the plan and beside its review days: plan another, close the one that was held. */
export const reviewActions: readonly PageAction[] = [
  { on: ['/:plan/avstamningar/:term'], place: 2, of: ofTheDay },
  { on: ['/:plan', '/:plan/avstamningar', '/:plan/avstamningar/:term'], place: 10, of: towardsTheNext },
]

/** A day that is not closed can be changed, and invited to while it is to come. */
async function ofTheDay({ tx, plan, params, roles, base, say, words, today }: PlanPageContext) {
  const spoken = words.reviewDay
  const review = (await listReviews(tx, plan.id)).find(({ term }) => term === params.term)
  if (!can(roles, 'review.plan') || !review) return []
  const path = addresses.plan(base, plan.slug)
  const { term } = review
  if (review.closure) {
    return [
      { label: say(words.afterwards.toHere), href: addresses.afterwards(path, term) },
      { label: say(words.afterwards.toMinutes), href: addresses.minutes(path, term) },
    ]
  }
  const actions: Action[] = [{ label: say(spoken.change), href: addresses.changeReview(path, term) }]
  actions.push({ label: say(words.readiness.way), href: addresses.readiness(path, term) })
  actions.push({ label: say(words.agenda.way), href: addresses.agenda(path, term) })
  if (review.heldOn <= today)
    actions.push({ label: say(words.meeting.way), href: addresses.meeting(path, term) })
  if (review.heldOn >= today)
    actions.push({ label: say(spoken.invite), href: `${addresses.review(path, term)}#bjud-in` })
  return actions
}

async function towardsTheNext({ tx, plan, roles, base, lang, say, words, today }: PlanPageContext) {
  const spoken = words.pageActions
  const actions: Action[] = []
  if (can(roles, 'review.plan')) {
    actions.push({ label: say(spoken.newReview), href: addresses.newReview(addresses.plan(base, plan.slug)) })
  }
  if (can(roles, 'review.close')) {
    const next = reviewToClose(await listReviews(tx, plan.id), today, await lastClosedDay(tx, plan.id))
    if (next) {
      actions.push({
        label: say(spoken.close, { term: termName(lang, next.term) }),
        href: addresses.closing(addresses.plan(base, plan.slug), next.term),
      })
    }
  }
  return actions
}
