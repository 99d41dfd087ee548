import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from './tables.ts'

/** A session is an opaque token of which only the SHA-256 is kept. */
export const sessionTables = (c: Columns, { people }: PeopleTables) => ({
  sessions: c.table(
    'sessions',
    {
      id: c.id(),
      tokenHash: c.text().notNull(),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      createdAt: c.instant().notNull(),
      /** Moves on with use where `idleSeconds` is told. */
      expiresAt: c.instant().notNull(),
      /** After how long without use it ends; null where it ends on its day, used or not. */
      idleSeconds: c.whole(),
      lastUsedAt: c.instant(),
      /** Which kind of browser, so that people know their own again: "Firefox, Android". */
      device: c.text(),
      /** The issuer it was opened through, for signing out there too; null for a link. */
      issuer: c.text(),
      revokedAt: c.instant(),
    },
    (t) => [c.unique('sessions_token_hash').on(t.tokenHash), c.index('sessions_person').on(t.personId)],
  ),
})

export type SessionTables = ReturnType<typeof sessionTables>
