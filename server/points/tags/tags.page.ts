import { Type, type Static } from 'typebox'
import { tagReasons, tiedAfterwards, vocabularies, type Vocabulary, codesOf, mostTags } from '#domain/tags.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { PlanPage, PlanPageContext } from '../../http/page.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { findPoint, wordingOf } from '../store.ts'
import { tagsOfPoint } from './store.ts'
import { goalText } from './view.ts'
import { Maybe } from '../../http/schema.ts'

/** `/{plan}/punkter/{number}/kopplingar`: what a point contributes to, for those who lead the plan (P13). */
export const TagsData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  groups: Type.Array(
    Type.Object({
      vocabulary: Type.Unsafe<Vocabulary>({ type: 'string' }),
      label: Type.String(),
      note: Maybe(Type.String()),
      most: Type.Integer(),
      goals: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
      chosen: Type.Array(Type.String()),
    }),
  ),
})
export type TagsData = Static<typeof TagsData>

export const tagsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/:number/kopplingar',
  view: 'points/tags/Tagging',
  schema: TagsData,
  access: 'tag.edit',
  catalogues: ['tagging', 'saving'],
  refusals: [...tagReasons],
  script: 'page',
  load: loadTags,
}

async function loadTags(context: PlanPageContext): Promise<PageAnswer<TagsData> | undefined> {
  const { tx, plan, params, say, words } = context
  const point = await findPoint(tx, plan.id, params.number ?? '')
  if (!point) return undefined
  const tags = await tagsOfPoint(tx, plan.id, point.id)
  const { title } = await wordingOf(tx, point.id)
  return {
    title: say(words.tagging.title, { number: point.number, plan: plan.title }),
    description: say(words.tagging.description),
    plan: await layoutPlanOf(tx, plan),
    data: {
      number: point.number,
      title,
      groups: vocabularies.map((vocabulary) => ({
        vocabulary,
        label: say(words.tags.vocabulary[vocabulary]),
        most: mostTags[vocabulary],
        note: tiedAfterwards(vocabulary, plan.adoptedOn) ? say(words.tags.afterwards) : null,
        goals: codesOf[vocabulary].map((code) => ({ code, text: goalText({ vocabulary, code }, context) })),
        chosen: tags.filter((tag) => tag.vocabulary === vocabulary).map(({ code }) => code),
      })),
    },
  }
}
