import { and, eq, isNotNull, lt, or } from 'drizzle-orm'
import type { Tx } from '../../database/database.ts'

/**
 * Empties what readers wrote before then: words, answer and address; that there was a message, about which page and when, stays. The address of one that was
 * dealt with before `handledBefore` goes too: an answer that has not been delivered by then will not be. Gives how many messages were emptied.
 */
export async function sweepFeedback(
  tx: Tx,
  { before, handledBefore }: { before: string; handledBefore: string },
): Promise<number> {
  const { feedback } = tx.tables
  await tx
    .update(feedback)
    .set({ email: null })
    .where(and(isNotNull(feedback.email), lt(feedback.handledAt, handledBefore)))
  const left = or(isNotNull(feedback.body), isNotNull(feedback.email), isNotNull(feedback.answer))
  const emptied = await tx
    .update(feedback)
    .set({ body: null, email: null, answer: null })
    .where(and(lt(feedback.receivedAt, before), left))
    .returning({ id: feedback.id })
  return emptied.length
}

/** Somebody who is erased has left no address either. */
export async function forgetSendersCalled(tx: Tx, email: string): Promise<number> {
  const { feedback } = tx.tables
  const rows = await tx
    .update(feedback)
    .set({ email: null })
    .where(eq(feedback.email, email))
    .returning({ id: feedback.id })
  return rows.length
}
