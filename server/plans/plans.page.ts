import { Type, type Static } from 'typebox'
import { Split, type PageAnswer } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { Page, PageContext } from '../http/page.ts'
import { completion } from '#domain/completion.ts'
import { speaker } from '#words/say.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { planNow } from './review-days.store.ts'
import { listPlans } from './store.ts'
import { yearsOf } from './view.ts'

/** `/`: the published plans. */
export const PlansData = Type.Object({
  plans: Type.Array(
    Type.Object({
      slug: Type.String(),
      title: Type.String(),
      lang: Type.String(),
      municipality: Type.String(),
      years: Type.String(),
      /** "18 av 25 punkter är slutförda.", with the plan's own nouns; how they divide where there are any. */
      sentence: Split,
      divided: Maybe(Type.String()),
    }),
  ),
})
export type PlansData = Static<typeof PlansData>

export const plansPage: Page = {
  of: 'installation',
  path: '/',
  view: 'plans/Plans',
  schema: PlansData,
  access: 'open',
  catalogues: ['plans'],
  script: 'none',
  load: loadPlans,
}

/** The published plans, each with its sentence: its own nouns, the one count. Never ranked (P11). */
async function loadPlans({ tx, lang, say, words, now }: PageContext): Promise<PageAnswer<PlansData>> {
  const spoken = words.plans
  const plans: PlansData['plans'] = []
  for (const plan of await listPlans(tx)) {
    const count = completion(await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, now)))
    const { adopted, completed, closed, embedded } = count
    const sayOf = speaker(lang, plan.labels)
    plans.push({
      slug: plan.slug,
      title: plan.title,
      lang: plan.language,
      municipality: plan.municipality,
      years: yearsOf(plan),
      sentence: sayOf.split(adopted > 0 ? spoken.completed : spoken.nothingYet, { completed, n: adopted }),
      divided: completed > 0 ? sayOf(spoken.divided, { closed, embedded }) : null,
    })
  }
  return { title: say(spoken.title), description: say(spoken.description), current: 'home', data: { plans } }
}
