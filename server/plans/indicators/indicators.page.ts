import { Type, type Static } from 'typebox'
import { indicatorReasons, writeValues } from '#domain/indicator.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { PlanPage, PlanPageContext } from '../../http/page.ts'
import { layoutPlanOf } from '../layout-plan.view.ts'
import { indicatorsOf } from './store.ts'

/** `/{plan}/indikatorer`: what is told of the municipality at large, for those who lead the plan. */
export const IndicatorsData = Type.Object({
  indicators: Type.Array(
    Type.Object({
      id: Type.Integer(),
      title: Type.String(),
      unit: Type.String(),
      source: Type.String(),
      url: Type.String(),
      note: Type.String(),
      /** A line a period: "2022; 12,5". */
      values: Type.String(),
    }),
  ),
})
export type IndicatorsData = Static<typeof IndicatorsData>

export const indicatorsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/indikatorer',
  view: 'plans/indicators/Indicators',
  schema: IndicatorsData,
  access: 'plan.edit',
  catalogues: ['indicators', 'saving'],
  refusals: [...indicatorReasons],
  script: 'page',
  load: loadIndicators,
}

async function loadIndicators(context: PlanPageContext): Promise<PageAnswer<IndicatorsData>> {
  const { tx, plan, say, words } = context
  const title = say(words.indicators.title, { plan: plan.title })
  return {
    title,
    description: title,
    plan: await layoutPlanOf(tx, plan),
    data: {
      indicators: (await indicatorsOf(tx, plan.id)).map(({ url, note, values, ...one }) => ({
        ...one,
        url: url ?? '',
        note: note ?? '',
        values: writeValues(values),
      })),
    },
  }
}
