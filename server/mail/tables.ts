import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'

/**
 * The outbox: mail that shall be sent, written in the transaction that wants it. It holds no address, no words and no token: the mail is
 * made, with its links, when it is sent.
 */
export const mailTables = (c: Columns, { people, plans }: PeopleTables & PlanTables) => ({
  outbox: c.table(
    'outbox',
    {
      id: c.id(),
      kind: c.text().notNull(),
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      planId: c.reference().references(() => plans.id),
      /** Ids and plain facts that the mail is made from; never names, addresses, free text or tokens. */
      facts: c.json<Record<string, unknown>>().notNull(),
      /** The same thing is wanted once: a second row with the same key is not written. */
      onceKey: c.text(),
      createdAt: c.instant().notNull(),
      /** Not before this instant; moved on after a failed attempt. */
      dueAt: c.instant().notNull(),
      attempts: c.whole().notNull(),
      /** Who is sending it now may do so until then; a crash leaves it to another. */
      claimedUntil: c.instant(),
      sentAt: c.instant(),
      /** Given up: why, as a code. */
      failedAt: c.instant(),
      failure: c.text(),
    },
    (t) => [
      c.index('outbox_due').on(t.sentAt, t.failedAt, t.dueAt),
      c.index('outbox_person').on(t.personId),
      c.unique('outbox_once').on(t.onceKey),
    ],
  ),
})

export type MailTables = ReturnType<typeof mailTables>
