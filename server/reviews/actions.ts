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
  const page = `${base}/${plan.slug}/avstamningar/${review.term}`
  if (review.closure) {
    return [
      { label: say(words.afterwards.toHere), href: `${page}/efterat` },
      { label: say(words.afterwards.toMinutes), href: `${page}/minnesanteckning` },
    ]
  }
  const actions: Action[] = [{ label: say(spoken.change), href: `${page}/andra` }]
  actions.push({ label: say(words.readiness.way), href: `${page}/forberedelse` })
  actions.push({ label: say(words.agenda.way), href: `${page}/dagordning` })
  if (review.heldOn <= today) actions.push({ label: say(words.meeting.way), href: `${page}/mote` })
  if (review.heldOn >= today) actions.push({ label: say(spoken.invite), href: `${page}#bjud-in` })
  return actions
}

async function towardsTheNext({ tx, plan, roles, base, lang, say, words, today }: PlanPageContext) {
  const spoken = words.pageActions
  const actions: Action[] = []
  if (can(roles, 'review.plan')) {
    actions.push({ label: say(spoken.newReview), href: `${base}/${plan.slug}/avstamningar/ny` })
  }
  if (can(roles, 'review.close')) {
    const next = reviewToClose(await listReviews(tx, plan.id), today, await lastClosedDay(tx, plan.id))
    if (next) {
      actions.push({
        label: say(spoken.close, { term: termName(lang, next.term) }),
        href: `${base}/${plan.slug}/avstamningar/${next.term}/stang`,
      })
    }
  }
  return actions
}
