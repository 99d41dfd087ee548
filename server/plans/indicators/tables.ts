import type { Columns } from '../../database/columns.ts'
import type { PeopleTables } from '../../people/tables.ts'
import type { PlanTables } from '../tables.ts'

/** How the municipality is doing at large, beside the plan and never part of its count (P14). */
export const indicatorTables = (c: Columns, { people, plans }: PeopleTables & PlanTables) => {
  const indicators = c.table(
    'indicators',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      position: c.whole().notNull(),
      title: c.text().notNull(),
      /** What a value counts: "procent", "per 100 000 invånare". */
      unit: c.text().notNull(),
      source: c.text().notNull(),
      url: c.text(),
      /** What a reader must know to read the values right. */
      note: c.text(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      /** No longer shown, and why it was is kept. */
      endedAt: c.instant(),
    },
    (t) => [c.index('indicators_of_plan').on(t.planId, t.position)],
  )

  const indicatorValues = c.table(
    'indicator_values',
    {
      indicatorId: c
        .reference()
        .notNull()
        .references(() => indicators.id),
      /** A year or a span as the source writes it: "2022", "2019–2022". */
      period: c.text().notNull(),
      /** A decimal number as text with a point, so that 12.50 stays 12.50; null where the source has none. */
      value: c.text(),
    },
    (t) => [c.primaryKey({ columns: [t.indicatorId, t.period] })],
  )

  return { indicators, indicatorValues }
}

export type IndicatorTables = ReturnType<typeof indicatorTables>
