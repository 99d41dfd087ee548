import { completion } from '#domain/completion.ts'
import { speaker } from '#words/say.ts'
import type { PageAnswer } from '../http/layout.ts'
import type { PageContext } from '../http/page.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { planNow } from './review-days.store.ts'
import type { PlansData } from './dashboard.page.ts'
import { listPlans } from './store.ts'
import { yearsOf } from './view.ts'

/** The published plans, each with its sentence: its own nouns, the one count. Never ranked (P11). */
export async function loadPlans({ tx, lang, say, words, now }: PageContext): Promise<PageAnswer<PlansData>> {
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
      ...(completed > 0 && { divided: sayOf(spoken.divided, { closed, embedded }) }),
    })
  }
  return { title: say(spoken.title), description: say(spoken.description), current: 'home', data: { plans } }
}
