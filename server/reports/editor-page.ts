import { Type, type Static } from 'typebox'
import { documentKinds } from '#domain/report.ts'
import type { PlanPage } from '../page.ts'
import { loadEditor } from './editor-loader.ts'
import { Downloads } from './page-part.ts'
import { ReportWhole } from './schema.ts'

const { state, latest, kind, reference, paragraph, dated, addressee, sections } = ReportWhole.properties

/** `/{plan}/avstamningar/{term}/rapport`: where the words of a closed review day's report are written, approved and published. */
export const ReportEditorData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  /** What the form holds, and which version it is. */
  report: Type.Object({ state, latest, kind, reference, paragraph, dated, addressee, sections }),
  kinds: Type.Array(
    Type.Object({
      value: Type.Unsafe<(typeof documentKinds)[number]>({ type: 'string' }),
      label: Type.String(),
    }),
  ),
  /** What everybody reads now, in a sentence, and which sections differ from it. */
  public: Type.String(),
  differs: Type.Optional(Type.String()),
  /** Files of the latest version, once there is one. */
  files: Downloads,
  /** What has been done, the latest first, as sentences without names. */
  history: Type.Array(Type.String()),
})
export type ReportEditorData = Static<typeof ReportEditorData>

export const reportEditorPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/rapport',
  view: 'reports/Editor',
  schema: ReportEditorData,
  access: 'report.write',
  rooms: ['report', 'reportEditor', 'reportText', 'saving', 'refusals'],
  script: 'page',
  load: loadEditor,
}
