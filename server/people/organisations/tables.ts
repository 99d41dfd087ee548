import type { Columns } from '../../database/columns.ts'

export const organisationTables = (c: Columns) => {
  const organisations = c.table(
    'organisations',
    {
      id: c.id(),
      code: c.text().notNull(),
      name: c.text().notNull(),
      kind: c.text().notNull(),
      /** The authority it belongs to, where that is not itself: "Norrtälje kommun". */
      authority: c.text(),
      /** The committee (nämnd) it works for: "Socialnämnden". */
      committee: c.text(),
    },
    (t) => [c.unique('organisations_code').on(t.code)],
  )

  /** Other names people write for an organisation, lower-case, so that an import and a pasted list find it. */
  const organisationAliases = c.table(
    'organisation_aliases',
    {
      id: c.id(),
      organisationId: c
        .reference()
        .notNull()
        .references(() => organisations.id),
      alias: c.text().notNull(),
    },
    (t) => [c.unique('organisation_aliases_alias').on(t.alias)],
  )

  return { organisations, organisationAliases }
}

export type OrganisationTables = ReturnType<typeof organisationTables>
