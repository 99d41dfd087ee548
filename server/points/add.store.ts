import { dayOf } from '#domain/calendar.ts'
import { correctionDay } from '#domain/history.ts'
import { areaNamed, refusePoint, refuseWording, type PointContext } from '#domain/point.ts'
import type { Tx } from '../database/database.ts'
import { isUniqueViolation } from '../database/problem.ts'
import type { Tables } from '../database/tables.ts'
import { refuseFor, refusedField } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import { focusAreasOf, type FocusArea } from '../plans/store.ts'
import type { NewPoint, NewWording } from './schema.ts'
import { lastPosition, pointsOf, wordingOf, type Point, requirePoint } from './store.ts'
import { lastClosedDay } from '../plans/review-days.store.ts'
import { listOrganisations } from '../people/organisations.store.ts'
import type { Plan } from '../database/plan.ts'

/** What adding asks of a plan, read once for a whole list. */
interface Adding {
  plan: Plan
  lastClosed: string | null
  areas: FocusArea[]
  organisationIds: Map<string, number>
  rules: PointContext
}

/** Whether what was adopted is settled: everybody can read it, or a review day has counted it. */
export const isSettled = (plan: Pick<Plan, 'publishedAt'>, lastClosed: string | null): boolean =>
  plan.publishedAt !== null || lastClosed !== null

async function addingTo(tx: Tx, plan: Plan, context: WriteContext): Promise<Adding> {
  const lastClosed = await lastClosedDay(tx, plan.id)
  const areas = await focusAreasOf(tx, plan.id)
  const organisations = await listOrganisations(tx)
  return {
    plan,
    lastClosed,
    areas,
    organisationIds: new Map(organisations.map(({ code, id }) => [code, id])),
    rules: {
      adoptedOn: plan.adoptedOn,
      today: dayOf(context.now),
      settled: isSettled(plan, lastClosed),
      numbers: (await pointsOf(tx, plan.id)).map(({ number }) => number),
      organisations: organisations.map(({ code }) => code),
      areas,
    },
  }
}

/**
 * Adds a point with its first words (F02). Without a decision it belongs to the adopted ones, which only a plan that is not yet published
 * takes, and only before its first review day has closed; with one it was added later and is counted apart. 422 with every reason when a rule
 * refuses it, a number that was ever used among them (F03).
 */
export async function addPoint(tx: Tx, plan: Plan, added: NewPoint, context: WriteContext): Promise<Point> {
  const adding = await addingTo(tx, plan, context)
  refuseFor(refusePoint(added, adding.rules))
  return insertPoint(tx, adding, added, (await lastPosition(tx, adding.plan.id)) + 1, context)
}

/** Adds a whole list, or nothing: 422 with every reason, each field named by its place in the list (`points.3.number`). */
export async function addPoints(
  tx: Tx,
  plan: Plan,
  added: readonly NewPoint[],
  context: WriteContext,
): Promise<Point[]> {
  const adding = await addingTo(tx, plan, context)
  const numbers = [...adding.rules.numbers]
  refuseFor(
    added.flatMap((point, index) => {
      const refusals = refusePoint(point, { ...adding.rules, numbers })
      numbers.push(point.number)
      return refusals.map((one) => ({ ...one, field: `points.${index}.${one.field}` }))
    }),
  )
  const last = await lastPosition(tx, adding.plan.id)
  const points: Point[] = []
  for (const [index, point] of added.entries()) {
    points.push(await insertPoint(tx, adding, point, last + 1 + index, context))
  }
  return points
}

/** Writes a point that no rule refuses, its first words, and who takes part. */
async function insertPoint(
  tx: Tx,
  { plan, lastClosed, areas, organisationIds }: Adding,
  added: NewPoint,
  position: number,
  context: WriteContext,
): Promise<Point> {
  const { wordings, takesPart } = tx.tables
  const recorded = { recordedAt: context.now.toISOString(), recordedBy: context.by.personId }
  const addedOn = added.decision?.on ?? plan.adoptedOn
  const point = await insertRow(tx, {
    planId: plan.id,
    number: added.number,
    position,
    focusAreaId: areaNamed(added.focusArea, areas)?.id ?? null,
    adopted: !added.decision,
    addedOn,
    leadId: organisationIds.get(added.lead.organisation)!,
    leadFunction: added.lead.function ?? null,
    startsOn: added.startsOn ?? null,
    firstDueOn: added.dueOn ?? null,
    activityCount: 0,
    ...recorded,
  })
  await tx.insert(wordings).values({
    planId: plan.id,
    pointId: point.id,
    title: added.title,
    description: added.description ?? null,
    intendedEffect: added.intendedEffect ?? null,
    // What a closed review day counted stays: a point decided in its round shows in the next.
    holdsFrom: correctionDay(addedOn, lastClosed),
    decidedBy: added.decision?.by ?? plan.adoptedBy,
    decidedOn: addedOn,
    decisionReference: added.decision?.reference ?? plan.paragraph,
    ...recorded,
  })
  const partners = [...new Set(added.takesPart ?? [])]
  for (const [order, code] of partners.entries()) {
    const organisationId = organisationIds.get(code)!
    await tx.insert(takesPart).values({ pointId: point.id, organisationId, position: order })
  }
  return point
}

async function insertRow(tx: Tx, row: Tables['points']['$inferInsert']): Promise<Point> {
  try {
    const [point] = await tx.insert(tx.tables.points).values(row).returning()
    return point!
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw refusedField('number-taken', 'number')
  }
}

/**
 * Changes a point's words by a decision; the old ones stay readable (F06). They hold from the day of the decision, after the last closed review
 * day. 422 with every reason, 404 for a point that is not there.
 */
export async function reviseWording(
  tx: Tx,
  plan: Plan,
  number: string,
  revised: NewWording,
  context: WriteContext,
): Promise<void> {
  const point = await requirePoint(tx, plan, number)
  const lastClosed = await lastClosedDay(tx, plan.id)
  const current = await wordingOf(tx, point.id)
  refuseFor(refuseWording(revised, { from: point.addedOn, today: dayOf(context.now), current }))
  await tx.insert(tx.tables.wordings).values({
    planId: plan.id,
    pointId: point.id,
    title: revised.title,
    description: revised.description ?? null,
    intendedEffect: revised.intendedEffect ?? null,
    holdsFrom: correctionDay(revised.decision.on, lastClosed),
    decidedBy: revised.decision.by,
    decidedOn: revised.decision.on,
    decisionReference: revised.decision.reference,
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
  })
}
