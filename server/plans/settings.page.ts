import { Type, type Static } from 'typebox'
import { areaReasons } from '#domain/focus-area.ts'
import { fileReasons, nameReasons } from '#domain/file.ts'
import { planReasons } from '#domain/plan.ts'
import { dayOf } from '#domain/calendar.ts'
import { weeksText } from '#domain/quiet-weeks.ts'
import { usualQuietWeeks } from '#domain/reminders.ts'
import { usualKind, type DocumentKind } from '#domain/report.ts'
import { inOrderOf, type Lang, dated } from '#words/format.ts'
import { usualLabels } from '#words/labels.ts'
import { LabelChoice, Dated } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { pointsOf } from '../points/store.ts'
import { areasWithPoints, asList } from './focus-areas.store.ts'
import { layoutPlanOf } from './layout-plan.view.ts'
import type { Plan } from '../database/plan.ts'
import { factsVersion } from './version.ts'
import { Choice } from './view.ts'

/** A plan's facts as they stand in a form: text, '' where nothing is said (F01, F05, P17). */
export const FactsDraft = Type.Object({
  title: Type.String(),
  municipality: Type.String(),
  language: Type.String(),
  periodFrom: Type.String(),
  periodTo: Type.String(),
  adoptedBy: Type.String(),
  adoptedOn: Type.String(),
  paragraph: Type.String(),
  reference: Type.String(),
  decisionUrl: Type.String(),
  responsible: Type.String(),
  followUp: Type.String(),
  validUntil: Type.String(),
  publisher: Type.String(),
  contact: Type.String(),
  freshnessMonths: Type.String(),
  /** The weeks without reminders as they are written: 27–31, 52. */
  quietWeeks: Type.String(),
  wordsShown: Type.Unsafe<'after-look' | 'at-once'>({ type: 'string' }),
  labels: LabelChoice,
  support: Type.Array(Type.Object({ what: Type.String(), number: Type.String() })),
  easyRead: Type.String(),
  letterhead: Type.Object({
    name: Type.String(),
    kind: Type.Unsafe<DocumentKind>({ type: 'string' }),
    logo: Type.Optional(Type.Integer()),
  }),
  /** Where an imported plan comes from; no form changes it. */
  source: Maybe(Type.String()),
})
export type FactsDraft = Static<typeof FactsDraft>

export function draftOfPlan(plan: Plan): FactsDraft {
  return {
    title: plan.title,
    municipality: plan.municipality,
    language: plan.language,
    periodFrom: plan.periodFrom,
    periodTo: plan.periodTo,
    adoptedBy: plan.adoptedBy,
    adoptedOn: plan.adoptedOn,
    paragraph: plan.paragraph ?? '',
    reference: plan.reference ?? '',
    decisionUrl: plan.decisionUrl ?? '',
    responsible: plan.responsible ?? '',
    followUp: plan.followUp ?? '',
    validUntil: plan.validUntil ?? '',
    publisher: plan.publisher ?? '',
    contact: plan.contact ?? '',
    freshnessMonths: String(plan.freshnessMonths),
    quietWeeks: weeksText(plan.quietWeeks ?? usualQuietWeeks),
    wordsShown: plan.wordsShown,
    labels: plan.labels,
    support: plan.support,
    easyRead: plan.easyRead ?? '',
    letterhead: plan.letterhead ?? { name: '', kind: usualKind(plan.labels.statement) },
    source: plan.source || null,
  }
}

/** An empty form; what the municipality's earlier plan says of itself, not of that plan, is filled in. */
export const emptyFacts = (earlier: Plan | undefined): FactsDraft => ({
  title: '',
  municipality: earlier?.municipality ?? '',
  language: earlier?.language ?? 'sv',
  periodFrom: '',
  periodTo: '',
  adoptedBy: earlier?.adoptedBy ?? '',
  adoptedOn: '',
  paragraph: '',
  reference: '',
  decisionUrl: '',
  responsible: earlier?.responsible ?? '',
  followUp: earlier?.followUp ?? '',
  validUntil: '',
  publisher: earlier?.publisher ?? '',
  contact: earlier?.contact ?? '',
  freshnessMonths: String(earlier?.freshnessMonths ?? 6),
  quietWeeks: weeksText(earlier?.quietWeeks ?? usualQuietWeeks),
  wordsShown: earlier?.wordsShown ?? 'after-look',
  labels: earlier?.labels ?? usualLabels,
  support: earlier?.support ?? [],
  easyRead: '',
  letterhead: { name: '', kind: usualKind((earlier?.labels ?? usualLabels).statement) },
  source: null,
})

const written = ['sv', 'en', 'fi', 'se', 'da', 'no', 'de', 'fr']

/** The languages a plan may be written in, by their names in the reader's; Swedish and English first. */
export function languagesIn(lang: Lang, current: string): Static<typeof Choice>[] {
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const choices = [...new Set([...written, current])].map((value) => ({
    value,
    label: names.of(value) ?? value,
  }))
  const inOrder = inOrderOf(lang)
  return [...choices.slice(0, 2), ...choices.slice(2).sort((a, b) => inOrder(a.label, b.label))]
}

/** `/{plan}/installningar`: everything registered of the plan, its areas, its words, and publishing it. */
export const SettingsData = Type.Object({
  slug: Type.String(),
  /** Since when everybody can read it; null while only those who work with it can. */
  published: Maybe(Dated),
  adopted: Type.Integer(),
  added: Type.Integer(),
  draft: FactsDraft,
  /** What a change of the facts is based on. */
  version: Type.String(),
  languages: Type.Array(Choice),
  areas: Type.Array(
    Type.Object({
      id: Type.Integer(),
      number: Maybe(Type.String()),
      title: Type.String(),
      points: Type.Integer(),
    }),
  ),
  /** What a new list of areas is based on. */
  latestArea: Maybe(Type.Integer()),
})
export type SettingsData = Static<typeof SettingsData>

export const settingsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/installningar',
  view: 'plans/Settings',
  schema: SettingsData,
  access: 'plan.edit',
  catalogues: ['setup', 'sharing', 'letterhead', 'uploading', 'saving'],
  refusals: [...planReasons, ...fileReasons, ...nameReasons, ...areaReasons],
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
    plan: await layoutPlanOf(tx, plan),
    data: {
      slug: plan.slug,
      published: plan.publishedAt ? dated(lang, dayOf(new Date(plan.publishedAt))) : null,
      adopted,
      added: points.length - adopted,
      draft: draftOfPlan(plan),
      version: factsVersion(plan),
      languages: languagesIn(lang, plan.language),
      areas: items,
      latestArea: latest,
    } satisfies SettingsData,
  }
}
