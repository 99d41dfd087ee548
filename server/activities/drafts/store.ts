import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '../../database/database.ts'
import { statement, type Given } from '../../database/statement.ts'

/** The forms that keep what has been begun. */
type DraftForm = 'activity'

const keptDays = 90

/** What somebody has begun to write in a form of a plan, and when it was last changed (instant); undefined where nothing waits (S13). */
export async function findDraft(
  tx: Tx,
  personId: number,
  planId: number,
  form: DraftForm,
  now: Date,
): Promise<{ body: Record<string, unknown>; changedAt: string } | undefined> {
  const { drafts } = tx.tables
  const [draft] = await tx
    .select()
    .from(drafts)
    .where(ofForm(tx, personId, planId, form))
  return draft && draft.changedAt >= oldest(now) ? draft : undefined
}

/**
 * Keeps what somebody has begun to write in place of what stood there; the same again changes nothing but the time. Lets go of every
 * draft that nobody has touched for 90 days. Raises no revision: no page but its author's shows it.
 */
export async function keepDraft(
  tx: Tx,
  draft: { personId: number; planId: number; form: DraftForm; body: Record<string, unknown> },
  now: Date,
): Promise<void> {
  const { drafts } = tx.tables
  await tx.delete(drafts).where(lt(drafts.changedAt, oldest(now)))
  const changed = { body: draft.body, changedAt: now.toISOString() }
  await tx
    .insert(drafts)
    .values({ ...draft, ...changed })
    .onConflictDoUpdate({ target: [drafts.personId, drafts.planId, drafts.form], set: changed })
}

const remove = statement(
  (tx, { personId, planId, form }: Given<{ personId: number; planId: number; form: DraftForm }>) => {
    const { drafts } = tx.tables
    return tx
      .delete(drafts)
      .where(and(eq(drafts.personId, personId), eq(drafts.planId, planId), eq(drafts.form, form)))
  },
)

/** Throws a draft away; where there is none nothing happens. */
export async function dropDraft(tx: Tx, personId: number, planId: number, form: DraftForm): Promise<void> {
  await remove(tx, { personId, planId, form })
}

const oldest = (now: Date): string => new Date(now.getTime() - keptDays * 86_400_000).toISOString()

const ofForm = ({ tables: { drafts } }: Tx, personId: number, planId: number, form: DraftForm) =>
  and(eq(drafts.personId, personId), eq(drafts.planId, planId), eq(drafts.form, form))
