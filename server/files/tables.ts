import { desc } from 'drizzle-orm'
import type { ActivityTables } from '../activities/tables.ts'
import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'
import type { PointTables } from '../points/tables.ts'
import type { TextTables } from '../texts/tables.ts'

type Others = PeopleTables & PlanTables & PointTables & TextTables & ActivityTables

export const fileTables = (c: Columns, { people, plans, points, texts, activities, evidence }: Others) => {
  /**
   * A file somebody sent, in pieces of at most 256 kB so that a bad network resumes and a backup is one file. Finished it never changes;
   * masked, its pieces and salt are gone and the row stays.
   */
  const files = c.table(
    'files',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      /** The name it was sent under, made plain; a text, for names tell of people too. */
      nameId: c
        .reference()
        .notNull()
        .references(() => texts.id),
      /** Alt text of an image, or what a document is: always demanded (A09). */
      descriptionId: c.reference().references(() => texts.id),
      /** What it is by its content: `image/webp`, `application/pdf` … ; null until it is finished. */
      type: c.text(),
      /** What was promised when it began, and what is stored when it is finished (an image is made anew). */
      bytes: c.whole().notNull(),
      width: c.whole(),
      height: c.whole(),
      /** SHA-256 over salt and bytes; null until it is finished. */
      sha256: c.text(),
      salt: c.text(),
      createdAt: c.instant().notNull(),
      createdBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      finishedAt: c.instant(),
      maskedAt: c.instant(),
      maskedBy: c.reference().references(() => people.id),
      maskedBecause: c.text(),
    },
    (t) => [c.index('files_of_plan').on(t.planId), c.index('files_unfinished').on(t.finishedAt, t.createdAt)],
  )

  const fileParts = c.table(
    'file_parts',
    {
      fileId: c
        .reference()
        .notNull()
        .references(() => files.id),
      n: c.whole().notNull(),
      bytes: c.bytes().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.fileId, t.n] })],
  )

  /** Which activity or evidence a file belongs to; a correction has a row of its own for what it keeps. Append-only. */
  const attachments = c.table(
    'attachments',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      fileId: c
        .reference()
        .notNull()
        .references(() => files.id),
      pointId: c
        .reference()
        .notNull()
        .references(() => points.id),
      activityId: c.reference().references(() => activities.id),
      evidenceId: c.reference().references(() => evidence.id),
    },
    (t) => [
      c.index('attachments_file').on(t.fileId),
      c.index('attachments_activity').on(t.activityId),
      c.index('attachments_evidence').on(t.evidenceId),
    ],
  )

  /** Files are internal until marked public, one by one; the last row of a file counts. Append-only. */
  const fileShowings = c.table(
    'file_showings',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      fileId: c
        .reference()
        .notNull()
        .references(() => files.id),
      shown: c.flag().notNull(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.index('file_showings_latest').on(t.fileId, desc(t.id))],
  )

  return { files, fileParts, attachments, fileShowings }
}

export type FileTables = ReturnType<typeof fileTables>
