import { Type, type Static } from 'typebox'
import { reviewFactReasons, reviewReasons, preparationDay } from '#domain/review.ts'
import { dated, termName, dayShort, dayText, listText, weekText } from '#words/format.ts'
import { Dated } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { lastClosedDay, everyReview, type Review } from '../plans/review-days.store.ts'

/** `/{plan}/avstamningar/ny`: which day, and the days that are set already. */
export const PlanningData = Type.Object({
  today: Type.String(),
  adoptedOn: Type.String(),
  lastClosed: Maybe(Dated),
  period: Type.Object({ from: Type.String(), to: Type.String() }),
  over: Dated,
  reviews: Type.Array(
    Type.Object({
      term: Type.String(),
      name: Type.String(),
      day: Dated,
      closed: Type.Boolean(),
    }),
  ),
  /** Terms that no new day is given: those of the days above, and of days that were cancelled. */
  taken: Type.Array(Type.String()),
})
export type PlanningData = Static<typeof PlanningData>

export const planningPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/ny',
  view: 'reviews/Plan',
  schema: PlanningData,
  access: 'review.plan',
  catalogues: ['planning', 'reviewFacts', 'saving'],
  refusals: [...reviewReasons, ...reviewFactReasons],
  script: 'page',
  load: loadPlanning,
}

async function loadPlanning({ tx, plan, lang, say, words, today }: PlanPageContext) {
  const lastClosed = await lastClosedDay(tx, plan.id)
  const every = await everyReview(tx, plan.id)
  const reviews = every.filter(({ cancelled }) => !cancelled)
  return {
    title: say(words.planning.title, { plan: plan.title }),
    description: say(words.planning.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews' as const,
    data: {
      today,
      adoptedOn: plan.adoptedOn,
      lastClosed: lastClosed ? dated(lang, lastClosed) : null,
      period: { from: plan.periodFrom, to: plan.periodTo },
      over: dated(lang, plan.periodTo),
      reviews: reviews.map(({ term, heldOn, closure }) => ({
        term,
        name: termName(lang, term),
        day: dated(lang, heldOn),
        closed: closure !== null,
      })),
      taken: every.map(({ term }) => term),
    } satisfies PlanningData,
  }
}

/** The year as a wheel: its review days and when they are prepared. The list beside it says the same. */
export const Wheel = Type.Object({
  year: Type.Integer(),
  /** What the picture says, for those who do not see it. */
  sentence: Type.String(),
  /** Marked when it is in this year. */
  today: Maybe(Type.String()),
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      label: Type.String(),
      week: Type.String(),
      preparedFrom: Type.String(),
    }),
  ),
  /** Other years with review days, to choose from. */
  years: Type.Array(Type.Object({ year: Type.String(), current: Type.Boolean() })),
})
export type Wheel = Static<typeof Wheel>

const yearOf = (day: string): string => day.slice(0, 4)

/**
 * The wheel of the year that was asked for (`?ar=2024`), else of the next review day's, else of the latest one's. Undefined in a plan without
 * review days.
 */
export function wheelOf(context: PlanPageContext, reviews: readonly Review[]): Wheel | undefined {
  const { query, lang, say, words, today } = context
  const years = [...new Set(reviews.map(({ heldOn }) => yearOf(heldOn)))].sort()
  const next = reviews.find(({ closure }) => !closure) ?? reviews.at(-1)
  if (!next) return undefined
  const asked = query.ar ?? ''
  const year = years.includes(asked) ? asked : yearOf(next.heldOn)
  const within = reviews.filter(({ heldOn }) => yearOf(heldOn) === year)
  const days = within.map((review) => ({
    day: review.heldOn,
    label: dayShort(lang, review.heldOn).split(' ').slice(0, 2).join(' '),
    week: weekText(lang, review.heldOn),
    preparedFrom: preparationDay(review),
  }))
  const spoken = words.reviews.wheel
  const named = days.map(({ day, week }) => say(spoken.day, { day: dayText(lang, day), week }))
  const prepared = days.map(({ preparedFrom }) => dayText(lang, preparedFrom))
  return {
    year: Number(year),
    sentence: say(spoken.sentence, {
      n: days.length,
      year,
      days: listText(lang, named),
      prepared: listText(lang, prepared),
    }),
    today: yearOf(today) === year ? today : null,
    days,
    years: years.map((one) => ({ year: one, current: one === year })),
  }
}
