import { refuseClosure } from '#domain/review.ts'
import { can } from '#domain/roles.ts'
import { termName } from '#words/format.ts'
import type { Frame } from './layout.ts'
import type { PlanPageContext } from './page.ts'
import { ownPoint } from '../points/store.ts'
import { findPoint, lastClosedDay } from '../points/store.ts'
import { listReviews, type Review } from '../reviews/store.ts'

type Action = NonNullable<Frame['actions']>[number]

/** What somebody signed in can do from a page of a plan: on a point write about it, elsewhere plan and close review days. */
export async function pageActions(context: PlanPageContext, path: string): Promise<Action[]> {
  if (!context.viewer || context.roles.length === 0) return []
  if (path === '/:plan/punkter/:number') return fromPoint(context)
  if (path === '/:plan') return [...(await fromPlan(context)), ...towardsSettings(context)]
  if (path === '/:plan/avstamningar/:term')
    return [...(await fromReview(context)), ...(await fromPlan(context))]
  return path === '/:plan/avstamningar' ? [...(await fromPlan(context)), ...towardsCoverage(context)] : []
}

async function fromPoint({ tx, plan, params, viewer, roles, base, say, words }: PlanPageContext) {
  const spoken = words.pageActions
  const { number = '' } = params
  const point = await findPoint(tx, plan.id, number)
  if (!point || !viewer) return []
  const writing = `${base}/${plan.slug}/punkter/${encodeURIComponent(number)}/uppdatera`
  const actions: Action[] = []
  if (can(roles, 'update.record') && (await ownPoint(tx, viewer, plan, point.id))) {
    actions.push({ label: say(spoken.write), href: writing })
    actions.push({ label: say(spoken.correct), href: `${writing}#tidigare` })
  }
  if (can(roles, 'activity.log')) {
    actions.push({
      label: say(spoken.log),
      href: `${base}/${plan.slug}/logga?punkt=${encodeURIComponent(number)}`,
    })
  }
  if (can(roles, 'point.add')) {
    const href = `${base}/${plan.slug}/punkter/${encodeURIComponent(number)}/ordalydelse`
    actions.push({ label: say(spoken.wording), href })
  }
  if (can(roles, 'tag.edit')) {
    const href = `${base}/${plan.slug}/punkter/${encodeURIComponent(number)}/kopplingar`
    actions.push({ label: say(words.tagging.way), href })
  }
  if (can(roles, 'people.manage')) {
    const href = `${base}/${plan.slug}/punkter/${encodeURIComponent(number)}/agare`
    actions.push({ label: say(spoken.owner), href })
  }
  return actions
}

function towardsCoverage({ plan, roles, base, say, words }: PlanPageContext): Action[] {
  const href = `${base}/${plan.slug}/tackning`
  return can(roles, 'review.plan') ? [{ label: say(words.coverage.way), href }] : []
}

function towardsSettings({ plan, roles, base, say, words }: PlanPageContext): Action[] {
  const spoken = words.pageActions
  const actions: Action[] = []
  if (can(roles, 'point.add')) {
    actions.push({ label: say(spoken.addPoints), href: `${base}/${plan.slug}/punkter/nya` })
  }
  if (can(roles, 'people.manage')) {
    actions.push({ label: say(spoken.people), href: `${base}/${plan.slug}/personer` })
  }
  if (can(roles, 'file.show')) {
    actions.push({ label: say(words.files.heading), href: `${base}/${plan.slug}/filer` })
  }
  if (can(roles, 'trail.read')) {
    actions.push({ label: say(spoken.trail), href: `${base}/${plan.slug}/handelser` })
  }
  if (can(roles, 'review.plan')) {
    actions.push({ label: say(words.mailWords.way), href: `${base}/${plan.slug}/mejl` })
  }
  if (can(roles, 'plan.edit')) {
    actions.push({ label: say(words.indicators.heading), href: `${base}/${plan.slug}/indikatorer` })
    actions.push({ label: say(spoken.settings), href: `${base}/${plan.slug}/installningar` })
  }
  return actions
}

/** A day that is not closed can be changed, and invited to while it is to come. */
async function fromReview({ tx, plan, params, roles, base, say, words, today }: PlanPageContext) {
  const spoken = words.reviewDay
  const review = (await listReviews(tx, plan.id)).find(({ term }) => term === params.term)
  if (!can(roles, 'review.plan') || !review) return []
  const page = `${base}/${plan.slug}/avstamningar/${review.term}`
  if (review.closure) {
    return [
      { label: say(words.reportEditor.way), href: `${page}/rapport` },
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

async function fromPlan({ tx, plan, roles, base, lang, say, words, today }: PlanPageContext) {
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

/** The review day that can be closed now: held, and no earlier one is open. */
export function reviewToClose(
  reviews: readonly Review[],
  today: string,
  lastClosed: string | null,
): Review | undefined {
  const open = reviews.filter((review) => !review.closure)
  const days = open.map((review) => review.heldOn)
  return open.find(
    ({ heldOn }) => refuseClosure({ heldOn, closedAt: null }, { today, lastClosed, open: days }).length === 0,
  )
}
