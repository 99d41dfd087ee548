import { desc, sql } from 'drizzle-orm'
import type { Outlook, Status } from '#domain/status.ts'
import type { Columns } from '../database/columns.ts'
import type { OrganisationTables } from '../people/organisations/tables.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'
import type { TextTables } from '../texts/tables.ts'

type Others = OrganisationTables & PeopleTables & PlanTables & TextTables

export const pointTables = (c: Columns, { organisations, people, plans, focusAreas, texts }: Others) => {
  const points = c.table(
    'points',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      /** Text, unique in the plan, never reused or renumbered (F03). */
      number: c.text().notNull(),
      position: c.whole().notNull(),
      focusAreaId: c.reference().references(() => focusAreas.id),
      /** False for a point added after the plan was adopted: it is counted apart (idea 3). */
      adopted: c.flag().notNull(),
      addedOn: c.day().notNull(),
      leadId: c
        .reference()
        .notNull()
        .references(() => organisations.id),
      leadFunction: c.text(),
      startsOn: c.day(),
      firstDueOn: c.day(),
      /** A counter that lists show: raised in the activity's own transaction, recounted by `verify`. */
      activityCount: c.whole().notNull(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.unique('points_number').on(t.planId, t.number)],
  )

  /** The decided words of a point. The first come with the plan; each later one is a decided revision (F06). Append-only. */
  const wordings = c.table(
    'wordings',
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
      title: c.text().notNull(),
      description: c.text(),
      intendedEffect: c.text(),
      holdsFrom: c.day().notNull(),
      decidedBy: c.text(),
      decidedOn: c.day(),
      decisionReference: c.text(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.index('wordings_latest').on(t.pointId, desc(t.holdsFrom), desc(t.id))],
  )

  const takesPart = c.table(
    'takes_part',
    {
      pointId: c
        .reference()
        .notNull()
        .references(() => points.id),
      organisationId: c
        .reference()
        .notNull()
        .references(() => organisations.id),
      position: c.whole().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.pointId, t.organisationId] })],
  )

  /** Who holds the point's function, from which day; the last row counts, a null person is a point without an owner. Append-only. */
  const assignments = c.table(
    'assignments',
    {
      id: c.id(),
      pointId: c
        .reference()
        .notNull()
        .references(() => points.id),
      personId: c.reference().references(() => people.id),
      fromDay: c.day().notNull(),
      /** What the one who left told the one who comes (F41). */
      noteId: c.reference().references(() => texts.id),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.index('assignments_latest').on(t.pointId, desc(t.id))],
  )

  /** A change of state is a new row: what, who, when, why, and the day it holds from. Append-only. */
  const updates = c.table(
    'updates',
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
      answer: c.text().$type<'update' | 'nothing_new'>().notNull(),
      status: c.text().$type<Status>().notNull(),
      outlook: c.text().$type<Outlook>().notNull(),
      holdsFrom: c.day().notNull(),
      /** A correction takes the place of the update it corrects; any other stands at its own day and id. */
      corrects: c.reference(),
      placeDay: c.day().notNull(),
      placeId: c.whole().notNull(),
      noteId: c.reference().references(() => texts.id),
      reasonId: c.reference().references(() => texts.id),
      resultId: c.reference().references(() => texts.id),
      carriedOutOn: c.day(),
      receiver: c.text(),
      receiverFunction: c.text(),
      embeddedFrom: c.day(),
      anchoredIn: c.text(),
      evidenceMissing: c.flag().notNull(),
      decidedBy: c.text(),
      decidedOn: c.day(),
      decisionReference: c.text(),
      mergedIntoId: c.reference().references(() => points.id),
      dueOn: c.day(),
      basedOn: c.reference(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      byFunction: c.text().notNull(),
      byOrganisationId: c.reference().references(() => organisations.id),
      onBehalfOfId: c.reference().references(() => organisations.id),
    },
    (t) => [
      c.index('updates_place').on(t.pointId, desc(t.placeDay), desc(t.placeId), desc(t.id)),
      c.index('updates_of_plan').on(t.planId, t.id),
      c
        .index('updates_ends')
        .on(t.planId)
        .where(sql`due_on is not null`),
      c.unique('updates_corrects').on(t.corrects),
    ],
  )

  /** What an update rests on. Append-only. */
  const evidence = c.table(
    'evidence',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      updateId: c
        .reference()
        .notNull()
        .references(() => updates.id),
      titleId: c
        .reference()
        .notNull()
        .references(() => texts.id),
      urlId: c.reference().references(() => texts.id),
      reference: c.text(),
    },
    (t) => [c.index('evidence_of_update').on(t.updateId)],
  )

  return { points, wordings, takesPart, assignments, updates, evidence }
}

export type PointTables = ReturnType<typeof pointTables>
