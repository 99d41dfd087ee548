import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { Refused } from '../errors.ts'

const keptDays = 90

export interface Answer {
  status: number
  body: string
}

/** SHA-256 over method, address and body: what makes two requests the same. */
export const requestHash = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex')

/** The kept answer of this person's key; 422 when the key was used for something else. */
export async function findAnswer(
  tx: Tx,
  personId: number,
  key: string,
  hash: string,
): Promise<Answer | undefined> {
  const { answers } = tx.tables
  const [kept] = await tx
    .select()
    .from(answers)
    .where(and(eq(answers.personId, personId), eq(answers.key, key)))
  if (kept && kept.requestHash !== hash) throw new Refused(422, 'idempotency-key-reused')
  return kept
}

/** Keeps an answer in the transaction of its write, and lets go of those older than 90 days. */
export async function keepAnswer(
  tx: Tx,
  personId: number,
  key: string,
  hash: string,
  answer: Answer,
  now: Date,
): Promise<void> {
  const { answers } = tx.tables
  await tx
    .delete(answers)
    .where(lt(answers.createdAt, new Date(now.getTime() - keptDays * 86_400_000).toISOString()))
  await tx
    .insert(answers)
    .values({ personId, key, requestHash: hash, ...answer, createdAt: now.toISOString() })
}
