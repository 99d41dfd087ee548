import { and, asc, desc, eq, isNull, lt, max } from 'drizzle-orm'
import type { Day } from '#domain/calendar.ts'
import { refuseHelp } from '#domain/help.ts'
import { asksGently } from '#domain/readiness.ts'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { Refused, refuseFor, refusedField } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import { requirePoint, organisationId } from '../../points/store.ts'
import { recordNothingNew, updatesOf } from '../../points/updates.store.ts'
import { writeText } from '../../texts/store.ts'
import { note } from '../../trail/store.ts'
import { planNow, findReview } from '../../plans/review-days.store.ts'
import type { NewHelp, NewReply, NothingNew } from './schema.ts'
import type { Plan } from '../../database/plan.ts'

export type HelpRequest = Tables['helpRequests']['$inferSelect']
type HelpReply = Tables['helpReplies']['$inferSelect']

/**
 * Records *we need help* with a point (idea 19); its words are for those who lead the plan until it is taken up. Refuses no words, and an
 * organisation that is not there. Gives its id.
 */
export async function askForHelp(
  tx: Tx,
  plan: Plan,
  number: string,
  { text, onBehalfOf }: NewHelp,
  context: WriteContext,
): Promise<number> {
  const point = await requirePoint(tx, plan, number)
  refuseFor(refuseHelp(text))
  const [row] = await tx
    .insert(tx.tables.helpRequests)
    .values({
      planId: plan.id,
      pointId: point.id,
      textId: (await writeText(tx, plan.id, text, context))!,
      recordedAt: context.now.toISOString(),
      recordedBy: context.by.personId,
      byFunction: context.by.function,
      byOrganisationId: context.by.organisationId,
      onBehalfOfId: onBehalfOf ? await organisationId(tx, onBehalfOf, 'onBehalfOf') : null,
    })
    .returning({ id: tx.tables.helpRequests.id })
  note(context, { help: { after: row!.id } }, { object: 'point', objectId: number })
  return row!.id
}

/** Says what became of a request for help, once; 422 when that is said already, 404 when the plan has no such request or review day. */
export async function replyToHelp(
  tx: Tx,
  plan: Plan,
  id: number,
  { text, term }: NewReply,
  context: WriteContext,
): Promise<void> {
  const { helpReplies } = tx.tables
  const help = await findHelp(tx, plan.id, id)
  if (!help) throw new Refused('not-found')
  refuseFor(refuseHelp(text))
  if (help.reply) throw refusedField('help-answered', 'text')
  const review = term === undefined ? undefined : await findReview(tx, plan.id, term)
  if (term !== undefined && !review) throw new Refused('not-found')
  await tx.insert(helpReplies).values({
    planId: plan.id,
    helpId: id,
    reviewId: review?.id ?? null,
    textId: (await writeText(tx, plan.id, text, context))!,
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
    byFunction: context.by.function,
  })
}

/** A request for help of this plan, with its reply. */
export async function findHelp(
  tx: Tx,
  planId: number,
  id: number,
): Promise<{ help: HelpRequest; reply: HelpReply | null } | undefined> {
  const { helpRequests, helpReplies } = tx.tables
  const [row] = await tx
    .select({ help: helpRequests, reply: helpReplies })
    .from(helpRequests)
    .leftJoin(helpReplies, eq(helpReplies.helpId, helpRequests.id))
    .where(and(eq(helpRequests.id, id), eq(helpRequests.planId, planId)))
  return row
}

/** The latest help that is asked for and not replied to, by its point's id. */
export async function openHelp(tx: Tx, planId: number): Promise<Map<number, HelpRequest>> {
  const { helpRequests, helpReplies } = tx.tables
  const rows = await tx
    .select({ help: helpRequests })
    .from(helpRequests)
    .leftJoin(helpReplies, eq(helpReplies.helpId, helpRequests.id))
    .where(and(eq(helpRequests.planId, planId), isNull(helpReplies.id)))
    .orderBy(asc(helpRequests.id))
  return new Map(rows.map(({ help }) => [help.pointId, help]))
}

/** The requests for help with a point and what became of them, the latest first. */
export async function helpOf(
  tx: Tx,
  pointId: number,
): Promise<{ help: HelpRequest; reply: HelpReply | null }[]> {
  const { helpRequests, helpReplies } = tx.tables
  return tx
    .select({ help: helpRequests, reply: helpReplies })
    .from(helpRequests)
    .leftJoin(helpReplies, eq(helpReplies.helpId, helpRequests.id))
    .where(eq(helpRequests.pointId, pointId))
    .orderBy(desc(helpRequests.id))
}

/** The day of the last review day closed before this one, or null. */
export async function closedBefore(tx: Tx, planId: number, heldOn: Day): Promise<Day | null> {
  const { closures } = tx.tables
  const [row] = await tx
    .select({ heldOn: max(closures.heldOn) })
    .from(closures)
    .where(and(eq(closures.planId, planId), lt(closures.heldOn, heldOn)))
  return row?.heldOn ?? null
}

/** Whether *nothing new* was the last word about a point: then it is asked softly whether something stands in the way (idea 6). */
export async function wouldAskGently(tx: Tx, pointId: number): Promise<boolean> {
  const updates = await updatesOf(tx, pointId)
  const corrected = new Set(updates.map((update) => update.corrects))
  return asksGently(updates.filter(({ id }) => !corrected.has(id)).map(({ answer }) => answer))
}

/**
 * Records *nothing new since last* from today. The second time in a row it is 422 `nothing-new-again` – a question – until the claim says that it is
 * meant; else as `recordNothingNew` refuses. Gives the update's id.
 */
export async function answerNothingNew(
  tx: Tx,
  plan: Plan,
  number: string,
  { basedOn, holdsFrom, onBehalfOf, again = false }: NothingNew,
  context: WriteContext,
): Promise<number> {
  const point = await requirePoint(tx, plan, number)
  const day = holdsFrom ?? (await planNow(tx, plan.id, context.now))
  const claim = { basedOn, holdsFrom: day, onBehalfOf: onBehalfOf || undefined }
  const asks = !again && (await wouldAskGently(tx, point.id))
  const id = await recordNothingNew(tx, plan, number, claim, context)
  // After the rules, so that a conflict is told first; what was written is taken back with the transaction.
  if (asks) throw new Refused('nothing-new-again')
  return id
}
