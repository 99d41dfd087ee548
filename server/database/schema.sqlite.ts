import { sqliteTables } from './tables.ts'

/** What `drizzle-kit generate` reads: the tables, one export each. */
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
} = sqliteTables
