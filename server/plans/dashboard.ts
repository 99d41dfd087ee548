import { completion, percentOf, type Completion } from '#domain/completion.ts'
import type { Day } from '#domain/calendar.ts'
import { elapsedShare, periodState } from '#domain/period.ts'
import { dated, datedWithWeekday, dayText, kept, percentText } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import type { PlanPageContext } from '../page.ts'
import { listOrganisations } from '../organisations/store.ts'
import { pointsStanding, type Standing } from '../points/standing.ts'
import { listReviews, planNow, type Review } from '../reviews/store.ts'
import { tagsOfPlan } from '../tags/store.ts'
import { goalText } from '../tags/told.ts'
import { asOfDay } from './as-of.ts'
import { framedPlan } from './framed.ts'
import { growthOf } from './growth.ts'
import { askedOf, listOf, type Ties } from './listing.ts'
import type { DashboardData } from './page.ts'
import { focusAreasOf, type Plan } from './store.ts'
import { tallyOf } from './tally.ts'
import { troubledOf } from './troubled.ts'
import { referenceText, yearsOf } from './naming.ts'

/** Everything the dashboard shows, as the plan stands now. */
export async function loadDashboard(context: PlanPageContext): Promise<PageAnswer<DashboardData>> {
  const { tx, plan, lang, say, words } = context
  const day = await planNow(tx, plan.id, context.now)
  const standing = await pointsStanding(tx, plan.id, day)
  const reviews = await listReviews(tx, plan.id)
  const count = completion(standing)
  const closed = reviews.flatMap(({ term, heldOn, closure }) =>
    closure ? [{ term, heldOn, count: closure.snapshot.completion }] : [],
  )
  const spoken = words.dashboard
  const counted = { completed: count.completed, adopted: count.adopted, plan: plan.title }
  const troubled = troubledOf(standing, context)
  const asked = askedOf(context.query)
  const list = listOf(plan, standing, await tiesIn(context), asked, day, lang)
  const growth = growthOf(plan, closed, count.adopted, day, context)
  return {
    title: say(count.adopted > 0 ? spoken.title : spoken.titleEmpty, counted),
    description: say(count.adopted > 0 ? spoken.description : spoken.descriptionEmpty, counted),
    plan: await framedPlan(tx, plan),
    current: 'plan',
    data: {
      years: yearsOf(plan),
      adoption: {
        by: plan.adoptedBy,
        on: dated(lang, plan.adoptedOn),
        ...(plan.paragraph && { paragraph: kept(plan.paragraph) }),
        ...(plan.reference && { reference: referenceText(plan.reference, context) }),
        ...(plan.decisionUrl && { url: plan.decisionUrl }),
      },
      easy: plan.easyRead !== null,
      state: stateOf(plan, day),
      adopted: count.adopted,
      completed: count.completed,
      ...(count.added.adopted > 0 && { added: { n: count.added.adopted, completed: count.added.completed } }),
      groups: tallyOf(standing),
      facts: factsOf(context, { day, standing, reviews, count }),
      troubled,
      untroubled: untroubledSentence(context, day, closed.length),
      ...(growth && { growth }),
      ungrown: ungrownSentence(context, day, reviews),
      list: { ...list, ...(asked.committee && { concerns: say(spoken.list.concerns, asked) }) },
    },
  }
}

/** What the plan's points can be found by. */
async function tiesIn(context: PlanPageContext): Promise<Ties> {
  const { tx, plan } = context
  const organisations = await listOrganisations(tx)
  return {
    areas: await focusAreasOf(tx, plan.id),
    tags: await tagsOfPlan(tx, plan.id),
    committees: new Map(
      organisations.flatMap(({ code, committee }) => (committee ? [[code, committee]] : [])),
    ),
    goalText: (tag) => goalText(tag, context),
  }
}

const stateOf = (plan: Plan, day: Day) => periodState({ from: plan.periodFrom, to: plan.periodTo }, day)

interface Now {
  day: Day
  standing: readonly Standing[]
  reviews: readonly Review[]
  count: Completion
}

function factsOf({ plan, lang, today }: PlanPageContext, now: Now): DashboardData['facts'] {
  const { day, standing, reviews, count } = now
  const state = stateOf(plan, day)
  const percent = percentOf(count)
  const next = reviews.find((review) => !review.closure && review.heldOn >= today)
  return {
    ...(percent !== undefined && { percent: percentText(lang, percent) }),
    elapsed: percentText(lang, elapsedShare({ from: plan.periodFrom, to: plan.periodTo }, day)),
    asOf: dated(lang, asOfDay(plan, standing, reviews, { day, today })),
    ...(state === 'ahead' && { starts: dated(lang, plan.periodFrom) }),
    ...(state === 'over' && { ended: dated(lang, plan.periodTo) }),
    ...(next && { next: { day: datedWithWeekday(lang, next.heldOn), term: next.term } }),
  }
}

function untroubledSentence({ plan, lang, say, words }: PlanPageContext, day: Day, reviews: number): string {
  const spoken = words.dashboard.troubled
  const from = dayText(lang, plan.periodFrom)
  if (reviews > 0) return say(spoken.noneText)
  return `${say(spoken.noneText)} ${say(day < plan.periodFrom ? spoken.begins : spoken.began, { day: from })}`
}

function ungrownSentence(context: PlanPageContext, day: Day, reviews: readonly Review[]): string {
  const { plan, lang, say, words } = context
  const spoken = words.dashboard.growth
  if (stateOf(plan, day) === 'over') return say(spoken.noneEver)
  const first = reviews.find((review) => review.heldOn >= context.today)
  return first
    ? `${say(spoken.noneText)} ${say(spoken.firstIs, { day: dayText(lang, first.heldOn) })}`
    : say(spoken.noneText)
}
