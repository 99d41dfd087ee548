import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { addDays, addMonths, dayOf, momentOf } from '#domain/calendar.ts'
import { followUpsDue, type FollowUpAnswer } from '#domain/afterwards.ts'
import { nextMailDay, usualQuietWeeks } from '#domain/reminders.ts'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { lastUnaskedMailOn, queueMail } from '../../mail/outbox.store.ts'
import type { Dependencies } from '../../dependencies.ts'
import { listEveryPlan, type Plan } from '../../database/plan.ts'
import { pointsOnDay } from '../state-on-day.store.ts'
import { planNow } from '../../plans/review-days.store.ts'
import { writeText } from '../../texts/store.ts'
import { ownerOf } from '../../people/store.ts'

type FollowUpQuestion = Tables['followUpQuestions']['$inferSelect']

/** A question that has been due for longer was due before anybody here could ask it. */
const caughtUpWithin = 90

/** The update each embedded point of a plan was embedded by, with its day. */
async function embeddings(tx: Tx, planId: number, pointIds: readonly number[]) {
  const { updates } = tx.tables
  if (pointIds.length === 0) return new Map<number, { updateId: number; embeddedFrom: string }>()
  const rows = await tx
    .select({ id: updates.id, pointId: updates.pointId, embeddedFrom: updates.embeddedFrom })
    .from(updates)
    .where(
      and(
        eq(updates.planId, planId),
        inArray(updates.pointId, [...pointIds]),
        isNotNull(updates.embeddedFrom),
        sql`not exists (select 1 from updates c where c.corrects = ${updates.id})`,
      ),
    )
    .orderBy(asc(updates.placeDay), asc(updates.placeId), asc(updates.id))
  return new Map(
    rows.map(({ id, pointId, embeddedFrom }) => [pointId, { updateId: id, embeddedFrom: embeddedFrom! }]),
  )
}

/**
 * Asks whoever answers for an embedded point whether it still lives, six and twelve months after (idea 2): each once, the latest only when the program was
 * down over both, one mail, never within seven days of another, and not those who have turned such mail off. Gives how many were asked. A point nobody
 * answers for waits until somebody does.
 */
export async function askFollowUps(
  { db }: Pick<Dependencies, 'db'>,
  { now }: { now: Date },
): Promise<number> {
  let asked = 0
  for (const plan of await db.read(listEveryPlan)) asked += await db.write((tx) => askIn(tx, plan, now))
  return asked
}

async function askIn(tx: Tx, plan: Plan, now: Date): Promise<number> {
  const { followUpQuestions, people } = tx.tables
  const today = dayOf(now)
  const standing = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, now))
  const embedded = standing.filter(({ status }) => status === 'embedded')
  const from = await embeddings(
    tx,
    plan.id,
    embedded.map(({ id }) => id),
  )
  const before = await tx.select().from(followUpQuestions).where(eq(followUpQuestions.planId, plan.id))
  let asked = 0
  for (const { id, status } of embedded) {
    const embedding = from.get(id)
    if (!embedding) continue
    const { updateId, embeddedFrom } = embedding
    const had = before.filter((one) => one.updateId === updateId).map(({ months }) => months)
    const months = followUpsDue({ status, embeddedFrom, asked: had }, today)
    if (months === undefined || addMonths(embeddedFrom, months) < addDays(today, -caughtUpWithin)) continue
    const personId = await ownerOf(tx, id)
    const [person] = personId === null ? [] : await tx.select().from(people).where(eq(people.id, personId))
    if (!person?.email || person.deactivatedAt || person.remindersOffAt) continue
    const [question] = await tx
      .insert(followUpQuestions)
      .values({
        planId: plan.id,
        pointId: id,
        updateId,
        months,
        personId: person.id,
        askedAt: now.toISOString(),
      })
      .onConflictDoNothing()
      .returning()
    if (!question) continue
    const day = nextMailDay(await lastUnaskedMailOn(tx, person.id), today, plan.quietWeeks ?? usualQuietWeeks)
    await queueMail(
      tx,
      {
        kind: 'still',
        personId: person.id,
        planId: plan.id,
        facts: { question: question.id },
        onceKey: `still ${question.id}`,
        dueAt: day === today ? now : new Date(momentOf(day, '08:00')),
      },
      now,
    )
    asked += 1
  }
  return asked
}

interface AskedFollowUp extends FollowUpQuestion {
  number: string
  answered: boolean
}

/** The question of this id with its point's number, or undefined. */
export async function findFollowUp(tx: Tx, id: number): Promise<AskedFollowUp | undefined> {
  const { followUpQuestions, followUpAnswers, points } = tx.tables
  const [row] = await tx
    .select({ question: followUpQuestions, number: points.number, answer: followUpAnswers.id })
    .from(followUpQuestions)
    .innerJoin(points, eq(points.id, followUpQuestions.pointId))
    .leftJoin(followUpAnswers, eq(followUpAnswers.questionId, followUpQuestions.id))
    .where(eq(followUpQuestions.id, id))
  return row && { ...row.question, number: row.number, answered: row.answer !== null }
}

/** The questions of a plan that nobody has answered, about points that this person answers for now: the latest of each point. */
export async function waitingFollowUps(tx: Tx, planId: number, personId: number): Promise<AskedFollowUp[]> {
  const { followUpQuestions, followUpAnswers, points } = tx.tables
  const rows = await tx
    .select({ question: followUpQuestions, number: points.number, answer: followUpAnswers.id })
    .from(followUpQuestions)
    .innerJoin(points, eq(points.id, followUpQuestions.pointId))
    .leftJoin(followUpAnswers, eq(followUpAnswers.questionId, followUpQuestions.id))
    .where(eq(followUpQuestions.planId, planId))
    .orderBy(asc(followUpQuestions.id))
  const latest = [...new Map(rows.map((row) => [row.question.pointId, row])).values()]
  const waiting: AskedFollowUp[] = []
  for (const { question, number, answer } of latest)
    if (answer === null && (await ownerOf(tx, question.pointId)) === personId)
      waiting.push({ ...question, number, answered: false })
  return waiting
}

/** Records what the receiver says. It stands beside the completed point; no status, no report and no count changes. */
export async function answerFollowUp(
  tx: Tx,
  plan: Pick<Plan, 'id'>,
  { id }: AskedFollowUp,
  { answer, text }: { answer: FollowUpAnswer; text: string },
  { personId, salt, now }: { personId: number; salt: () => string; now: Date },
): Promise<void> {
  const { memberships, followUpAnswers } = tx.tables
  const here = and(eq(memberships.planId, plan.id), eq(memberships.personId, personId))
  const [membership] = await tx.select().from(memberships).where(here).orderBy(desc(memberships.id))
  const by = {
    personId,
    function: membership?.function ?? '',
    organisationId: membership?.organisationId ?? null,
  }
  await tx.insert(followUpAnswers).values({
    planId: plan.id,
    questionId: id,
    answer,
    textId: await writeText(tx, plan.id, text, { by, now, salt }),
    recordedAt: now.toISOString(),
    recordedBy: personId,
    byFunction: by.function,
    byOrganisationId: by.organisationId,
  })
}

/** What has been answered in a plan, the first first: of which point, how many months after, what. */
export async function followUpAnswersIn(tx: Tx, planId: number) {
  const { followUpAnswers, followUpQuestions, points } = tx.tables
  return tx
    .select({
      id: followUpAnswers.id,
      number: points.number,
      months: followUpQuestions.months,
      answer: followUpAnswers.answer,
      textId: followUpAnswers.textId,
      recordedAt: followUpAnswers.recordedAt,
    })
    .from(followUpAnswers)
    .innerJoin(followUpQuestions, eq(followUpQuestions.id, followUpAnswers.questionId))
    .innerJoin(points, eq(points.id, followUpQuestions.pointId))
    .where(eq(followUpAnswers.planId, planId))
    .orderBy(asc(followUpAnswers.id))
}
