import type { Masked } from '../http/room.ts'
import { and, asc, eq, gte, isNull, lt, sql, sum } from 'drizzle-orm'
import { refuseDescription, refuseFile, partsOf, sizeOfPart, type FileLimits } from '#domain/file.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refuseFor, refusedField } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Plan } from '../database/plan.ts'
import { maskWords, writeText } from '../texts/store.ts'
import { recordChange } from '../trail/store.ts'
import type { Picture } from './pictures.ts'

// A file on its way in is its sender's alone. Nobody else's page shows it, so nothing here raises the plan's revision: what stops two at once is
// the file's own row.

export type FileRecord = Tables['files']['$inferSelect']

const day = 86_400_000
/** So much may one person have sent within a day that belongs to nothing yet, in files of the greatest size. */
const mostWaiting = 6

/** Begins a file (A09). 422 for a name or size that can not be, or when too much already waits to be used. Gives its row. */
export async function beginFile(
  tx: Tx,
  plan: Plan,
  claim: { name: string; bytes: number; description?: string | null | undefined },
  limits: FileLimits,
  context: WriteContext,
): Promise<FileRecord> {
  await sweepFiles(tx, context.now)
  const { description } = claim
  refuseFor([...refuseFile(claim, limits), ...(description ? refuseDescription(description) : [])])
  if ((await waitingBytes(tx, context)) + claim.bytes > mostWaiting * limits.bytes)
    throw refusedField('files-too-many-waiting', 'bytes')
  const [row] = await tx
    .insert(tx.tables.files)
    .values({
      planId: plan.id,
      nameId: (await writeText(tx, plan.id, claim.name.trim(), context))!,
      descriptionId: await writeText(tx, plan.id, description, context),
      bytes: claim.bytes,
      createdAt: context.now.toISOString(),
      createdBy: context.by.personId,
    })
    .returning()
  return row!
}

/** What somebody has sent within a day that belongs to nothing: what no cap would let fill the disk. */
async function waitingBytes(tx: Tx, context: WriteContext): Promise<number> {
  const { files } = tx.tables
  const [row] = await tx
    .select({ bytes: sum(files.bytes) })
    .from(files)
    .where(
      and(
        eq(files.createdBy, context.by.personId),
        gte(files.createdAt, new Date(context.now.getTime() - day).toISOString()),
        sql`not exists (select 1 from attachments a where a.file_id = files.id)`,
      ),
    )
  return Number(row?.bytes ?? 0)
}

/** A file of the plan that this person sent, finished or not; 404 for every other. */
export async function sentFile(tx: Tx, planId: number, id: number, personId: number): Promise<FileRecord> {
  const { files } = tx.tables
  const [file] = await tx
    .select()
    .from(files)
    .where(and(eq(files.id, id), eq(files.planId, planId), eq(files.createdBy, personId)))
  if (!file || file.maskedAt) throw new Refused('not-found')
  return file
}

/** Holds an unfinished file's row to the end of the transaction; 409 when it is finished, 404 when it is not there. */
async function holdUnfinished(tx: Tx, id: number): Promise<void> {
  const { files } = tx.tables
  const open = and(eq(files.id, id), isNull(files.finishedAt))
  const [held] = await tx.update(files).set({ finishedAt: null }).where(open).returning({ id: files.id })
  if (held) return
  const [there] = await tx.select({ id: files.id }).from(files).where(eq(files.id, id))
  throw there ? new Refused('file-finished') : new Refused('not-found')
}

/**
 * Keeps piece `n` of a file, as it will be stored. The same piece again is fine; another under its number is 409. 422 for a number the file
 * has not, or a piece of another size than it must have.
 */
export async function savePart(tx: Tx, file: FileRecord, n: number, bytes: Buffer): Promise<void> {
  if (file.finishedAt) throw new Refused('file-finished')
  const size = sizeOfPart(file.bytes, n)
  if (size === 0) throw refusedField('file-part-unknown', 'n')
  if (bytes.length !== size) throw refusedField('file-part-size', 'bytes')
  await holdUnfinished(tx, file.id)
  const { fileParts } = tx.tables
  const values = { fileId: file.id, n, bytes }
  const [saved] = await tx
    .insert(fileParts)
    .values(values)
    .onConflictDoNothing()
    .returning({ n: fileParts.n })
  if (saved) return
  const known = await readPart(tx, file.id, n)
  if (!known?.equals(bytes)) throw new Refused('file-part-differs')
}

/** The numbers of the pieces that are there, in order. */
export async function partNumbers(tx: Tx, fileId: number): Promise<number[]> {
  const { fileParts } = tx.tables
  const rows = await tx
    .select({ n: fileParts.n })
    .from(fileParts)
    .where(eq(fileParts.fileId, fileId))
    .orderBy(asc(fileParts.n))
  return rows.map(({ n }) => n)
}

/** One piece of a file, or undefined when it is not there (any more). */
export async function readPart(tx: Tx, fileId: number, n: number): Promise<Buffer | undefined> {
  const { fileParts } = tx.tables
  const [row] = await tx
    .select({ bytes: fileParts.bytes })
    .from(fileParts)
    .where(and(eq(fileParts.fileId, fileId), eq(fileParts.n, n)))
  return row?.bytes
}

export interface Finishing {
  type: string
  sha256: string
  salt: string
  description: string | null
  /** In the place of what was sent, where it was a picture. */
  picture?: Picture
}

/** Finishes a file: from now on it never changes. Of two at once the second finds it finished, and that is well. */
export async function finishFile(
  tx: Tx,
  file: FileRecord,
  finishing: Finishing,
  context: WriteContext,
): Promise<void> {
  const { files, fileParts } = tx.tables
  try {
    await holdUnfinished(tx, file.id)
  } catch (error) {
    if (error instanceof Refused && error.code === 'file-finished') return
    throw error
  }
  const { picture, description, type, sha256, salt } = finishing
  if (picture) {
    await tx.delete(fileParts).where(eq(fileParts.fileId, file.id))
    for (let n = 1; n <= partsOf(picture.bytes.length); n += 1) {
      const bytes = pieceOf(picture.bytes, n)
      await tx.insert(fileParts).values({ fileId: file.id, n, bytes })
    }
  }
  if (description !== null && file.descriptionId !== null)
    await maskWords(tx, file.descriptionId, replaced(context), inNothing)
  await tx
    .update(files)
    .set({
      type,
      sha256,
      salt,
      bytes: picture?.bytes.length ?? file.bytes,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      descriptionId:
        description !== null ? await writeText(tx, file.planId, description, context) : undefined,
      finishedAt: context.now.toISOString(),
    })
    .where(eq(files.id, file.id))
}

/** What nobody has finished sending stands in nothing that was made of it. */
const inNothing: Masked = async () => undefined

const replaced = (context: WriteContext) => ({
  at: context.now.toISOString(),
  by: context.by.personId,
  because: 'replaced',
})

/** Piece `n` of these bytes. */
function pieceOf(bytes: Buffer, n: number): Buffer {
  const start = partsOf(bytes.length) === 0 ? 0 : (n - 1) * sizeOfPart(bytes.length, 1)
  return bytes.subarray(start, start + sizeOfPart(bytes.length, n))
}

/** Lets go of a file that was not finished: its pieces and its row; of its name and description nothing but that they were there. */
export async function dropFile(tx: Tx, file: FileRecord, now: Date): Promise<void> {
  const { files, fileParts } = tx.tables
  const still = and(eq(files.id, file.id), isNull(files.finishedAt))
  const [held] = await tx.update(files).set({ finishedAt: null }).where(still).returning({ id: files.id })
  if (!held) return
  await tx.delete(fileParts).where(eq(fileParts.fileId, file.id))
  await tx.delete(files).where(eq(files.id, file.id))
  for (const id of [file.nameId, file.descriptionId]) {
    if (id !== null)
      await maskWords(
        tx,
        id,
        { at: now.toISOString(), by: file.createdBy, because: 'never finished' },
        inNothing,
      )
  }
}

/** Files that nobody finished within a day go, and leave a row in the trail (S06). Gives how many. */
export async function sweepFiles(tx: Tx, now: Date): Promise<number> {
  const { files } = tx.tables
  const oldest = new Date(now.getTime() - day).toISOString()
  const forgotten = await tx
    .select()
    .from(files)
    .where(and(isNull(files.finishedAt), lt(files.createdAt, oldest)))
  for (const file of forgotten) {
    await dropFile(tx, file, now)
    const touched = { personId: null, planId: file.planId, object: 'file', objectId: String(file.id) }
    await recordChange(tx, { ...touched, deed: 'retention.sweep' }, now)
  }
  return forgotten.length
}

/** Every finished file with its salt, without its pieces: what `verify` compares with its hash. */
export async function everyFinishedFile(tx: Tx): Promise<FileRecord[]> {
  const { files } = tx.tables
  return tx
    .select()
    .from(files)
    .where(sql`${files.finishedAt} is not null`)
    .orderBy(asc(files.id))
}
