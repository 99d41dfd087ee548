import { accessibilityTables } from '../accessibility/tables.ts'
import { activityTables } from '../activities/tables.ts'
import { afterwardsTables } from '../reviews/afterwards/tables.ts'
import { draftTables } from '../activities/drafts/tables.ts'
import { feedbackTables } from '../feedback/tables.ts'
import { fileTables } from '../files/tables.ts'
import { idempotencyTables } from '../http/idempotency.tables.ts'
import { indicatorTables } from '../plans/indicators/tables.ts'
import { installationTables } from '../upkeep/installation.tables.ts'
import { linkTables } from '../people/links.tables.ts'
import { meetingTables } from '../reviews/meetings/tables.ts'
import { mailTables } from '../mail/tables.ts'
import { oidcTables } from '../sign-in/oidc/tables.ts'
import { organisationTables } from '../people/organisations/tables.ts'
import { peopleTables } from '../people/tables.ts'
import { planTables } from '../plans/tables.ts'
import { pointTables } from '../points/tables.ts'
import { preparationTables } from '../reviews/preparation/tables.ts'
import { reportTables } from '../reports/tables.ts'
import { reviewTables } from '../reviews/tables.ts'
import { sessionTables } from '../people/sessions.tables.ts'
import { tagTables } from '../points/tags/tables.ts'
import { textTables } from '../texts/tables.ts'
import { trailTables } from '../trail/tables.ts'
import { sqliteColumns, type Columns } from './columns.ts'

/** All tables of the house, gathered from its rooms, in one engine's columns. */
export function tablesIn(c: Columns) {
  const first = { ...planTables(c), ...organisationTables(c) }
  const people = { ...first, ...peopleTables(c, first) }
  const texts = { ...people, ...textTables(c, people) }
  const points = { ...texts, ...pointTables(c, texts) }
  const activities = { ...points, ...activityTables(c, points) }
  const reviews = { ...activities, ...reviewTables(c, activities) }
  return {
    ...reviews,
    ...preparationTables(c, reviews),
    ...meetingTables(c, reviews),
    ...afterwardsTables(c, reviews),
    ...reportTables(c, reviews),
    ...fileTables(c, activities),
    ...tagTables(c, points),
    ...indicatorTables(c, people),
    ...feedbackTables(c, people),
    ...accessibilityTables(c, people),
    ...sessionTables(c, people),
    ...linkTables(c, people),
    ...oidcTables(c, people),
    ...mailTables(c, people),
    ...draftTables(c, people),
    ...trailTables(c, people),
    ...idempotencyTables(c, people),
    ...installationTables(c),
  }
}

export const sqliteTables = tablesIn(sqliteColumns)

export type Tables = typeof sqliteTables
