import { Type, type Static } from 'typebox'
import type { Day } from '#domain/calendar.ts'
import { completion, percentOf, type Completion } from '#domain/completion.ts'
import { elapsedShare, periodState } from '#domain/period.ts'
import { dated, datedWithWeekday, dayText, kept, percentText } from '#words/format.ts'
import { type PageAnswer, Dated } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { pointsOnDay, type PointOnDay } from '../points/state-on-day.store.ts'
import { tagsOfPlan } from '../points/tags/store.ts'
import { listReviews, planNow, type Review } from './review-days.store.ts'
import { goalText } from '../points/tags/view.ts'
import { layoutPlanOf } from './layout-plan.view.ts'
import { growthOf, tallyOf } from './growth.ts'
import { askedOf, listOf, type Ties } from './listing.ts'
import { focusAreasOf } from './store.ts'
import type { Plan } from '../database/plan.ts'
import { deviationsOf } from './deviations.ts'
import { asOfDay, referenceText, yearsOf, Growth, PointList, TallyGroup, Deviation } from './view.ts'
import { listOrganisations } from '../people/organisations.store.ts'

/** Everything the dashboard shows, as the plan stands now. */
export async function loadDashboard(context: PlanPageContext): Promise<PageAnswer<DashboardData>> {
  const { tx, plan, lang, say, words } = context
  const day = await planNow(tx, plan.id, context.now)
  const standing = await pointsOnDay(tx, plan.id, day)
  const reviews = await listReviews(tx, plan.id)
  const count = completion(standing)
  const closed = reviews.flatMap(({ term, heldOn, closure }) =>
    closure ? [{ term, heldOn, count: closure.snapshot.completion }] : [],
  )
  const spoken = words.dashboard
  const counted = { completed: count.completed, adopted: count.adopted, plan: plan.title }
  const troubled = deviationsOf(standing, context)
  const asked = askedOf(context.query)
  const list = listOf(plan, standing, await tiesIn(context), asked, day, lang)
  const growth = growthOf(plan, closed, count.adopted, day, context)
  return {
    title: say(count.adopted > 0 ? spoken.title : spoken.titleEmpty, counted),
    description: say(count.adopted > 0 ? spoken.description : spoken.descriptionEmpty, counted),
    plan: await layoutPlanOf(tx, plan),
    current: 'plan',
    data: {
      years: yearsOf(plan),
      adoption: {
        by: plan.adoptedBy,
        on: dated(lang, plan.adoptedOn),
        paragraph: plan.paragraph ? kept(plan.paragraph) : null,
        reference: plan.reference ? referenceText(plan.reference, context) : null,
        url: plan.decisionUrl || null,
      },
      easy: plan.easyRead !== null,
      state: stateOf(plan, day),
      adopted: count.adopted,
      completed: count.completed,
      added: count.added.adopted > 0 ? { n: count.added.adopted, completed: count.added.completed } : null,
      groups: tallyOf(standing),
      facts: factsOf(context, { day, standing, reviews, count }),
      troubled,
      untroubled: untroubledSentence(context, day, closed.length),
      growth: growth ?? null,
      ungrown: ungrownSentence(context, day, reviews),
      list: { ...list, concerns: asked.committee ? say(spoken.list.concerns, asked) : null },
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
  standing: readonly PointOnDay[]
  reviews: readonly Review[]
  count: Completion
}

function factsOf({ plan, lang, today }: PlanPageContext, now: Now): DashboardData['facts'] {
  const { day, standing, reviews, count } = now
  const state = stateOf(plan, day)
  const percent = percentOf(count)
  const next = reviews.find((review) => !review.closure && review.heldOn >= today)
  return {
    percent: percent !== undefined ? percentText(lang, percent) : null,
    elapsed: percentText(lang, elapsedShare({ from: plan.periodFrom, to: plan.periodTo }, day)),
    asOf: dated(lang, asOfDay(plan, standing, reviews, { day, today })),
    starts: state === 'ahead' ? dated(lang, plan.periodFrom) : null,
    ended: state === 'over' ? dated(lang, plan.periodTo) : null,
    next: next ? { day: datedWithWeekday(lang, next.heldOn), term: next.term } : null,
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

/** `/{plan}`: how it stands, why, how it grew, and all points. */
export const DashboardData = Type.Object({
  years: Type.String(),
  adoption: Type.Object({
    by: Type.String(),
    on: Dated,
    paragraph: Maybe(Type.String()),
    reference: Maybe(Type.String()),
    url: Maybe(Type.String()),
  }),
  /** Whether there is a text in easy language. */
  easy: Type.Boolean(),
  state: Type.Unsafe<'ahead' | 'running' | 'over'>({ type: 'string' }),
  adopted: Type.Integer(),
  completed: Type.Integer(),
  added: Maybe(Type.Object({ n: Type.Integer(), completed: Type.Integer() })),
  groups: Type.Array(TallyGroup),
  facts: Type.Object({
    percent: Maybe(Type.String()),
    elapsed: Type.String(),
    asOf: Dated,
    starts: Maybe(Dated),
    ended: Maybe(Dated),
    next: Maybe(Type.Object({ day: Dated, term: Type.String() })),
  }),
  troubled: Type.Array(Deviation),
  /** What is said where nothing is troubled. */
  untroubled: Type.String(),
  growth: Maybe(Growth),
  /** What is said where nothing has been counted yet. */
  ungrown: Type.String(),
  list: PointList,
})
export type DashboardData = Static<typeof DashboardData>

export const dashboardPage: PlanPage = {
  of: 'plan',
  path: '/:plan',
  view: 'plans/Dashboard',
  schema: DashboardData,
  access: 'open',
  catalogues: ['dashboard', 'tags'],
  // The chart is drawn in the browser.
  script: 'chart',
  load: loadDashboard,
}
