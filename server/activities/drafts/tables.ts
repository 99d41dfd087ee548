import type { Columns } from '../../database/columns.ts'
import type { PeopleTables } from '../../people/tables.ts'
import type { PlanTables } from '../../plans/tables.ts'

/** What somebody has begun to write: only theirs, no record of anything, gone after 90 days or when it is saved (S13). */
export const draftTables = (c: Columns, { people, plans }: PeopleTables & PlanTables) => ({
  drafts: c.table(
    'drafts',
    {
      id: c.id(),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      /** Which form: `activity`. */
      form: c.text().notNull(),
      body: c.json<Record<string, unknown>>().notNull(),
      changedAt: c.instant().notNull(),
    },
    (t) => [c.unique('drafts_form').on(t.personId, t.planId, t.form), c.index('drafts_age').on(t.changedAt)],
  ),
})

export type DraftTables = ReturnType<typeof draftTables>
