import { activityTables } from '../activities/tables.ts'
import { idempotencyTables } from '../idempotency/tables.ts'
import { installationTables } from '../installation/tables.ts'
import { organisationTables } from '../organisations/tables.ts'
import { peopleTables } from '../people/tables.ts'
import { planTables } from '../plans/tables.ts'
import { pointTables } from '../points/tables.ts'
import { reviewTables } from '../reviews/tables.ts'
import { textTables } from '../texts/tables.ts'
import { sqliteColumns, type Columns } from './columns.ts'

/** All tables of the house, gathered from its rooms, in one engine's columns. */
export function tablesIn(c: Columns) {
  const plans = planTables(c)
  const organisations = organisationTables(c)
  const people = peopleTables(c, { ...organisations, ...plans })
  const texts = textTables(c, { ...plans, ...people })
  const points = pointTables(c, { ...organisations, ...people, ...plans, ...texts })
  const activities = activityTables(c, { ...organisations, ...people, ...plans, ...points, ...texts })
  const reviews = reviewTables(c, { ...organisations, ...people, ...plans, ...texts })
  const rest = { ...installationTables(c), ...idempotencyTables(c, people) }
  return { ...plans, ...organisations, ...people, ...texts, ...points, ...activities, ...reviews, ...rest }
}

export const sqliteTables = tablesIn(sqliteColumns)

export type Tables = typeof sqliteTables
