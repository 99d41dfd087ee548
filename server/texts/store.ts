import { createHash } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { newRow, statementForMany } from '../database/statement.ts'
import { Refused } from '../http/refusal.ts'
import { forgetWords } from '../http/idempotency.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Plan } from '../database/plan.ts'
import type { Masked } from '../http/room.ts'

/** A free text as others may see it: its words, or null when it has been masked, on `maskedOn` (instant) because of `because`. */
export interface StoredText {
  id: number
  body: string | null
  sha256: string
  maskedAt: string | null
  because: string | null
}

/** What rows, snapshots and hashes hold of a free text: SHA-256 over salt, line break, words; lower-case hex. */
export const saltedHash = (salt: string, body: string): string =>
  createHash('sha256').update(`${salt}\n${body}`).digest('hex')

/** Records a free text and gives its id; nothing said (undefined, null or blank) gives null. */
export async function writeText(
  tx: Tx,
  planId: number,
  body: string | null | undefined,
  context: WriteContext,
): Promise<number | null> {
  if (body === undefined || body === null || body.trim() === '') return null
  const salt = context.salt()
  return insertText(tx, { planId, body, salt, sha256: saltedHash(salt, body) })
}

const insertText = newRow('texts')

const textsOf = statementForMany((tx, ids) => {
  const { texts } = tx.tables
  return tx
    .select({
      id: texts.id,
      body: texts.body,
      sha256: texts.sha256,
      maskedAt: texts.maskedAt,
      because: texts.maskedBecause,
    })
    .from(texts)
    .where(inArray(texts.id, ids))
})

/** The texts of these ids, by id; nulls among the ids are passed over. */
export async function readTexts(tx: Tx, ids: readonly (number | null)[]): Promise<Map<number, StoredText>> {
  const rows = await textsOf(
    tx,
    ids.filter((id) => id !== null),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every free text with its salt: what `verify` compares with its hash. */
export async function everyText(tx: Tx) {
  const { texts } = tx.tables
  return tx.select().from(texts)
}

/**
 * Takes a text's words away for good, with who, when and why; its hash stays. Refuses what is not there or is masked already. Raises the
 * plan's revision, so that no kept page shows them any more.
 */
export async function maskText(
  tx: Tx,
  plan: Plan,
  id: number,
  because: string,
  context: WriteContext,
  masked: Masked,
): Promise<void> {
  const { texts } = tx.tables
  const [text] = await tx.select().from(texts).where(eq(texts.id, id))
  if (text?.planId !== plan.id) throw new Refused('not-found')
  if (text.maskedAt) throw new Refused('already-masked')
  await maskWords(tx, id, { at: context.now.toISOString(), by: context.by.personId, because }, masked)
}

/** Takes a text's words away as part of a greater change, which has raised the revision itself; one that is masked already stays so. `masked`: what the rooms let go of. */
export async function maskWords(
  tx: Tx,
  id: number,
  { at, by, because }: { at: string; by: number; because: string },
  masked: Masked,
): Promise<void> {
  const { texts } = tx.tables
  const [text] = await tx.select().from(texts).where(eq(texts.id, id))
  if (!text || text.maskedAt) return
  if (text.body !== null) await forgetWords(tx, text.body)
  const gone = { body: null, salt: null, maskedAt: at, maskedBy: by, maskedBecause: because }
  await tx.update(texts).set(gone).where(eq(texts.id, id))
  await masked(tx, text.planId)
}
