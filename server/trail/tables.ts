import { desc } from 'drizzle-orm'
import type { TrailFields, TrailKind } from '#domain/trail.ts'
import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'

/** The trail: every change, and every reading of others' personal data (S03). Append-only. */
export const trailTables = (c: Columns, { people, plans }: PeopleTables & PlanTables) => ({
  trail: c.table(
    'trail',
    {
      id: c.id(),
      at: c.instant().notNull(),
      /** Who; null for the program itself. */
      personId: c.reference().references(() => people.id),
      planId: c.reference().references(() => plans.id),
      kind: c.text().$type<TrailKind>().notNull(),
      /** The deed, or the list that was read: `update.record`, `people`. */
      deed: c.text().notNull(),
      /** What kind of thing, and which: `point` `7`. */
      object: c.text(),
      objectId: c.text(),
      fields: c.json<TrailFields>().notNull(),
      /** How many rows of a list were read. */
      count: c.whole(),
    },
    (t) => [
      c.index('trail_of_plan').on(t.planId, desc(t.id)),
      c.index('trail_of_person').on(t.personId, desc(t.id)),
    ],
  ),
})

export type TrailTables = ReturnType<typeof trailTables>
