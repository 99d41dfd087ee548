import type { Role } from '#domain/roles.ts'
import type { Columns } from '../database/columns.ts'
import type { OrganisationTables } from '../organisations/tables.ts'
import type { PlanTables } from '../plans/tables.ts'

export const peopleTables = (c: Columns, { organisations, plans }: OrganisationTables & PlanTables) => {
  /** The only place where a person's name and address stand. Emptied when somebody leaves; the row stays (design: nothing about a person is chained). */
  const people = c.table(
    'people',
    {
      id: c.id(),
      name: c.text(),
      email: c.text(),
      organisationId: c.reference().references(() => organisations.id),
      administrator: c.flag().notNull(),
      language: c.text().notNull(),
      createdAt: c.instant().notNull(),
      deactivatedAt: c.instant(),
    },
    (t) => [c.unique('people_email').on(t.email)],
  )

  const memberships = c.table(
    'memberships',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      role: c.text().$type<Exclude<Role, 'administrator'>>().notNull(),
      /** What the reader sees instead of a name: "Enhetschef, vuxenenheten". */
      function: c.text().notNull(),
      workplace: c.text(),
      createdAt: c.instant().notNull(),
      endedAt: c.instant(),
    },
    (t) => [c.index('memberships_person').on(t.personId), c.index('memberships_plan').on(t.planId)],
  )

  /** A session is an opaque token of which only the SHA-256 is kept. */
  const sessions = c.table(
    'sessions',
    {
      id: c.id(),
      tokenHash: c.text().notNull(),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      revokedAt: c.instant(),
    },
    (t) => [c.unique('sessions_token_hash').on(t.tokenHash)],
  )

  /** All links are one mechanism: a random token, its SHA-256 here with purpose, person, plan, scope and expiry, each revocable. */
  const links = c.table(
    'links',
    {
      id: c.id(),
      tokenHash: c.text().notNull(),
      purpose: c.text().$type<'sign-in'>().notNull(),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      planId: c.reference().references(() => plans.id),
      scope: c.text(),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      usedAt: c.instant(),
      revokedAt: c.instant(),
    },
    (t) => [c.unique('links_token_hash').on(t.tokenHash)],
  )

  return { people, memberships, sessions, links }
}

export type PeopleTables = ReturnType<typeof peopleTables>
