import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { statement, statementForMany, type Given } from '../database/statement.ts'
import { readTexts, type StoredText } from '../texts/store.ts'

/** A finished file as those who read know it. Its bytes are fetched piece by piece (`readPart`). */
export interface StoredFile {
  id: number
  planId: number
  name: StoredText
  description: StoredText
  type: string
  bytes: number
  width: number | null
  height: number | null
  sha256: string
  /** Whether it is shown to everybody; files are internal until then. */
  shown: boolean
  maskedAt: string | null
  because: string | null
}

/** How the last decision about each file stands; a file nobody has decided about is internal. */
const shown = sql<
  number | boolean | null
>`(select s.shown from file_showings s where s.file_id = files.id order by s.id desc limit 1)`

/** The finished files of these ids, by id; what is not finished is not there. */
export async function readFiles(tx: Tx, ids: readonly number[]): Promise<Map<number, StoredFile>> {
  const found = new Map<number, StoredFile>()
  const { files } = tx.tables
  // In pieces: an engine takes only so many parameters in one statement.
  for (let start = 0; start < ids.length; start += 500) {
    const few = ids.slice(start, start + 500)
    const rows = await tx
      .select({ file: files, shown })
      .from(files)
      .where(and(inArray(files.id, few), sql`${files.finishedAt} is not null`))
    const texts = await readTexts(
      tx,
      rows.flatMap(({ file }) => [file.nameId, file.descriptionId]),
    )
    for (const { file, shown } of rows) {
      const { id, planId, bytes, width, height, maskedAt, maskedBecause: because } = file
      found.set(id, {
        ...{ id, planId, bytes, width, height, maskedAt, because, shown: Boolean(shown) },
        type: file.type ?? '',
        sha256: file.sha256 ?? '',
        name: texts.get(file.nameId)!,
        description: texts.get(file.descriptionId ?? file.nameId)!,
      })
    }
  }
  return found
}

/** A finished file of the plan, or undefined. */
export async function findFile(tx: Tx, planId: number, id: number): Promise<StoredFile | undefined> {
  const file = (await readFiles(tx, [id])).get(id)
  return file?.planId === planId ? file : undefined
}

/** Whether somebody who works with the plan may know of this file of it: until it belongs to something it is its sender's alone. */
export async function isKnownTo(tx: Tx, id: number, personId: number): Promise<boolean> {
  const { files } = tx.tables
  const attached = sql`exists (select 1 from attachments a where a.file_id = files.id)`
  const rows = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, id), or(eq(files.createdBy, personId), attached)))
  return rows.length > 0
}

const attachedToActivities = statementForMany((tx, ids) => {
  const { attachments } = tx.tables
  return tx
    .select({ id: attachments.id, owner: attachments.activityId, fileId: attachments.fileId })
    .from(attachments)
    .where(inArray(attachments.activityId, ids))
})

/** Which files belong to which activities, by activity, in the order they were attached. */
export async function filesOfActivities(tx: Tx, ids: readonly number[]): Promise<Map<number, StoredFile[]>> {
  return byOwner(tx, await attachedToActivities(tx, ids))
}

const attachedToEvidence = statement((tx, { pointId }: Given<{ pointId: number }>) => {
  const { attachments, evidence, updates } = tx.tables
  return tx
    .select({ id: attachments.id, owner: attachments.evidenceId, fileId: attachments.fileId })
    .from(attachments)
    .innerJoin(evidence, eq(evidence.id, attachments.evidenceId))
    .innerJoin(updates, eq(updates.id, evidence.updateId))
    .where(eq(updates.pointId, pointId))
})

/** The file of each piece of evidence a point's updates rest on, by evidence. */
export async function filesOfEvidence(tx: Tx, pointId: number): Promise<Map<number, StoredFile[]>> {
  return byOwner(tx, await attachedToEvidence(tx, { pointId }))
}

async function byOwner(tx: Tx, found: readonly { id: number; owner: number | null; fileId: number }[]) {
  const owned = new Map<number, StoredFile[]>()
  if (found.length === 0) return owned
  const files = await readFiles(tx, [...new Set(found.map(({ fileId }) => fileId))])
  for (const { owner, fileId } of found.toSorted((a, b) => a.id - b.id)) {
    const file = files.get(fileId)
    if (owner !== null && file) owned.set(owner, [...(owned.get(owner) ?? []), file])
  }
  return owned
}
