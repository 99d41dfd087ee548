import type { Columns } from '../../database/columns.ts'
import type { PeopleTables } from '../../people/tables.ts'

export const oidcTables = (c: Columns, { people }: PeopleTables) => {
  /** Who somebody is at an issuer. After the first sign-in a person is known by this pair and no longer by e-mail. */
  const identities = c.table(
    'identities',
    {
      id: c.id(),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      issuer: c.text().notNull(),
      subject: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.unique('identities_subject').on(t.issuer, t.subject),
      c.index('identities_person').on(t.personId),
    ],
  )

  /** A sign-in on its way through an issuer: what must come back, kept ten minutes, good once. */
  const signIns = c.table(
    'sign_ins',
    {
      id: c.id(),
      /** SHA-256 of the state that travels; the browser holds the same state in a cookie. */
      stateHash: c.text().notNull(),
      issuer: c.text().notNull(),
      nonce: c.text().notNull(),
      verifier: c.text().notNull(),
      /** Where to go afterwards: a path of our own. */
      returnTo: c.text().notNull(),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
    },
    (t) => [c.unique('sign_ins_state').on(t.stateHash)],
  )

  return { identities, signIns }
}

export type OidcTables = ReturnType<typeof oidcTables>
