import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from './tables.ts'
import type { PlanTables } from '../plans/tables.ts'

export type LinkPurpose = 'sign-in' | 'invitation' | 'log' | 'answer' | 'still'

/** All links are one mechanism: a random token, its SHA-256 here with purpose, person, plan, scope and expiry, each revocable. */
export const linkTables = (c: Columns, { people, plans }: PeopleTables & PlanTables) => ({
  links: c.table(
    'links',
    {
      id: c.id(),
      tokenHash: c.text().notNull(),
      purpose: c.text().$type<LinkPurpose>().notNull(),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      planId: c.reference().references(() => plans.id),
      /** What of the plan it reaches: for `answer` the point's id, written as text. */
      scope: c.text(),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      /** Only a link that is good once has it. */
      usedAt: c.instant(),
      revokedAt: c.instant(),
    },
    (t) => [c.unique('links_token_hash').on(t.tokenHash), c.index('links_person').on(t.personId)],
  ),
})

export type LinkTables = ReturnType<typeof linkTables>
