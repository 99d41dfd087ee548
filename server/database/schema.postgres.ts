import { postgresColumns } from './columns.ts'
import { tablesIn } from './tables.ts'

/** What `drizzle-kit generate` reads for PostgreSQL: the same tables, in its columns. */
export const {
  installation,
  plans,
  focusAreas,
  organisations,
  people,
  memberships,
  sessions,
  links,
  texts,
  points,
  wordings,
  takesPart,
  assignments,
  updates,
  evidence,
  activities,
  showings,
  reviews,
  closures,
  decisions,
  answers,
} = tablesIn(postgresColumns)
