import type { Columns } from '../database/columns.ts'

/** One row, id 1: what this installation is, for good. */
export const installationTables = (c: Columns) => ({
  installation: c.table('installation', {
    id: c.id(),
    /** An installation is an example for good or never. */
    example: c.flag().notNull(),
    /** Raised by every write outside a plan that a public page may show. */
    revision: c.whole().notNull(),
    createdAt: c.instant().notNull(),
  }),
})
