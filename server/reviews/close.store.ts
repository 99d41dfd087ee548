import { asc, eq } from 'drizzle-orm'
import { dayOf } from '#domain/calendar.ts'
import { completion } from '#domain/completion.ts'
import { refuseClosure } from '#domain/review.ts'
import { activityTotals } from '../activities/listing.store.ts'
import { filesOfRecord } from '../files/attach.store.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { asFrozen, decisionsOf, recordDecision } from './decisions.store.ts'
import { Refused, refuseFor } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { lastClosedDay, planNow, listReviews } from '../plans/review-days.store.ts'
import { latestUpdateOf } from '../points/updates.store.ts'
import type { CompletionItem } from '../plans/schema.ts'
import { focusAreasOf } from '../plans/store.ts'
import type { NewClosure } from './schema.ts'
import { participantRows } from './json.ts'
import { chainHash, snapshotOf } from './snapshot.ts'
import { endMeeting } from './open-meeting.store.ts'
import { frozenComments } from './comments.store.ts'
import { listOrganisations } from '../people/organisations.store.ts'
import type { Plan } from '../database/plan.ts'

/**
 * Closes a review day: from now on its report can never change (F21). 409 `based-on-old` when somebody reported after the page was opened,
 * 422 when it lies ahead, is closed already, or an earlier one is open. What was decided and said at the meeting, what the claim decides besides,
 * and who took part are bound to the day; a meeting under way ends.
 */
export async function closeReview(
  tx: Tx,
  plan: Plan,
  term: string,
  claim: NewClosure,
  context: WriteContext,
): Promise<void> {
  const all = await listReviews(tx, plan.id)
  const review = all.find((one) => one.term === term)
  if (!review) throw new Refused('not-found')
  refuseFor(
    refuseClosure(
      { heldOn: review.heldOn, closedAt: review.closure?.closedAt ?? null },
      {
        today: dayOf(context.now),
        lastClosed: await lastClosedDay(tx, plan.id),
        open: all.filter((one) => !one.closure).map((one) => one.heldOn),
      },
    ),
  )
  const latest = await latestUpdateOf(tx, plan.id)
  if (claim.basedOn !== latest) throw new Refused('based-on-old', { current: { latestUpdate: latest } })
  const closedAt = context.now.toISOString()
  const standing = await pointsOnDay(tx, plan.id, review.heldOn)
  const known = new Set(standing.map((point) => point.number))
  for (const [index, decision] of (claim.decisions ?? []).entries())
    await recordDecision(tx, { planId: plan.id, reviewId: review.id, index, known }, decision, context)
  await endMeeting(tx, review.id, context)
  const previous = all.findLast((one) => one.closure)?.closure
  const organisations = await listOrganisations(tx)
  const closer = organisations.find((one) => one.id === context.by.organisationId)
  const areas = await focusAreasOf(tx, plan.id)
  const snapshot = snapshotOf({
    plan,
    areas: new Map(areas.map(({ id, number, title }) => [id, { number, title }])),
    term,
    heldOn: review.heldOn,
    closedAt,
    closedBy: {
      function: context.by.function,
      organisation: closer ? { code: closer.code, name: closer.name } : null,
    },
    basedOn: latest,
    standing,
    totals: await activityTotals(tx, plan.id, closedAt),
    files: await filesOfRecord(tx, plan.id, {
      after: previous?.closedAt ?? '',
      before: closedAt,
      updates: standing.flatMap(({ update }) => (update ? [update.id] : [])),
    }),
    previous: previous?.snapshot,
    decisions: (await decisionsOf(tx, review.id)).map(asFrozen),
    comments: await frozenComments(tx, review.id),
    participants: await participantRows(tx, review.id),
  })
  const text = JSON.stringify(snapshot)
  const previousHash = previous?.hash ?? ''
  await tx.insert(tx.tables.closures).values({
    planId: plan.id,
    reviewId: review.id,
    heldOn: review.heldOn,
    closedAt,
    closedBy: context.by.personId,
    basedOn: latest,
    snapshot: text,
    previousHash,
    hash: chainHash(previousHash, text),
  })
}

/**
 * How the count grew: at the adoption, at each closed review day as it was frozen, and now (F13). In order of day; the same items
 * behind the API, the dashboard, its chart and the plans' page.
 */
export async function completionItems(tx: Tx, plan: Plan, now: Date): Promise<CompletionItem[]> {
  const day = await planNow(tx, plan.id, now)
  const standing = await pointsOnDay(tx, plan.id, day)
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
