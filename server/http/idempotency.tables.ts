import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from '../people/tables.ts'

/** The answer of each write, kept 90 days under the key its form was opened with, so that the same write three times is done once. */
export const idempotencyTables = (c: Columns, { people }: PeopleTables) => ({
  idempotencyKeys: c.table(
    'idempotency_keys',
    {
      id: c.id(),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      key: c.text().notNull(),
      /** SHA-256 of method, address and body: the same key with another body is refused. */
      requestHash: c.text().notNull(),
      status: c.whole().notNull(),
      body: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.unique('idempotency_keys_key').on(t.personId, t.key),
      c.index('idempotency_keys_age').on(t.createdAt),
    ],
  ),
})
