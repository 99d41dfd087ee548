import { and, asc, eq, isNull, lt, lte, max, ne, notInArray, or, sql } from 'drizzle-orm'
import { dayOf, type Day } from '#domain/calendar.ts'
import type { Role } from '#domain/roles.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

/** What a mail can be about. Each is made, with its links, when it is sent. */
export type OutboxKind =
  | 'sign-in'
  | 'invitation'
  | 'log-link'
  | 'review-invitation'
  | 'review-cancellation'
  | 'thanks'
  | 'still'
  | 'feedback'
  | 'feedback-answer'
  | 'ask-for-update'
  | 'reminder'

/**
 * Mail that somebody asked for themselves, that goes to somebody else, or that tells of what a reader wrote; all other counts when it is told how long they
 * are left alone (F44).
 */
const askedFor: readonly OutboxKind[] = ['sign-in', 'log-link', 'feedback', 'feedback-answer']

export interface NewMail {
  kind: OutboxKind
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

export type OutboxMail = Tables['outbox']['$inferSelect']

/** Puts a mail in the outbox, in the transaction that wants it: what is rolled back is never sent, what is committed is not forgotten. */
export async function queueMail(tx: Tx, notice: NewMail, now: Date): Promise<void> {
  await tx
    .insert(tx.tables.outbox)
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

/**
 * Puts a sign-in mail in the outbox for whoever has this address and is still here, and nothing for an address nobody has – with the same
 * statements, and as much written to disk, so that no clock tells which: what is written in nobody's name is taken away again.
 */
export async function queueSignInMail(
  tx: Tx,
  email: string,
  facts: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { outbox, people } = tx.tables
  const [asker] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email.toLowerCase()), isNull(people.deactivatedAt)))
  const [anybody] = await tx.select({ id: people.id }).from(people).orderBy(asc(people.id)).limit(1)
  if (!anybody) return
  const at = now.toISOString()
  const values = { kind: 'sign-in', facts, createdAt: at, dueAt: at, attempts: 0 }
  const [row] = await tx
    .insert(outbox)
    .values({ ...values, personId: asker?.id ?? anybody.id })
    .returning({ id: outbox.id })
  await tx.delete(outbox).where(eq(outbox.id, asker ? 0 : row!.id))
}

const isDue = ({ outbox }: Tables, at: string) =>
  and(
    isNull(outbox.sentAt),
    isNull(outbox.failedAt),
    lte(outbox.dueAt, at),
    or(isNull(outbox.claimedUntil), lte(outbox.claimedUntil, at)),
  )

/** The ids of the mails that are due and nobody is sending, oldest first, at most fifty. */
export async function dueMails(tx: Tx, now: Date): Promise<number[]> {
  const { outbox } = tx.tables
  const rows = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(isDue(tx.tables, now.toISOString()))
    .orderBy(asc(outbox.id))
    .limit(50)
  return rows.map((row) => row.id)
}

/** Takes a notice for sending until then; undefined when somebody else has it, or it has been dealt with. */
export async function claimMail(tx: Tx, id: number, now: Date, until: Date): Promise<OutboxMail | undefined> {
  const { outbox } = tx.tables
  const [claimed] = await tx
    .update(outbox)
    .set({ claimedUntil: until.toISOString() })
    .where(and(eq(outbox.id, id), isDue(tx.tables, now.toISOString())))
    .returning()
  return claimed
}

/** The Swedish day of the last mail to somebody that they had not asked for, on its way ones counted by the day they are due; null where there is none. */
export async function lastUnaskedMailOn(tx: Tx, personId: number): Promise<Day | null> {
  const { outbox } = tx.tables
  const [row] = await tx
    .select({ at: max(sql<string>`coalesce(${outbox.sentAt}, ${outbox.dueAt})`) })
    .from(outbox)
    .where(
      and(eq(outbox.personId, personId), isNull(outbox.failedAt), notInArray(outbox.kind, [...askedFor])),
    )
  return row?.at ? dayOf(new Date(row.at)) : null
}

export interface Recipient {
  person: Tables['people']['$inferSelect']
  plan: Tables['plans']['$inferSelect'] | undefined
  /** What the person is in that plan. */
  role: Exclude<Role, 'administrator'> | undefined
  /** Who asked for the mail, where the notice says it (`facts.by`, a person's id). */
  asker: string | undefined
}

/** To whom a notice goes and what it is about; undefined when the person has left or has no address. */
export async function recipientOf(
  tx: Tx,
  { personId, planId, facts }: OutboxMail,
): Promise<Recipient | undefined> {
  const { people, plans, memberships } = tx.tables
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
  if (!person?.email) return undefined
  const [plan] = planId === null ? [] : await tx.select().from(plans).where(eq(plans.id, planId))
  const here = and(
    eq(memberships.personId, personId),
    eq(memberships.planId, plan?.id ?? 0),
    isNull(memberships.endedAt),
  )
  const [membership] = await tx.select().from(memberships).where(here).orderBy(asc(memberships.id))
  const [asker] =
    typeof facts.by === 'number' ? await tx.select().from(people).where(eq(people.id, facts.by)) : []
  return { person, plan, role: membership?.role, asker: asker?.name ?? undefined }
}

/** The mail server has taken it. */
export async function markSent(tx: Tx, { id, attempts }: OutboxMail, now: Date): Promise<void> {
  const { outbox } = tx.tables
  await tx
    .update(outbox)
    .set({ sentAt: now.toISOString(), claimedUntil: null, attempts: attempts + 1, failure: null })
    .where(eq(outbox.id, id))
}

/** It was not taken: tried again at `again`, or given up where there is no such time. `failure` is a code. */
export async function markFailed(
  tx: Tx,
  { id, attempts }: OutboxMail,
  failure: string,
  again: Date | undefined,
  now: Date,
): Promise<void> {
  const { outbox } = tx.tables
  const next = again ? { dueAt: again.toISOString() } : { failedAt: now.toISOString() }
  await tx
    .update(outbox)
    .set({ ...next, claimedUntil: null, attempts: attempts + 1, failure })
    .where(eq(outbox.id, id))
}

/** A year is laid out ahead: so many days longer is remembered who was invited to a day, that nobody is invited twice. */
const invitationsKeptLonger = 400

/** What was sent or given up before this instant and need not be remembered. */
export const isSpent = ({ outbox }: Tables, before: string) => {
  const longBefore = new Date(Date.parse(before) - invitationsKeptLonger * 86_400_000).toISOString()
  return and(
    or(lt(outbox.sentAt, before), lt(outbox.failedAt, before)),
    or(ne(outbox.kind, 'review-invitation'), lt(outbox.createdAt, longBefore)),
  )
}

/** Takes away what was sent or given up before then. */
export async function forgetMails(tx: Tx, before: Date): Promise<void> {
  await tx.delete(tx.tables.outbox).where(isSpent(tx.tables, before.toISOString()))
}
