import { Type, type Static } from 'typebox'
import { pointReasons, wordingReasons } from '#domain/point.ts'
import { dayText } from '#words/format.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { findPoint, wordingOf } from './store.ts'

/** `/{plan}/punkter/{number}/ordalydelse`: the words as they stand, to be revised by a decision (F06). */
export const WordingData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  description: Type.String(),
  intendedEffect: Type.String(),
  /** "Gäller från 14 december 2020." */
  holds: Type.String(),
  today: Type.String(),
  /** The first day a decision about it can be of. */
  from: Type.String(),
  fromText: Type.String(),
})
export type WordingData = Static<typeof WordingData>

export const wordingPage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/:number/ordalydelse',
  view: 'points/Wording',
  schema: WordingData,
  access: 'point.add',
  catalogues: ['adding', 'saving'],
  refusals: [...pointReasons, ...wordingReasons],
  script: 'page',
  load: loadWording,
}

async function loadWording({ tx, plan, params, lang, today, say, words }: PlanPageContext) {
  const point = await findPoint(tx, plan.id, params.number ?? '')
  if (!point) return undefined
  const current = await wordingOf(tx, point.id)
  const named = { number: point.number, title: current.title, plan: plan.title }
  return {
    title: say(words.adding.wording.title, named),
    description: say(words.adding.wording.lead),
    plan: await layoutPlanOf(tx, plan),
    data: {
      number: point.number,
      title: current.title,
      description: current.description ?? '',
      intendedEffect: current.intendedEffect ?? '',
      holds: say(words.adding.wording.holds, { day: dayText(lang, current.holdsFrom) }),
      today,
      from: point.addedOn,
      fromText: dayText(lang, point.addedOn),
    } satisfies WordingData,
  }
}
