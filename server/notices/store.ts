import type { Tx } from '../database/database.ts'

/** What a mail can be about. Each is made, with its links, when it is sent. */
export type NoticeKind = 'sign-in' | 'invitation' | 'log-link'

export interface NewNotice {
  kind: NoticeKind
  personId: number
  /** The plan it is about: told for all but `sign-in`. */
  planId?: number | undefined
  /** Ids and plain facts the mail is made from; never names, addresses, free text or tokens. */
  facts?: Record<string, unknown> | undefined
  /** The same thing is wanted once: a second notice with the same key is not written. */
  onceKey?: string | undefined
  /** Not before this instant; now where it is left out. */
  dueAt?: Date | undefined
}

/** Puts a mail in the outbox, in the transaction that wants it: what is rolled back is never sent, what is committed is not forgotten. */
export async function wantNotice(tx: Tx, notice: NewNotice, now: Date): Promise<void> {
  await tx
    .insert(tx.tables.notices)
    .values({
      kind: notice.kind,
      personId: notice.personId,
      planId: notice.planId ?? null,
      facts: notice.facts ?? {},
      onceKey: notice.onceKey ?? null,
      createdAt: now.toISOString(),
      dueAt: (notice.dueAt ?? now).toISOString(),
      attempts: 0,
    })
    .onConflictDoNothing()
}
