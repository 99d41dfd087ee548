import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../database/database.ts'
import type { DocumentFormat } from '../formats.ts'
import type { Lang } from '#words/format.ts'

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
