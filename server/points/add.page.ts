import { Type, type Static } from 'typebox'
import { pointReasons } from '#domain/point.ts'
import { dated } from '#words/format.ts'
import { Dated } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { focusAreasOf } from '../plans/store.ts'
import { isSettled } from './add.store.ts'
import { lastClosedDay } from '../plans/review-days.store.ts'
import { pointsOf } from './store.ts'
import { organisationsCalled } from '../people/organisations.store.ts'

const Organisation = Type.Object({
  code: Type.String(),
  name: Type.String(),
  alsoCalled: Type.Array(Type.String()),
})

/** `/{plan}/punkter/nya`: points one by one or as a pasted list, and what the rules compare them with. */
export const AddingData = Type.Object({
  today: Type.String(),
  adoptedOn: Dated,
  adoptedBy: Type.String(),
  /** The adopted points are settled: what is added now is counted apart and needs a decision of its own. */
  settled: Type.Boolean(),
  published: Type.Boolean(),
  adopted: Type.Integer(),
  numbers: Type.Array(Type.String()),
  organisations: Type.Array(Organisation),
  areas: Type.Array(Type.Object({ number: Maybe(Type.String()), title: Type.String() })),
})
export type AddingData = Static<typeof AddingData>

export const addingPage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/nya',
  view: 'points/Add',
  schema: AddingData,
  access: 'point.add',
  catalogues: ['adding', 'saving'],
  refusals: [...pointReasons],
  script: 'page',
  load: loadAdding,
}

async function loadAdding({ tx, plan, lang, today, say, words }: PlanPageContext) {
  const points = await pointsOf(tx, plan.id)
  const areas = await focusAreasOf(tx, plan.id)
  const organisations = await organisationsCalled(tx)
  return {
    title: say(words.adding.title, { plan: plan.title }),
    description: say(words.adding.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    data: {
      today,
      adoptedOn: dated(lang, plan.adoptedOn),
      adoptedBy: plan.adoptedBy,
      settled: isSettled(plan, await lastClosedDay(tx, plan.id)),
      published: plan.publishedAt !== null,
      adopted: points.filter((point) => point.adopted).length,
      numbers: points.map(({ number }) => number),
      organisations: organisations.map(({ code, name, alsoCalled }) => ({ code, name, alsoCalled })),
      areas: areas.map(({ number, title }) => ({ number, title })),
    } satisfies AddingData,
  }
}
