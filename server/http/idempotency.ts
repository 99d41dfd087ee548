import { createHash } from 'node:crypto'
import { and, eq, lt, sql, type SQL } from 'drizzle-orm'
import { listSections, proseSections } from '#domain/report.ts'
import type { Tx } from '../database/database.ts'
import { statement, type Given } from '../database/statement.ts'
import { Refused } from './refusal.ts'

const keptDays = 90

interface Answer {
  status: number
  body: string
}

/** SHA-256 over method, address and body: what makes two requests the same. */
export const requestHash = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex')

const insertKey = statement(
  (tx, given: Given<{ personId: number; key: string; requestHash: string; at: string }>) => {
    const { idempotencyKeys } = tx.tables
    const { personId, key, requestHash, at } = given
    return tx
      .insert(idempotencyKeys)
      .values({ personId, key, requestHash, status: 0, body: '', createdAt: at })
      .onConflictDoNothing()
      .returning({ id: idempotencyKeys.id })
  },
)

/**
 * Takes a key for this request: undefined when it is new, the kept answer when the same request was answered before; 422 when the key was
 * used for something else. Whoever comes second waits here for the first, on either engine.
 */
export async function takeKey(
  tx: Tx,
  personId: number,
  key: string,
  hash: string,
  now: Date,
): Promise<Answer | undefined> {
  const { idempotencyKeys } = tx.tables
  const [taken] = await insertKey(tx, { personId, key, requestHash: hash, at: now.toISOString() })
  if (taken) return undefined
  const [kept] = await tx
    .select()
    .from(idempotencyKeys)
    .where(ofKey(tx, personId, key))
  if (kept!.requestHash !== hash) throw new Refused('idempotency-key-reused')
  return kept
}

const forgetOlder = statement((tx, { oldest }: Given<{ oldest: string }>) => {
  const { idempotencyKeys } = tx.tables
  return tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, oldest))
})

const fillIn = statement((tx, given: Given<Answer & { personId: number; key: string }>) => {
  const { idempotencyKeys } = tx.tables
  const { status, body, personId, key } = given
  return tx
    .update(idempotencyKeys)
    .set({ status: sql`${status}`, body: sql`${body}` })
    .where(and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.key, key)))
})

/** Keeps the answer of a key that was taken, in the transaction of its write, and lets go of those older than 90 days. */
export async function keepAnswer(
  tx: Tx,
  personId: number,
  key: string,
  answer: Answer,
  now: Date,
): Promise<void> {
  const oldest = new Date(now.getTime() - keptDays * 86_400_000).toISOString()
  await forgetOlder(tx, { oldest })
  await fillIn(tx, { personId, key, ...answer })
}

/** The fields of an answer that hold free text: told with what masked it, or, in a report, the words alone and items of lists. */
const fields = {
  said: new Set<string>(['text', 'note']),
  prose: new Set<string>(proseSections),
  lists: new Set<string>(listSections),
}

/** Takes the words of a free text out of the kept answers: what is masked is masked there too. */
export async function forgetWords(tx: Tx, words: string): Promise<void> {
  const { idempotencyKeys } = tx.tables
  // Not `like`: what is written in a report may be longer than a pattern may be.
  const holding = sql`replace(${idempotencyKeys.body}, ${JSON.stringify(words)}, '') <> ${idempotencyKeys.body}`
  const rows = await tx
    .select({ id: idempotencyKeys.id, body: idempotencyKeys.body })
    .from(idempotencyKeys)
    .where(holding)
  for (const row of rows) {
    const body = JSON.stringify(JSON.parse(row.body), without(words))
    await tx.update(idempotencyKeys).set({ body }).where(eq(idempotencyKeys.id, row.id))
  }
}

const without =
  (words: string) =>
  (field: string, value: unknown): unknown => {
    if (fields.lists.has(field) && Array.isArray(value)) return value.filter((item) => item !== words)
    if (value !== words) return value
    return fields.said.has(field) ? null : fields.prose.has(field) ? '' : value
  }

/**
 * Lets go of somebody's own kept answers, and takes their name and address out of those of others – who added them, or changed them: the name
 * where it stands alone, the address wherever it stands. What others sent is still answered as it was.
 */
export async function forgetPerson(
  tx: Tx,
  { id, name, email }: { id: number; name: string | null; email: string | null },
): Promise<void> {
  const { idempotencyKeys } = tx.tables
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.personId, id))
  const traces: [inBody: SQL, pattern: RegExp, instead: string][] = []
  if (name !== null) {
    const written = JSON.stringify(name)
    traces.push([sql`${idempotencyKeys.body} like ${likeAny(written)} escape '!'`, literally(written), '""'])
  }
  if (email !== null) {
    const inBody = sql`lower(${idempotencyKeys.body}) like ${likeAny(email.toLowerCase())} escape '!'`
    traces.push([inBody, literally(email), ''])
  }
  for (const [inBody, pattern, instead] of traces) {
    const rows = await tx
      .select({ id: idempotencyKeys.id, body: idempotencyKeys.body })
      .from(idempotencyKeys)
      .where(inBody)
    for (const row of rows) {
      const body = row.body.replace(pattern, instead)
      await tx.update(idempotencyKeys).set({ body }).where(eq(idempotencyKeys.id, row.id))
    }
  }
}

const likeAny = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`
const literally = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi')

const ofKey = ({ tables: { idempotencyKeys } }: Tx, personId: number, key: string) =>
  and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.key, key))
