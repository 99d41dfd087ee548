import { Type, type Static } from 'typebox'
import { writeValues } from '#domain/indicator.ts'
import { numberText, type Lang } from '#words/format.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { PlanPage, PlanPageContext } from '../../http/page.ts'
import { WayOut, hostOf } from '../../reviews/afterwards/hearings.routes.ts'
import { framedPlan } from '../framed.ts'
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
  catalogues: ['indicators', 'saving', 'refusals'],
  script: 'page',
  load: loadIndicators,
}

async function loadIndicators(context: PlanPageContext): Promise<PageAnswer<IndicatorsData>> {
  const { tx, plan, say, words } = context
  const title = say(words.indicators.title, { plan: plan.title })
  return {
    title,
    description: title,
    plan: await framedPlan(tx, plan),
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

/** An indicator as a page tells it: no arrow and no judgement, only what the source says of each period. */
export const IndicatorView = Type.Object({
  id: Type.Integer(),
  title: Type.String(),
  unit: Type.String(),
  note: Type.Optional(Type.String()),
  source: Type.String(),
  out: Type.Optional(WayOut),
  values: Type.Array(Type.Object({ period: Type.String(), value: Type.String() })),
})
export type IndicatorView = Static<typeof IndicatorView>

/** "1 234,50": with as many decimals as the source gives. */
function valueText(value: string, lang: Lang): string {
  const [whole = '', decimals] = value.replace('-', '').split('.')
  const sign = value.startsWith('-') ? '−' : ''
  const point = lang === 'sv' ? ',' : '.'
  return `${sign}${numberText(lang, Number(whole))}${decimals ? point + decimals : ''}`
}

/** What a plan's pages tell of the municipality at large; empty where nobody has entered any. */
export async function indicatorViews({
  tx,
  plan,
  lang,
  say,
  words,
}: PlanPageContext): Promise<IndicatorView[]> {
  const spoken = words.indicators
  return (await indicatorsOf(tx, plan.id)).map(({ id, title, unit, note, source, url, values }) => ({
    id,
    title,
    unit,
    ...(note && { note }),
    source,
    ...(url && { out: { text: say(spoken.toSource, { host: hostOf(url) }), href: url } }),
    values: values.map(({ period, value }) => ({
      period,
      value: value === null ? say(spoken.missing) : valueText(value, lang),
    })),
  }))
}
