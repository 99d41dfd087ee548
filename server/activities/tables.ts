import { desc } from 'drizzle-orm'
import type { Columns } from '../database/columns.ts'
import type { OrganisationTables } from '../people/organisations/tables.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'
import type { PointTables } from '../points/tables.ts'
import type { TextTables } from '../texts/tables.ts'

type Others = OrganisationTables & PeopleTables & PlanTables & PointTables & TextTables

export const activityTables = (c: Columns, { organisations, people, plans, points, texts }: Others) => {
  /** What somebody did, on a day. It suggests and never changes a status (idea 8). Append-only. */
  const activities = c.table(
    'activities',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      pointId: c
        .reference()
        .notNull()
        .references(() => points.id),
      corrects: c.reference(),
      whatId: c
        .reference()
        .notNull()
        .references(() => texts.id),
      happenedOn: c.day().notNull(),
      targetGroup: c.text(),
      /** Both may be empty; zero is an answer and differs from empty (A10). */
      occasions: c.whole(),
      participants: c.whole(),
      linkId: c.reference().references(() => texts.id),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      byFunction: c.text().notNull(),
      byOrganisationId: c.reference().references(() => organisations.id),
    },
    (t) => [
      c.index('activities_of_plan').on(t.planId, desc(t.id)),
      c.index('activities_of_point').on(t.pointId, desc(t.id)),
      c.unique('activities_corrects').on(t.corrects),
    ],
  )

  /** *Visa för alla* and its undoing: the last row of an activity says whether its words are public. Append-only. */
  const showings = c.table(
    'showings',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      activityId: c
        .reference()
        .notNull()
        .references(() => activities.id),
      shown: c.flag().notNull(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.index('showings_latest').on(t.activityId, desc(t.id))],
  )

  return { activities, showings }
}

export type ActivityTables = ReturnType<typeof activityTables>
