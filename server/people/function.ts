import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Plan } from '../plans/store.ts'
import type { Viewer } from './store.ts'

/** What the person signed in is in this plan, or in the first where no plan is named; never a name (A08). */
export function functionOf(viewer: Viewer, plan: Pick<Plan, 'id'> | undefined, lang: Lang): string {
  const here = viewer.memberships.find((one) => plan === undefined || one.planId === plan.id)
  return (
    here?.function ??
    speaker(lang)(words[lang].people.roles[viewer.administrator ? 'administrator' : 'reader'])
  )
}
