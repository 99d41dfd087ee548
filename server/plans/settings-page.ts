import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { dated } from '#words/format.ts'
import { areasWithPoints, asList } from '../focus-areas/store.ts'
import { Dated } from '../frame.ts'
import type { PlanPage, PlanPageContext } from '../page.ts'
import { pointsOf } from '../points/store.ts'
import { draftOfPlan, FactsDraft, languagesIn } from './facts-draft.ts'
import { framedPlan } from './framed.ts'
import { Choice } from './shapes.ts'
import { factsVersion } from './version.ts'

/** `/{plan}/installningar`: everything registered of the plan, its areas, its words, and publishing it. */
export const SettingsData = Type.Object({
  slug: Type.String(),
  /** Since when everybody can read it; left out while only those who work with it can. */
  published: Type.Optional(Dated),
  adopted: Type.Integer(),
  added: Type.Integer(),
  draft: FactsDraft,
  /** What a change of the facts is based on. */
  version: Type.String(),
  languages: Type.Array(Choice),
  areas: Type.Array(
    Type.Object({
      id: Type.Integer(),
      number: Type.Optional(Type.String()),
      title: Type.String(),
      points: Type.Integer(),
    }),
  ),
  /** What a new list of areas is based on. */
  latestArea: Type.Optional(Type.Integer()),
})
export type SettingsData = Static<typeof SettingsData>

export const settingsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/installningar',
  view: 'plans/Settings',
  schema: SettingsData,
  access: 'plan.edit',
  rooms: ['setup', 'sharing', 'letterhead', 'files', 'saving', 'refusals'],
  script: 'page',
  load: loadSettings,
}

async function loadSettings({ tx, plan, lang, say, words }: PlanPageContext) {
  const { items, latest } = asList(await areasWithPoints(tx, plan.id))
  const points = await pointsOf(tx, plan.id)
  const adopted = points.filter((point) => point.adopted).length
  return {
    title: say(words.setup.settings.title, { plan: plan.title }),
    description: say(words.setup.settings.description, { plan: plan.title }),
    plan: await framedPlan(tx, plan),
    data: {
      slug: plan.slug,
      ...(plan.publishedAt && { published: dated(lang, dayOf(new Date(plan.publishedAt))) }),
      adopted,
      added: points.length - adopted,
      draft: draftOfPlan(plan),
      version: factsVersion(plan),
      languages: languagesIn(lang, plan.language),
      areas: items.map(({ number, ...area }) => ({ ...area, ...(number !== null && { number }) })),
      ...(latest !== null && { latestArea: latest }),
    } satisfies SettingsData,
  }
}
