import type { Columns } from '../database/columns.ts'

export const organisationTables = (c: Columns) => ({
  organisations: c.table(
    'organisations',
    {
      id: c.id(),
      code: c.text().notNull(),
      name: c.text().notNull(),
      kind: c.text().notNull(),
    },
    (t) => [c.unique('organisations_code').on(t.code)],
  ),
})

export type OrganisationTables = ReturnType<typeof organisationTables>
