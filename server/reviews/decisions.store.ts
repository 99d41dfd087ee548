import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
// Only a name put before a table, the same on both engines.
import { alias } from 'drizzle-orm/sqlite-core'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { refusedField, type RefusalCode } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { NewDecision } from './schema.ts'
import type { SnapshotDecision } from './snapshot.ts'
import { readTexts, writeText } from '../texts/store.ts'
import { findOrganisation, listOrganisations } from '../people/organisations.store.ts'

type Row = Tables['decisions']['$inferSelect']

/** Where a decision is recorded: the day, the plan's points, and its place in what was sent, where several were. */
interface DecisionPlace {
  planId: number
  reviewId: number
  known: ReadonlySet<string>
  index?: number
}

/** A decision as a snapshot holds it, with its row. */
export interface StandingDecision extends SnapshotDecision {
  id: number
  recordedAt: string
}

/**
 * Records what was decided on a review day (F25), at the meeting or when it closes; one entered wrongly is replaced by another. Refuses a point,
 * an organisation or a replaced decision that is not there. Gives its id.
 */
export async function recordDecision(
  tx: Tx,
  { planId, reviewId, index, known }: DecisionPlace,
  { replaces, ...decision }: NewDecision & { replaces?: number | null },
  context: WriteContext,
): Promise<number> {
  const place = index === undefined ? '' : `decisions.${index}.`
  const refuse = (code: RefusalCode, field: string) => refusedField(code, `${place}${field}`)
  const points = decision.points ?? []
  if (points.some((number) => !known.has(number))) throw refuse('point-unknown', 'points')
  const code = decision.responsible?.organisation
  const organisation = code === undefined ? undefined : await findOrganisation(tx, code)
  if (code !== undefined && !organisation) throw refuse('organisation-unknown', 'responsible')
  if (replaces && !(await decisionsOf(tx, reviewId)).some(({ id }) => id === replaces))
    throw refuse('replaced-already', 'replaces')
  const { decisions } = tx.tables
  const [row] = await tx
    .insert(decisions)
    .values({
      planId,
      reviewId,
      textId: (await writeText(tx, planId, decision.text, context))!,
      responsibleId: organisation?.id ?? null,
      responsibleFunction: decision.responsible?.function ?? null,
      dueOn: decision.dueOn ?? null,
      replaces: replaces ?? null,
      points,
      recordedAt: context.now.toISOString(),
      recordedBy: context.by.personId,
    })
    .returning({ id: decisions.id })
  return row!.id
}

/** Withdraws what was entered as a decision and was none: a row that takes its place and says nothing. Refuses one that another has taken the place of. */
export async function withdrawDecision(
  tx: Tx,
  { planId, reviewId }: Pick<DecisionPlace, 'planId' | 'reviewId'>,
  id: number,
  context: WriteContext,
): Promise<void> {
  const found = (await decisionsOf(tx, reviewId)).find((one) => one.id === id)
  if (!found) throw refusedField('replaced-already', 'id')
  await tx.insert(tx.tables.decisions).values({
    planId,
    reviewId,
    textId: found.text.text,
    replaces: id,
    withdrawn: true,
    points: found.points,
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
  })
}

/** What was decided on a review day, in the order of recording, without what another has taken the place of and what was withdrawn. */
export async function decisionsOf(tx: Tx, reviewId: number): Promise<StandingDecision[]> {
  const { decisions } = tx.tables
  const later = alias(decisions, 'later')
  const rows = await tx
    .select({ decision: decisions })
    .from(decisions)
    .leftJoin(later, eq(later.replaces, decisions.id))
    .where(and(eq(decisions.reviewId, reviewId), isNull(later.id), isNull(decisions.withdrawn)))
    .orderBy(asc(decisions.id))
  return asRecorded(
    tx,
    rows.map(({ decision }) => decision),
  )
}

/** What was decided on closed review days of a plan and has not been answered as done: it comes back on the next agenda (idea 9). */
export async function openDecisions(tx: Tx, planId: number): Promise<StandingDecision[]> {
  const { closures, decisions, decisionAnswers } = tx.tables
  const later = alias(decisions, 'later')
  const rows = await tx
    .select({ decision: decisions })
    .from(decisions)
    .innerJoin(closures, eq(closures.reviewId, decisions.reviewId))
    .leftJoin(later, eq(later.replaces, decisions.id))
    .where(and(eq(decisions.planId, planId), isNull(later.id), isNull(decisions.withdrawn)))
    .orderBy(asc(decisions.id))
  const done = await tx
    .select({ decisionId: decisionAnswers.decisionId, done: decisionAnswers.done })
    .from(decisionAnswers)
    .where(
      and(
        eq(decisionAnswers.planId, planId),
        inArray(
          decisionAnswers.id,
          tx
            .select({ id: sql<number>`max(${decisionAnswers.id})` })
            .from(decisionAnswers)
            .groupBy(decisionAnswers.decisionId),
        ),
      ),
    )
    .orderBy(desc(decisionAnswers.id))
  const answered = new Set(done.filter((one) => one.done).map((one) => one.decisionId))
  return asRecorded(
    tx,
    rows.map(({ decision }) => decision).filter(({ id }) => !answered.has(id)),
  )
}

async function asRecorded(tx: Tx, rows: readonly Row[]): Promise<StandingDecision[]> {
  const texts = await readTexts(
    tx,
    rows.map((row) => row.textId),
  )
  const organisations = new Map((await listOrganisations(tx)).map((one) => [one.id, one]))
  return rows.map((row) => {
    const organisation = organisations.get(row.responsibleId ?? 0)
    return {
      id: row.id,
      recordedAt: row.recordedAt,
      text: { text: row.textId, sha256: texts.get(row.textId)!.sha256 },
      responsible: {
        organisation: organisation ? { code: organisation.code, name: organisation.name } : null,
        function: row.responsibleFunction,
      },
      dueOn: row.dueOn,
      points: row.points,
    }
  })
}

/** The same as a snapshot holds it: without what is the row's alone. */
export const asFrozen = ({ text, responsible, dueOn, points }: StandingDecision): SnapshotDecision => ({
  text,
  responsible,
  dueOn,
  points,
})
