import type { DocumentKind } from '#domain/report.ts'
import type { Labels } from '#words/labels.ts'
import type { Columns } from '../database/columns.ts'

export interface SupportLine {
  what: string
  number: string
}

export interface Letterhead {
  name: string
  kind: DocumentKind
  /** Id of a finished image among the plan's files. */
  logo?: number
}

export const planTables = (c: Columns) => {
  const plans = c.table(
    'plans',
    {
      id: c.id(),
      slug: c.text().notNull(),
      title: c.text().notNull(),
      municipality: c.text().notNull(),
      /** The language the plan is written in: sv, de … (P16). */
      language: c.text().notNull(),
      periodFrom: c.day().notNull(),
      periodTo: c.day().notNull(),
      adoptedBy: c.text().notNull(),
      adoptedOn: c.day().notNull(),
      paragraph: c.text(),
      reference: c.text(),
      decisionUrl: c.text(),
      responsible: c.text(),
      followUp: c.text(),
      validUntil: c.day(),
      publisher: c.text(),
      contact: c.text(),
      freshnessMonths: c.whole().notNull(),
      /** Whether an activity's words are public after a plan lead has looked, or at once. */
      wordsShown: c.text().$type<'after-look' | 'at-once'>().notNull(),
      labels: c.json<Labels>().notNull(),
      support: c.json<SupportLine[]>().notNull(),
      source: c.text(),
      /** A summary in easy language (P19), paragraph by paragraph; null where none is written. */
      easyRead: c.text(),
      /** What stands at the head of its documents: the organisation's own name, its logo (an image of the plan's files), what the document is called. */
      letterhead: c.json<Letterhead>(),
      /** ISO weeks in which nobody is reminded; null for the usual ones. */
      quietWeeks: c.json<number[]>(),
      publishedAt: c.instant(),
      createdAt: c.instant().notNull(),
      /** Raised first in every write to the plan: key of kept answers and lock between rule and row. */
      revision: c.whole().notNull(),
    },
    (t) => [c.unique('plans_slug').on(t.slug)],
  )

  const focusAreas = c.table(
    'focus_areas',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      number: c.text(),
      title: c.text().notNull(),
      position: c.whole().notNull(),
    },
    (t) => [c.unique('focus_areas_position').on(t.planId, t.position)],
  )

  return { plans, focusAreas }
}

export type PlanTables = ReturnType<typeof planTables>
