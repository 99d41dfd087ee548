import { and, asc, desc, eq, inArray, isNotNull, isNull, or, lt } from 'drizzle-orm'
import type { FeedbackKind } from '#domain/feedback.ts'
import { emailOf } from '#domain/members.ts'
import { can } from '#domain/roles.ts'
import type { Lang } from '#words/format.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { rolesOf, type Viewer } from '../http/viewer.ts'
import { Refused } from '../http/refusal.ts'
import { queueMail } from '../mail/outbox.store.ts'
import { peopleWithRole } from '../people/store.ts'
import { listEveryPlan } from '../database/plan.ts'

export type Feedback = Tables['feedback']['$inferSelect']

/** Those who answer hear of what waits at most once in so long a while, however much comes (K10). */
const tellEvery = 60 * 60_000
/** So many of those that have been dealt with are shown. */
const handledShown = 20

interface NewFeedback {
  /** Null for a page that belongs to no plan the reader may see. */
  planId: number | null
  kind: FeedbackKind
  /** The path it is about, without origin and query. */
  path: string
  lang: Lang
  text: string
  /** Empty where no answer is wanted. */
  email: string
}

/** Keeps what a reader has written and sees to it that whoever is responsible hears of it, at most once an hour. */
export async function receiveFeedback(tx: Tx, written: NewFeedback, now: Date): Promise<void> {
  const { planId, kind, path, lang, text, email } = written
  await tx.insert(tx.tables.feedback).values({
    planId,
    kind,
    path,
    lang,
    body: text.trim(),
    email: emailOf(email) || null,
    receivedAt: now.toISOString(),
  })
  for (const personId of await responsibleFor(tx, planId)) await tellOf(tx, planId, personId, now)
}

/** Who answers: those who lead the plan; where nobody does, or it belongs to none, the administrators. */
async function responsibleFor(tx: Tx, planId: number | null): Promise<number[]> {
  const { memberships, people } = tx.tables
  const leads =
    planId === null
      ? []
      : await tx
          .selectDistinct({ id: people.id })
          .from(people)
          .innerJoin(memberships, eq(memberships.personId, people.id))
          .where(
            and(
              eq(memberships.planId, planId),
              eq(memberships.role, 'strategist'),
              isNull(memberships.endedAt),
              isNull(people.deactivatedAt),
            ),
          )
  return (leads.length > 0 ? leads : await peopleWithRole(tx, 'administrator')).map(({ id }) => id)
}

/**
 * One mail tells of all that waits when it is sent: while one is on its way there is no other, and the next comes an hour after the last. Its key names the
 * mail before it, so that of two messages at once only one brings a mail.
 */
async function tellOf(tx: Tx, planId: number | null, personId: number, now: Date): Promise<void> {
  const { outbox } = tx.tables
  const here = planId === null ? isNull(outbox.planId) : eq(outbox.planId, planId)
  const [last] = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, 'feedback'), eq(outbox.personId, personId), here))
    .orderBy(desc(outbox.id))
    .limit(1)
  if (last && last.sentAt === null && last.failedAt === null) return
  const soonest = last ? Date.parse(last.sentAt ?? last.failedAt!) + tellEvery : 0
  const dueAt = new Date(Math.max(now.getTime(), soonest))
  const onceKey = `feedback ${planId ?? 'outside'} ${personId} ${last?.id ?? 0}`
  await queueMail(tx, { kind: 'feedback', personId, planId: planId ?? undefined, onceKey, dueAt }, now)
}

/** What somebody may read and answer: that of these plans, and with `outside` that of pages which belong to none. */
interface Reach {
  planIds: readonly number[]
  outside: boolean
}

const within = ({ feedback }: Tables, { planIds, outside }: Reach) =>
  or(inArray(feedback.planId, [...planIds]), ...(outside ? [isNull(feedback.planId)] : []))

/** What waits for an answer, oldest first. */
export async function waitingFeedback(tx: Tx, reach: Reach): Promise<Feedback[]> {
  const { feedback } = tx.tables
  return tx
    .select()
    .from(feedback)
    .where(and(isNull(feedback.handledAt), within(tx.tables, reach)))
    .orderBy(asc(feedback.id))
}

/** What has been dealt with, newest first, at most twenty. */
export async function handledFeedback(tx: Tx, reach: Reach): Promise<Feedback[]> {
  const { feedback } = tx.tables
  return tx
    .select()
    .from(feedback)
    .where(and(isNotNull(feedback.handledAt), within(tx.tables, reach)))
    .orderBy(desc(feedback.handledAt), desc(feedback.id))
    .limit(handledShown)
}

/** The message of this id, or undefined. */
export async function findFeedback(tx: Tx, id: number): Promise<Feedback | undefined> {
  const { feedback } = tx.tables
  const [row] = await tx.select().from(feedback).where(eq(feedback.id, id))
  return row
}

/**
 * Marks a message as dealt with, with an answer or without. An answer is mailed where the sender left an address and mail leaves from here; the address goes
 * when the mail has gone, and at once where there is none to send. 404 for one out of reach, 409 `feedback-handled` for one that somebody has dealt with.
 */
export async function handleFeedback(
  tx: Tx,
  id: number,
  { reach, answer, mail }: { reach: Reach; answer: string | null; mail: boolean },
  { personId, now }: { personId: number; now: Date },
): Promise<{ planId: number | null; sent: boolean }> {
  const { feedback } = tx.tables
  const found = await findFeedback(tx, id)
  if (!found || !(found.planId === null ? reach.outside : reach.planIds.includes(found.planId)))
    throw new Refused('not-found')
  const sent = answer !== null && mail && found.email !== null
  const [marked] = await tx
    .update(feedback)
    .set({
      handledAt: now.toISOString(),
      handledBy: personId,
      answer: answer?.trim() ?? null,
      email: !sent ? null : undefined,
    })
    .where(and(eq(feedback.id, id), isNull(feedback.handledAt)))
    .returning({ id: feedback.id })
  if (!marked) throw new Refused('feedback-handled')
  const about = {
    planId: found.planId ?? undefined,
    facts: { feedback: id },
    onceKey: `feedback-answer ${id}`,
  }
  if (sent) await queueMail(tx, { kind: 'feedback-answer', personId, ...about }, now)
  return { planId: found.planId, sent }
}

/** Which of these answers could not be delivered, by id. */
export async function undelivered(tx: Tx, ids: readonly number[]): Promise<Set<number>> {
  const { outbox } = tx.tables
  const keys = ids.map((id) => `feedback-answer ${id}`)
  const rows = await tx
    .select({ key: outbox.onceKey })
    .from(outbox)
    .where(and(inArray(outbox.onceKey, keys), isNotNull(outbox.failedAt)))
  return new Set(rows.map(({ key }) => Number(key!.split(' ')[1])))
}

/** The answer has gone, or the sender has left: the address has no use any more. */
export async function forgetSender(tx: Tx, id: number): Promise<void> {
  const { feedback } = tx.tables
  await tx.update(feedback).set({ email: null }).where(eq(feedback.id, id))
}

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

/** Whose readers somebody answers: those of the plans they lead, and an administrator those of pages that belong to no plan. */
export async function reachOf(tx: Tx, viewer: Viewer): Promise<Reach> {
  const led = (await listEveryPlan(tx)).filter((plan) => can(rolesOf(viewer, plan), 'feedback.answer'))
  return { planIds: led.map(({ id }) => id), outside: viewer.administrator }
}
