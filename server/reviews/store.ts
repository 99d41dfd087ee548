import { asc, eq } from 'drizzle-orm'
import { dayOf } from '#domain/calendar.ts'
import { nowOn, refuseClosure, refuseReview } from '#domain/review.ts'
import { completion } from '#domain/completion.ts'
import { freeTerm } from '#domain/term.ts'
import { activityTotals } from '../activities/standing.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refuseFor, refusedField, type RefusalCode } from '../errors.ts'
import { findOrganisation, listOrganisations } from '../organisations/store.ts'
import type { Act } from '../people/act.ts'
import { pointsStanding } from '../points/standing.ts'
import { lastClosedDay } from '../points/store.ts'
import { latestUpdateOf } from '../points/updates.ts'
import { focusAreasOf, lockPlan, type Plan } from '../plans/store.ts'
import type { CompletionItem } from '../plans/schema.ts'
import { readTexts, writeText } from '../texts/store.ts'
import { chainHash, snapshotOf, type Snapshot, type SnapshotDecision } from './snapshot.ts'
import type { NewClosure, NewDecision, NewReview } from './schema.ts'

export type ReviewRecord = Tables['reviews']['$inferSelect']

/** A review day and, when it is closed, what was frozen. */
export interface Review {
  id: number
  term: string
  heldOn: string
  closure: Closure | null
}

export interface Closure {
  closedAt: string
  hash: string
  previousHash: string
  /** The stored text, byte for byte. */
  text: string
  snapshot: Snapshot
}

/** The plan's review days in order of day, closed and planned. */
export async function listReviews(tx: Tx, planId: number): Promise<Review[]> {
  const { reviews, closures } = tx.tables
  const rows = await tx
    .select({ review: reviews, closure: closures })
    .from(reviews)
    .leftJoin(closures, eq(closures.reviewId, reviews.id))
    .where(eq(reviews.planId, planId))
    .orderBy(asc(reviews.heldOn))
  return rows.map(({ review, closure }) => ({
    id: review.id,
    term: review.term,
    heldOn: review.heldOn,
    closure: closure && {
      closedAt: closure.closedAt,
      hash: closure.hash,
      previousHash: closure.previousHash,
      text: closure.snapshot,
      snapshot: JSON.parse(closure.snapshot) as Snapshot,
    },
  }))
}

/** The review day of this term, or undefined. */
export async function findReview(tx: Tx, planId: number, term: string): Promise<Review | undefined> {
  return (await listReviews(tx, planId)).find((review) => review.term === term)
}

/** The day `now` means in a plan: today, or the day after the last closed review day when that is later. */
export async function planNow(tx: Tx, planId: number, now: Date): Promise<string> {
  return nowOn(dayOf(now), await lastClosedDay(tx, planId))
}

/** Sets a review day (F20). Without a term it takes the first free one of its day. Gives the term. */
export async function planReview(tx: Tx, slug: string, claim: NewReview, act: Act): Promise<string> {
  const plan = await lockPlan(tx, slug)
  const reviews = await listReviews(tx, plan.id)
  refuseFor(refuseReview(claim, await contextOf(tx, plan, reviews)))
  const term =
    claim.term ??
    freeTerm(
      claim.heldOn,
      reviews.map((review) => review.term),
    )
  await tx.insert(tx.tables.reviews).values({
    planId: plan.id,
    term,
    heldOn: claim.heldOn,
    createdAt: act.now.toISOString(),
    createdBy: act.by.personId,
  })
  return term
}

/** Moves a review day that is not closed; its term, which is its address, stays. */
export async function moveReview(tx: Tx, slug: string, term: string, heldOn: string): Promise<void> {
  const plan = await lockPlan(tx, slug)
  const all = await listReviews(tx, plan.id)
  const review = all.find((one) => one.term === term)
  if (!review) throw new Refused(404, 'not-found')
  if (review.closure) throw refusedField('review-closed', 'heldOn')
  const others = all.filter((one) => one !== review)
  refuseFor(refuseReview({ heldOn }, await contextOf(tx, plan, others)))
  await tx.update(tx.tables.reviews).set({ heldOn }).where(eq(tx.tables.reviews.id, review.id))
}

const contextOf = async (tx: Tx, plan: Plan, reviews: readonly Review[]) => ({
  adoptedOn: plan.adoptedOn,
  lastClosed: await lastClosedDay(tx, plan.id),
  reviews: reviews.map(({ heldOn, term }) => ({ heldOn, term })),
})

/**
 * Closes a review day: from now on its report can never change (F21). 409 `based-on-old` when somebody reported after the page was opened,
 * 422 when it lies ahead, is closed already, or an earlier one is open. The decisions are bound to the day.
 */
export async function closeReview(
  tx: Tx,
  slug: string,
  term: string,
  claim: NewClosure,
  act: Act,
): Promise<void> {
  const plan = await lockPlan(tx, slug)
  const all = await listReviews(tx, plan.id)
  const review = all.find((one) => one.term === term)
  if (!review) throw new Refused(404, 'not-found')
  refuseFor(
    refuseClosure(
      { heldOn: review.heldOn, closedAt: review.closure?.closedAt ?? null },
      {
        today: dayOf(act.now),
        lastClosed: await lastClosedDay(tx, plan.id),
        open: all.filter((one) => !one.closure).map((one) => one.heldOn),
      },
    ),
  )
  const latest = await latestUpdateOf(tx, plan.id)
  if (claim.basedOn !== latest) throw new Refused(409, 'based-on-old', { current: { latestUpdate: latest } })
  const closedAt = act.now.toISOString()
  const standing = await pointsStanding(tx, plan.id, review.heldOn)
  const known = new Set(standing.map((point) => point.number))
  const decisions: SnapshotDecision[] = []
  for (const [index, decision] of (claim.decisions ?? []).entries()) {
    decisions.push(await recordDecision(tx, plan.id, review.id, decision, index, known, act))
  }
  const previous = all.findLast((one) => one.closure)?.closure
  const organisations = await listOrganisations(tx)
  const closer = organisations.find((one) => one.id === act.by.organisationId)
  const areas = await focusAreasOf(tx, plan.id)
  const snapshot = snapshotOf({
    plan,
    areas: new Map(areas.map(({ id, number, title }) => [id, { number, title }])),
    term,
    heldOn: review.heldOn,
    closedAt,
    closedBy: {
      function: act.by.function,
      organisation: closer ? { code: closer.code, name: closer.name } : null,
    },
    basedOn: latest,
    standing,
    totals: await activityTotals(tx, plan.id, closedAt),
    previous: previous?.snapshot,
    decisions,
  })
  const text = JSON.stringify(snapshot)
  const previousHash = previous?.hash ?? ''
  await tx.insert(tx.tables.closures).values({
    planId: plan.id,
    reviewId: review.id,
    heldOn: review.heldOn,
    closedAt,
    closedBy: act.by.personId,
    basedOn: latest,
    snapshot: text,
    previousHash,
    hash: chainHash(previousHash, text),
  })
}

async function recordDecision(
  tx: Tx,
  planId: number,
  reviewId: number,
  decision: NewDecision,
  index: number,
  known: ReadonlySet<string>,
  act: Act,
): Promise<SnapshotDecision> {
  const refuse = (code: RefusalCode, field: string) => refusedField(code, `decisions.${index}.${field}`)
  const points = decision.points ?? []
  if (points.some((number) => !known.has(number))) throw refuse('point-unknown', 'points')
  const code = decision.responsible?.organisation
  const organisation = code === undefined ? undefined : await findOrganisation(tx, code)
  if (code !== undefined && !organisation) throw refuse('organisation-unknown', 'responsible')
  const responsibleFunction = decision.responsible?.function ?? null
  const textId = (await writeText(tx, planId, decision.text, act))!
  await tx.insert(tx.tables.decisions).values({
    planId,
    reviewId,
    textId,
    responsibleId: organisation?.id ?? null,
    responsibleFunction,
    dueOn: decision.dueOn ?? null,
    points,
    recordedAt: act.now.toISOString(),
    recordedBy: act.by.personId,
  })
  const said = (await readTexts(tx, [textId])).get(textId)!
  return {
    text: { text: textId, sha256: said.sha256 },
    responsible: {
      organisation: organisation ? { code: organisation.code, name: organisation.name } : null,
      function: responsibleFunction,
    },
    dueOn: decision.dueOn ?? null,
    points,
  }
}

/**
 * How the count grew: at the adoption, at each closed review day as it was frozen, and now (F13). In order of day; the same items
 * behind the API, the dashboard, its chart and the plans' page.
 */
export async function completionItems(tx: Tx, plan: Plan, now: Date): Promise<CompletionItem[]> {
  const day = await planNow(tx, plan.id, now)
  const standing = await pointsStanding(tx, plan.id, day)
  const adopted = standing
    .filter((point) => point.adopted)
    .map(() => ({ status: 'not_started' as const, adopted: true }))
  const closed = (await listReviews(tx, plan.id)).flatMap(({ term, heldOn, closure }) =>
    closure ? [{ kind: 'review' as const, term, day: heldOn, completion: closure.snapshot.completion }] : [],
  )
  return [
    { kind: 'adopted', term: null, day: plan.adoptedOn, completion: completion(adopted) },
    ...closed,
    { kind: 'now', term: null, day, completion: completion(standing) },
  ]
}

/** Every closure of a plan in order of day, as stored: what `verify` recomputes. */
export async function closuresOf(tx: Tx, planId: number): Promise<Tables['closures']['$inferSelect'][]> {
  const { closures } = tx.tables
  return tx.select().from(closures).where(eq(closures.planId, planId)).orderBy(asc(closures.heldOn))
}
