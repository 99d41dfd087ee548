import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'

/**
 * Every free text a person wrote. Other rows and snapshots point here and hold only the salted SHA-256, so that a text can be
 * masked – body and salt set to null, once, with who, when and why – without breaking a row or the chain of closed review days.
 */
export const textTables = (c: Columns, { plans, people }: PlanTables & PeopleTables) => ({
  texts: c.table('texts', {
    id: c.id(),
    planId: c
      .reference()
      .notNull()
      .references(() => plans.id),
    body: c.text(),
    salt: c.text(),
    sha256: c.text().notNull(),
    maskedAt: c.instant(),
    maskedBy: c.reference().references(() => people.id),
    maskedBecause: c.text(),
  }),
})

export type TextTables = ReturnType<typeof textTables>
