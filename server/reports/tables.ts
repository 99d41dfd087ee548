import type { DocumentKind, ReportState, Section } from '#domain/report.ts'
import type { Columns } from '../database/columns.ts'
import type { OrganisationTables } from '../people/organisations/tables.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'
import type { ReviewTables } from '../reviews/tables.ts'

type Others = OrganisationTables & PeopleTables & PlanTables & ReviewTables

export const reportTables = (c: Columns, { organisations, people, plans, reviews }: Others) => {
  const inPlan = () => ({
    id: c.id(),
    planId: c
      .reference()
      .notNull()
      .references(() => plans.id),
    reviewId: c
      .reference()
      .notNull()
      .references(() => reviews.id),
  })
  const recorded = () => ({
    recordedAt: c.instant().notNull(),
    recordedBy: c
      .reference()
      .notNull()
      .references(() => people.id),
    byFunction: c.text().notNull(),
    byOrganisationId: c.reference().references(() => organisations.id),
  })

  /** What is written in a review day's report beside its numbers, a row each time it is saved; the last one is the draft. Append-only. */
  const reportVersions = c.table(
    'report_versions',
    {
      ...inPlan(),
      /** What kind of document it is called in this municipality. */
      kind: c.text().$type<DocumentKind>().notNull(),
      /** Its own header: registry number, paragraph, day, and whom it is written to. */
      reference: c.text(),
      paragraph: c.text(),
      dated: c.day(),
      addressee: c.text(),
      /** The texts of the sections that say something, by section, in the order they are read. */
      sections: c.json<Partial<Record<Section, number[]>>>().notNull(),
      ...recorded(),
    },
    (t) => [c.index('report_versions_latest').on(t.reviewId, t.id)],
  )

  /** That a version was approved, published, or taken back to draft; the last row of a report counts (F34). Append-only. */
  const reportStates = c.table(
    'report_states',
    {
      ...inPlan(),
      versionId: c
        .reference()
        .notNull()
        .references(() => reportVersions.id),
      state: c.text().$type<ReportState>().notNull(),
      /** 1 for the first published version of a report, and so on; null for what is not published. */
      edition: c.whole(),
      ...recorded(),
    },
    (t) => [
      c.index('report_states_latest').on(t.reviewId, t.id),
      c.unique('report_states_edition').on(t.reviewId, t.edition),
    ],
  )

  /** Where a report was taken up: which body, when, under which paragraph (P10). A wrong row is replaced by another. Append-only. */
  const hearings = c.table(
    'hearings',
    {
      ...inPlan(),
      body: c.text().notNull(),
      heldOn: c.day().notNull(),
      paragraph: c.text(),
      reference: c.text(),
      url: c.text(),
      replaces: c.reference(),
      ...recorded(),
    },
    (t) => [c.index('hearings_of_review').on(t.reviewId), c.unique('hearings_replaces').on(t.replaces)],
  )

  /** A file made of a closed review day's report, kept while the content it was made of is the same. */
  const reportFiles = c.table(
    'report_files',
    {
      ...inPlan(),
      /** pdf, summary.pdf, docx, pptx. */
      format: c.text().notNull(),
      lang: c.text().notNull(),
      /** SHA-256 of the content and the program that made it: another content, another file. */
      madeOf: c.text().notNull(),
      bytes: c.bytes().notNull(),
      madeAt: c.instant().notNull(),
    },
    (t) => [c.unique('report_files_kept').on(t.reviewId, t.format, t.lang)],
  )

  return { reportVersions, reportStates, hearings, reportFiles }
}

export type ReportTables = ReturnType<typeof reportTables>
