import type { Role } from '#domain/roles.ts'
import type { Columns } from '../database/columns.ts'
import type { OrganisationTables } from './organisations/tables.ts'
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
      /** When somebody said that they want no reminders (A15). */
      remindersOffAt: c.instant(),
      /** When name and address were taken away (GDPR art. 17); the row stays. */
      erasedAt: c.instant(),
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
      /** In whose name, where that is not the person's own organisation: one may be ambassador for several (A14). */
      organisationId: c.reference().references(() => organisations.id),
      createdAt: c.instant().notNull(),
      endedAt: c.instant(),
      /** The issuer whose group claim gave this membership and may take it away; null when it was given here. */
      grantedBy: c.text(),
    },
    (t) => [c.index('memberships_person').on(t.personId), c.index('memberships_plan').on(t.planId)],
  )

  return { people, memberships }
}

export type PeopleTables = ReturnType<typeof peopleTables>
