import { asksGently } from '#domain/readiness.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../errors.ts'
import type { Act } from '../people/act.ts'
import { findPlan } from '../plans/store.ts'
import { findPoint } from '../points/store.ts'
import { recordNothingNew, updatesOf } from '../points/updates.ts'
import { planNow } from '../reviews/store.ts'
import type { NothingNew } from './schema.ts'

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
  slug: string,
  number: string,
  { basedOn, holdsFrom, onBehalfOf, again = false }: NothingNew,
  act: Act,
): Promise<number> {
  const plan = await findPlan(tx, slug)
  const point = plan && (await findPoint(tx, plan.id, number))
  if (!plan || !point) throw new Refused(404, 'not-found')
  const day = holdsFrom ?? (await planNow(tx, plan.id, act.now))
  const claim = { basedOn, holdsFrom: day, ...(onBehalfOf && { onBehalfOf }) }
  const asks = !again && (await wouldAskGently(tx, point.id))
  const id = await recordNothingNew(tx, slug, number, claim, act)
  // After the rules, so that a conflict is told first; what was written is taken back with the transaction.
  if (asks) throw new Refused(422, 'nothing-new-again')
  return id
}
