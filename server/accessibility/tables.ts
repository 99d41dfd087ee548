import type { Statement } from '#domain/accessibility.ts'
import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from '../people/tables.ts'

export const accessibilityTables = (c: Columns, { people }: PeopleTables) => {
  /** The statement of accessibility, a row each time it is saved; the last published one is shown (domain §2.6). Append-only. */
  const accessibilityStatements = c.table('accessibility_statements', {
    id: c.id(),
    statement: c.json<Statement>().notNull(),
    published: c.flag().notNull(),
    recordedAt: c.instant().notNull(),
    recordedBy: c
      .reference()
      .notNull()
      .references(() => people.id),
  })

  /** What somebody checked by hand, when, and what came of it (T10). Append-only. */
  const accessibilityChecks = c.table(
    'accessibility_checks',
    {
      id: c.id(),
      /** Which check of the manual protocol. */
      check: c.text().notNull(),
      checkedOn: c.day().notNull(),
      outcome: c.text().$type<'passed' | 'faults'>().notNull(),
      note: c.text(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.index('accessibility_checks_latest').on(t.check, t.id)],
  )

  return { accessibilityStatements, accessibilityChecks }
}

export type AccessibilityTables = ReturnType<typeof accessibilityTables>
