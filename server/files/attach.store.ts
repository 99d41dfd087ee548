import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { Refused, refusedField, type RefusalCode } from '../http/refusal.ts'
import { findFile, readFiles, type StoredFile } from './known.store.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Plan } from '../database/plan.ts'
import type { Masked } from '../http/room.ts'
import { maskWords } from '../texts/store.ts'

/** What a file is attached to: an activity, or one piece of an update's evidence. */
interface Owner {
  planId: number
  pointId: number
  activityId?: number
  evidenceId?: number
}

/**
 * Attaches a file: finished, of the same plan, sent by the same person and belonging to nothing yet – but for what `kept` names, which a
 * correction takes over from what it corrects. 422 with what is wrong of the field.
 */
export async function attachFile(
  tx: Tx,
  owner: Owner,
  fileId: number,
  field: string,
  context: WriteContext,
  kept: readonly number[] = [],
): Promise<void> {
  const { files, attachments } = tx.tables
  const refuse = (code: RefusalCode) => refusedField(code, field)
  const [file] = await tx.select().from(files).where(eq(files.id, fileId))
  const own = file?.planId === owner.planId && file.createdBy === context.by.personId
  if (!file || (!own && !kept.includes(fileId))) throw refuse('file-unknown')
  if (!file.finishedAt) throw refuse('file-not-finished')
  if (file.maskedAt && !kept.includes(fileId)) throw refuse('file-unknown')
  const [attached] = await tx.select().from(attachments).where(eq(attachments.fileId, fileId))
  if (attached && !kept.includes(fileId)) throw refuse('file-attached')
  await tx.insert(attachments).values({
    planId: owner.planId,
    pointId: owner.pointId,
    fileId,
    activityId: owner.activityId ?? null,
    evidenceId: owner.evidenceId ?? null,
  })
}

/**
 * Attaches the files an activity names, at most three. A correction that names none keeps those of the activity it corrects; one that names
 * some keeps those among them.
 */
export async function attachToActivity(
  tx: Tx,
  owner: Owner & { activityId: number },
  named: readonly number[] | undefined,
  context: WriteContext,
  corrects: number | null,
): Promise<void> {
  const kept = corrects === null ? [] : await attachedTo(tx, corrects)
  const ids = named ?? kept
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index) throw refusedField('file-attached', `files.${index}`)
    await attachFile(tx, owner, id, `files.${index}`, context, kept)
  }
}

async function attachedTo(tx: Tx, activityId: number): Promise<number[]> {
  const { attachments } = tx.tables
  const rows = await tx
    .select({ id: attachments.fileId })
    .from(attachments)
    .where(eq(attachments.activityId, activityId))
    .orderBy(attachments.id)
  return rows.map(({ id }) => id)
}

/** The files an update's evidence rests on. */
export async function filesOfUpdate(tx: Tx, updateId: number): Promise<number[]> {
  const { attachments, evidence } = tx.tables
  const rows = await tx
    .select({ id: attachments.fileId })
    .from(attachments)
    .innerJoin(evidence, eq(evidence.id, attachments.evidenceId))
    .where(eq(evidence.updateId, updateId))
    .orderBy(attachments.id)
  return rows.map(({ id }) => id)
}

/** An attached file of the plan whose revision is raised with this; 404 for another. */
async function attachedFile(tx: Tx, plan: Plan, id: number) {
  const { attachments } = tx.tables
  const file = await findFile(tx, plan.id, id)
  const [attached] = await tx.select().from(attachments).where(eq(attachments.fileId, id))
  if (!file || !attached) throw new Refused('not-found')
  return file
}

/** *Visa för alla* of one file, or its undoing (design: files are internal until marked public, one by one). */
export async function showFile(
  tx: Tx,
  plan: Plan,
  id: number,
  shown: boolean,
  context: WriteContext,
): Promise<void> {
  const { planId, maskedAt } = await attachedFile(tx, plan, id)
  if (maskedAt) throw new Refused('file-masked')
  const recorded = { recordedAt: context.now.toISOString(), recordedBy: context.by.personId }
  await tx.insert(tx.tables.fileShowings).values({ planId, fileId: id, shown, ...recorded })
}

/** Takes a file away for good: its pieces and its salt, and the words of its name and description; the row stays, with who, when and why. */
export async function maskFile(
  tx: Tx,
  plan: Plan,
  id: number,
  because: string,
  context: WriteContext,
  masked: Masked,
): Promise<void> {
  const { planId, maskedAt, name, description } = await attachedFile(tx, plan, id)
  if (maskedAt) throw new Refused('file-masked')
  const { files, fileParts } = tx.tables
  const [at, by] = [context.now.toISOString(), context.by.personId]
  await tx
    .update(files)
    .set({ salt: null, maskedAt: at, maskedBy: by, maskedBecause: because })
    .where(eq(files.id, id))
  await tx.delete(fileParts).where(eq(fileParts.fileId, id))
  for (const text of new Set([name.id, description.id]))
    await maskWords(tx, text, { at, by, because }, masked)
  // A report made before may hold it, also where its words were masked already.
  await masked(tx, planId)
}

/** A file with what it belongs to. */
interface Attached {
  file: StoredFile
  point: string
  activityId: number | null
  updateId: number | null
  recordedAt: string
  by: { function: string; organisation: string | null }
}

/** Nobody has yet decided whether a file is shown. */
const undecided = sql`not exists (select 1 from file_showings s where s.file_id = files.id)`

/** A plan's attached files, the latest first; once each, by the latest thing they belong to. */
export async function listAttached(
  tx: Tx,
  planId: number,
  { limit, before }: { limit: number; before?: number },
): Promise<(Attached & { id: number })[]> {
  const { attachments, files, points, activities, evidence, updates, organisations } = tx.tables
  const rows = await tx
    .select({
      id: attachments.id,
      fileId: attachments.fileId,
      point: points.number,
      activityId: attachments.activityId,
      updateId: evidence.updateId,
      recordedAt: sql<string>`coalesce(${activities.recordedAt}, ${updates.recordedAt})`,
      function: sql<string>`coalesce(${activities.byFunction}, ${updates.byFunction})`,
      organisation: organisations.name,
    })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .innerJoin(points, eq(points.id, attachments.pointId))
    .leftJoin(activities, eq(activities.id, attachments.activityId))
    .leftJoin(evidence, eq(evidence.id, attachments.evidenceId))
    .leftJoin(updates, eq(updates.id, evidence.updateId))
    .leftJoin(
      organisations,
      sql`${organisations.id} = coalesce(${activities.byOrganisationId}, ${updates.byOrganisationId})`,
    )
    .where(
      and(
        eq(attachments.planId, planId),
        before === undefined ? undefined : sql`${attachments.id} < ${before}`,
        sql`not exists (select 1 from attachments later where later.file_id = ${attachments.fileId} and later.id > ${attachments.id})`,
      ),
    )
    .orderBy(desc(attachments.id))
    .limit(limit)
  const found = await readFiles(
    tx,
    rows.map(({ fileId }) => fileId),
  )
  return rows.flatMap(({ fileId, function: name, organisation, ...row }) => {
    const file = found.get(fileId)
    return file ? [{ ...row, file, by: { function: name, organisation } }] : []
  })
}

/** How many attached files nobody has yet decided about. */
export async function countUndecided(tx: Tx, planId: number): Promise<number> {
  const { attachments, files } = tx.tables
  const [row] = await tx
    .select({ n: sql<number>`count(distinct ${files.id})` })
    .from(files)
    .innerJoin(attachments, eq(attachments.fileId, files.id))
    .where(and(eq(files.planId, planId), isNull(files.maskedAt), undecided))
  return Number(row?.n ?? 0)
}

/**
 * The files of a review day's record, by point: those the updates that stand rest on, and those of activities recorded after one instant and
 * before another. Masked ones are left out.
 */
export async function filesOfRecord(
  tx: Tx,
  planId: number,
  { after, before, updates }: { after: string; before: string; updates: readonly number[] },
): Promise<Map<number, StoredFile[]>> {
  const { attachments, activities, evidence } = tx.tables
  const standing = new Set(updates)
  const rows = await tx
    .select({
      pointId: attachments.pointId,
      fileId: attachments.fileId,
      updateId: evidence.updateId,
      activityId: activities.id,
    })
    .from(attachments)
    .leftJoin(evidence, eq(evidence.id, attachments.evidenceId))
    .leftJoin(
      activities,
      and(
        eq(activities.id, attachments.activityId),
        gt(activities.recordedAt, after),
        lt(activities.recordedAt, before),
        sql`not exists (select 1 from activities c where c.corrects = ${activities.id} and c.recorded_at < ${before})`,
      ),
    )
    .where(eq(attachments.planId, planId))
    .orderBy(attachments.id)
  const held = rows.filter(({ updateId, activityId }) => activityId !== null || standing.has(updateId ?? 0))
  const files = await readFiles(
    tx,
    held.map(({ fileId }) => fileId),
  )
  const byPoint = new Map<number, StoredFile[]>()
  for (const { pointId, fileId } of held) {
    const file = files.get(fileId)
    if (file && !file.maskedAt) byPoint.set(pointId, [...(byPoint.get(pointId) ?? []), file])
  }
  return byPoint
}
