import { Type, type Static } from 'typebox'
import { dated, termName } from '#words/format.ts'
import { Dated } from '../frame.ts'
import type { PlanPage, PlanPageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import { lastClosedDay } from '../points/store.ts'
import { everyReview } from './store.ts'

/** `/{plan}/avstamningar/ny`: which day, and the days that are set already. */
export const PlanningData = Type.Object({
  today: Type.String(),
  adoptedOn: Type.String(),
  lastClosed: Type.Optional(Dated),
  period: Type.Object({ from: Type.String(), to: Type.String() }),
  over: Dated,
  reviews: Type.Array(
    Type.Object({
      term: Type.String(),
      name: Type.String(),
      day: Dated,
      closed: Type.Optional(Type.Boolean()),
    }),
  ),
  /** Terms that no new day is given: those of the days above, and of days that were cancelled. */
  taken: Type.Array(Type.String()),
})
export type PlanningData = Static<typeof PlanningData>

export const planningPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/ny',
  view: 'reviews/Planning',
  schema: PlanningData,
  access: 'review.plan',
  rooms: ['planning', 'reviewFacts', 'saving', 'refusals'],
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
    plan: await framedPlan(tx, plan),
    current: 'reviews' as const,
    data: {
      today,
      adoptedOn: plan.adoptedOn,
      ...(lastClosed && { lastClosed: dated(lang, lastClosed) }),
      period: { from: plan.periodFrom, to: plan.periodTo },
      over: dated(lang, plan.periodTo),
      reviews: reviews.map(({ term, heldOn, closure }) => ({
        term,
        name: termName(lang, term),
        day: dated(lang, heldOn),
        ...(closure && { closed: true }),
      })),
      taken: every.map(({ term }) => term),
    } satisfies PlanningData,
  }
}
