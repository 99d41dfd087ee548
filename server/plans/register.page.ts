import { Type, type Static } from 'typebox'
import { planReasons } from '#domain/plan.ts'
import { can } from '#domain/roles.ts'
import { rolesOf } from '../http/viewer.ts'
import type { Page, PageContext } from '../http/page.ts'
import { emptyFacts, FactsDraft, languagesIn } from './settings.page.ts'
import { Choice } from './view.ts'
import { listEveryPlan } from '../database/plan.ts'

/** `/mitt/planer/ny`: registers a plan (F01). */
export const RegisterData = Type.Object({ draft: FactsDraft, languages: Type.Array(Choice) })
export type RegisterData = Static<typeof RegisterData>

export const registerPage: Page = {
  of: 'installation',
  path: '/mitt/planer/ny',
  view: 'plans/Register',
  schema: RegisterData,
  access: 'plan.create',
  catalogues: ['setup', 'saving'],
  refusals: [...planReasons],
  script: 'page',
  load: loadRegister,
}

async function loadRegister({ tx, viewer, lang, say, words }: PageContext) {
  const own = (await listEveryPlan(tx)).filter((plan) => can(rolesOf(viewer, plan), 'plan.edit'))
  const draft = emptyFacts(own.at(-1))
  return {
    title: say(words.setup.register.title),
    description: say(words.setup.register.lead),
    current: 'mine' as const,
    data: { draft, languages: languagesIn(lang, draft.language) } satisfies RegisterData,
  }
}
