import type { Vocabulary } from '#domain/tags.ts'
import type { Columns } from '../../database/columns.ts'
import type { PeopleTables } from '../../people/tables.ts'
import type { PlanTables } from '../../plans/tables.ts'
import type { PointTables } from '../tables.ts'

type Others = PeopleTables & PlanTables & PointTables

/** Which goals of others a point serves: a way to find it, never part of the count. Changed freely; the trail tells who did. */
export const tagTables = (c: Columns, { people, plans, points }: Others) => ({
  tags: c.table(
    'tags',
    {
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      pointId: c
        .reference()
        .notNull()
        .references(() => points.id),
      vocabulary: c.text().$type<Vocabulary>().notNull(),
      code: c.text().notNull(),
      position: c.whole().notNull(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [
      c.primaryKey({ columns: [t.pointId, t.vocabulary, t.code] }),
      c.index('tags_of_plan').on(t.planId),
    ],
  ),
})

export type TagTables = ReturnType<typeof tagTables>
