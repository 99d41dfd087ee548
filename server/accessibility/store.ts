import { asc, desc, eq } from 'drizzle-orm'
import {
  manualChecks,
  missingIn,
  refuseCheck,
  type CheckOutcome,
  type Statement,
} from '#domain/accessibility.ts'
import { dayOf } from '#domain/calendar.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refuseFor } from '../http/refusal.ts'
import { raiseInstallation } from '../database/installation.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { NewCheck } from './schema.ts'

export type StatementRow = Tables['accessibilityStatements']['$inferSelect']

/** The last version of the statement that was saved; with `published` the one readers see. Undefined where there is none. */
export async function latestStatement(tx: Tx, { published = false } = {}): Promise<StatementRow | undefined> {
  const { accessibilityStatements: rows } = tx.tables
  const all = tx.select().from(rows)
  const wanted = published ? all.where(eq(rows.published, true)) : all
  const [row] = await wanted.orderBy(desc(rows.id)).limit(1)
  return row
}

/**
 * Saves the statement as a new version; earlier ones stay. 422 with every missing field when it is to be published and does not say all that Digg demands
 * (P09), 409 `statement-moved-on` when somebody else has saved one meanwhile.
 */
export async function saveStatement(
  tx: Tx,
  { statement, published, basedOn }: { statement: Statement; published: boolean; basedOn: number | null },
  { by, now }: Pick<WriteContext, 'by' | 'now'>,
): Promise<number> {
  // First, since it is the lock; and the page readers see is drawn anew.
  await raiseInstallation(tx)
  const latest = (await latestStatement(tx))?.id ?? null
  if (latest !== basedOn) throw new Refused('statement-moved-on', { current: { id: latest } })
  if (published) refuseFor(missingIn(statement, dayOf(now)))
  const [row] = await tx
    .insert(tx.tables.accessibilityStatements)
    .values({ statement, published, recordedAt: now.toISOString(), recordedBy: by.personId })
    .returning({ id: tx.tables.accessibilityStatements.id })
  return row!.id
}

/** Records what came of a check made by hand (T10); 422 for one that says nothing, or was made tomorrow. */
export async function recordCheck(
  tx: Tx,
  { check, checkedOn, outcome, note }: NewCheck,
  { by, now }: Pick<WriteContext, 'by' | 'now'>,
): Promise<number> {
  refuseFor(refuseCheck({ checkedOn, outcome, note }, dayOf(now)))
  const { accessibilityChecks } = tx.tables
  const [row] = await tx
    .insert(accessibilityChecks)
    .values({
      check,
      checkedOn,
      outcome,
      note: note.trim() || null,
      recordedAt: now.toISOString(),
      recordedBy: by.personId,
    })
    .returning({ id: accessibilityChecks.id })
  return row!.id
}

/** The latest outcome of each check that somebody has made here. */
export async function latestChecks(tx: Tx): Promise<CheckOutcome[]> {
  const { accessibilityChecks: rows } = tx.tables
  const all = await tx.select().from(rows).orderBy(asc(rows.checkedOn), asc(rows.id))
  return manualChecks.flatMap((check) => {
    const last = all.findLast((row) => row.check === check)
    if (!last) return []
    const { checkedOn, outcome, note } = last
    return [{ check, checkedOn, outcome, byPerson: true, note: note ?? '' }]
  })
}
