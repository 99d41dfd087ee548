import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { and, eq } from 'drizzle-orm'
import type { Lang } from '#words/format.ts'
import type { Tx } from '../database/database.ts'
import type { DocumentFormat } from './formats.ts'

const server = fileURLToPath(new URL('../', import.meta.url))
/** All that says what a document looks like, besides its content: templates, makers, words, and the versions of what they are made with. */
const sources = ['reports', 'words', '../package.json']

let known: Promise<string> | undefined

/** A hash of the program that makes documents: a new one makes them anew. Read once in a process. */
export const programHash = (): Promise<string> => (known ??= read())

async function read(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(server, source)
    const files = source.endsWith('.json')
      ? [path]
      : (await readdir(path, { recursive: true, withFileTypes: true }))
          .filter((one) => one.isFile())
          .map((one) => join(one.parentPath, one.name))
          .sort()
    for (const file of files) hash.update(file.slice(server.length)).update(await readFile(file))
  }
  return hash.digest('hex')
}

/** Which file of a review day's report. */
export interface ReportFile {
  planId: number
  reviewId: number
  format: DocumentFormat
  lang: Lang
}

/** The file's bytes where it was made of just this. */
export async function keptFile(tx: Tx, file: ReportFile, madeOf: string): Promise<Buffer | undefined> {
  const { reportFiles } = tx.tables
  const [row] = await tx
    .select({ bytes: reportFiles.bytes })
    .from(reportFiles)
    .where(
      and(
        eq(reportFiles.reviewId, file.reviewId),
        eq(reportFiles.format, file.format),
        eq(reportFiles.lang, file.lang),
        eq(reportFiles.madeOf, madeOf),
      ),
    )
  return row?.bytes
}

/**
 * Keeps a file in the place of the one before. Not when the plan has moved on from the revision at which its content was read: a text may have been masked
 * meanwhile, and would stand in it. Touching the plan's row holds up whoever is masking one now; the revision stays.
 */
export async function keepFile(
  tx: Tx,
  { revision, ...row }: ReportFile & { revision: number; madeOf: string; bytes: Buffer; madeAt: string },
): Promise<void> {
  const { plans, reportFiles } = tx.tables
  const [standing] = await tx
    .update(plans)
    .set({ revision })
    .where(and(eq(plans.id, row.planId), eq(plans.revision, revision)))
    .returning({ id: plans.id })
  if (!standing) return
  const { madeOf, bytes, madeAt } = row
  await tx
    .insert(reportFiles)
    .values(row)
    .onConflictDoUpdate({
      target: [reportFiles.reviewId, reportFiles.format, reportFiles.lang],
      set: { madeOf, bytes, madeAt },
    })
}

/** Lets go of all files made of a plan's reports: what is masked stands in none of them. */
export async function dropFiles(tx: Tx, planId: number): Promise<void> {
  const { reportFiles } = tx.tables
  await tx.delete(reportFiles).where(eq(reportFiles.planId, planId))
}
