import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { reportReasons, documentKinds, sections as sectionNames } from '#domain/report.ts'
import { clock, dayText, listText, termName, within } from '#words/format.ts'
import type { PageAnswer } from '../http/layout.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { whoText } from '../texts/view.ts'
import { findReview } from '../plans/review-days.store.ts'
import { listOrganisations } from '../people/organisations.store.ts'
import { reportWhole } from './answer.ts'
import { ReportWhole } from './schema.ts'
import { publishedVersion, writtenReport, type WrittenReport } from './store.ts'
import { Downloads, downloadsOf } from './view.ts'
import { Maybe } from '../http/schema.ts'

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
  differs: Maybe(Type.String()),
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
  catalogues: ['report', 'reportEditor', 'reportText', 'saving'],
  refusals: [...reportReasons],
  script: 'page',
  load: loadEditor,
}

/** What the editor of a report needs; undefined for a day that is not there or not closed: a report rests on a frozen day. */
export async function loadEditor(
  context: PlanPageContext,
): Promise<PageAnswer<ReportEditorData> | undefined> {
  const { tx, plan, lang, say, words, params, now } = context
  const review = await findReview(tx, plan.id, params.term ?? '')
  if (!review?.closure) return undefined
  const whole = await reportWhole(tx, plan, review.term, now)
  const written = await writtenReport(tx, review.id)
  const { state, latest, kind, reference, paragraph, dated, addressee, sections: texts } = whole
  const spoken = words.reportEditor
  const name = termName(lang, review.term)
  const title = say(spoken.title, { term: name, plan: plan.title })
  const differs = differenceIn(written, context)
  return {
    title,
    description: title,
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      report: { state, latest, kind, reference, paragraph, dated, addressee, sections: texts },
      kinds: documentKinds.map((value) => ({ value, label: say(words.reportText.kinds[value]) })),
      public: whole.published
        ? say(spoken.publicNow, {
            n: whole.published.edition,
            day: dayText(lang, dayOf(new Date(whole.published.at))),
          })
        : say(spoken.publicNone),
      differs: differs || null,
      files: latest === null ? [] : downloadsOf(context, review.term, { draft: state !== 'published' }),
      history: await historyText(written, context),
    },
  }
}

/** Which sections of the latest version are not as everybody reads them. Words that did not change keep their text, so ids tell. */
function differenceIn(written: WrittenReport, { lang, say, words }: PlanPageContext): string | undefined {
  const latest = written.versions.at(-1)
  const shown = publishedVersion(written)?.version
  if (!latest || !shown || latest === shown) return undefined
  const { headings } = words.reportText
  const changed = sectionNames.filter(
    (section) => JSON.stringify(latest.sections[section]) !== JSON.stringify(shown.sections[section]),
  )
  if (changed.length === 0) return undefined
  const named = changed.map((section) => within(say(headings[section])))
  return say(words.reportEditor.differs, { sections: listText(lang, named) })
}

async function historyText(
  { versions, states }: WrittenReport,
  { tx, lang, say, words }: PlanPageContext,
): Promise<string[]> {
  const { events } = words.reportEditor
  const organisations = new Map((await listOrganisations(tx)).map(({ id, name }) => [id, name]))
  const told = (
    event: keyof typeof events,
    row: WrittenReport['versions'][number] | WrittenReport['states'][number],
    n = 0,
  ) =>
    say(events[event], {
      n,
      day: dayText(lang, dayOf(new Date(row.recordedAt))),
      clock: clock(lang, row.recordedAt),
      by: within(whoText(row.byFunction, organisations.get(row.byOrganisationId ?? 0))),
    })
  return versions
    .flatMap((version) => [
      told('saved', version),
      ...states
        .filter(({ versionId }) => versionId === version.id)
        .map((row) => told(row.state, row, row.edition ?? 0)),
    ])
    .reverse()
}
