import { Type } from 'typebox'
import { can } from '#domain/roles.ts'
import type { Lang } from '#words/format.ts'
import { responses, type Routes } from '../http/routes.ts'
import { Refused } from '../http/refusal.ts'
import { disposition } from '../files/serve.ts'
import { rolesOf } from '../http/viewer.ts'
import { ReviewAddress, StrictObject } from '../http/schema.ts'
import { visiblePlan } from '../http/visible-plan.ts'
import type { ReportContent } from './content.ts'
import { documentsOf } from './files.ts'
import { documentFormats, formats, type DocumentFormat } from './formats.ts'
import { documentMaking } from './making.ts'

const Query = StrictObject({
  lang: Type.Optional(
    Type.Unsafe<Lang>({ type: 'string', enum: ['sv', 'en'], description: 'Swedish where nothing is said.' }),
  ),
  draft: Type.Optional(
    Type.Unsafe<'1'>({
      type: 'string',
      enum: ['1'],
      description:
        'With the words as they were last saved, marked as a draft: for those who write the report.',
    }),
  ),
})

/**
 * A closed review day's report as files (F30, F32, F36): figures and record as they were frozen, with the words of the published edition. Open like the
 * report's own page; a draft is for those who lead the plan.
 */
export const reportFileRoutes: Routes = (api, dependencies, publicCache) => {
  const making = dependencies.documents ?? documentMaking()
  const documentOf = documentsOf(dependencies, making)
  if (!dependencies.documents) api.addHook('onClose', () => making.close())

  for (const format of formats) {
    const { path, type } = documentFormats[format]
    const file = Type.String({ format: 'binary' })
    const response = {
      ...responses(200, file),
      200: { description: documentFormats[format].description, content: { [type]: { schema: file } } },
    }
    api.get(
      `/plans/:plan/reviews/:term/${path}`,
      {
        config: { open: true },
        schema: { params: ReviewAddress, querystring: Query, produces: [type], response },
      },
      (request, reply) => {
        const { plan: slug, term } = request.params
        const { lang = 'sv', draft } = request.query
        const { viewer } = request
        return publicCache(request, reply, slug, async () => {
          const { bytes, content } = await documentOf({
            format,
            term,
            lang,
            draft: draft !== undefined,
            findPlan: async (tx) => {
              const plan = await visiblePlan(tx, slug, viewer)
              if (draft && !viewer) throw new Refused('not-signed-in')
              if (draft && !can(rolesOf(viewer, plan), 'report.write')) throw new Refused('not-allowed')
              return plan
            },
          })
          const headers = { 'content-disposition': disposition('attachment', nameOf(format, content)) }
          return { type, body: bytes, headers }
        })
      },
    )
  }
}

/** "Avstämning hösten 2023 – Tillsammans för psykisk hälsa.pdf": what one finds again among one's own files. */
function nameOf(format: DocumentFormat, { title, plan, draft }: ReportContent): string {
  const { extension } = documentFormats[format]
  const name = [draft, title, plan].filter(Boolean).join(' – ')
  // What no file system takes in a name; and no longer than all of them take.
  return `${name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .trim()}.${extension}`
}
