import { Type, type Static } from 'typebox'
import { numberText, type Lang } from '#words/format.ts'
import type { PlanPageContext } from '../../http/page.ts'
import { indicatorsOf } from './store.ts'
import { WayOut, hostOf } from '../view.ts'
import { Maybe } from '../../http/schema.ts'

/** An indicator as a page tells it: no arrow and no judgement, only what the source says of each period. */
export const IndicatorView = Type.Object({
  id: Type.Integer(),
  title: Type.String(),
  unit: Type.String(),
  note: Maybe(Type.String()),
  source: Type.String(),
  out: Maybe(WayOut),
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
    note,
    source,
    out: url ? { text: say(spoken.toSource, { host: hostOf(url) }), href: url } : null,
    values: values.map(({ period, value }) => ({
      period,
      value: value === null ? say(spoken.missing) : valueText(value, lang),
    })),
  }))
}
