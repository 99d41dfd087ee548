import type { Tx } from '../database/database.ts'
import { Refused } from '../errors.ts'
import { findMember } from '../members/store.ts'
import type { Plan } from '../plans/store.ts'
import { pointsStanding } from '../points/standing.ts'
import { planNow } from '../reviews/store.ts'
import type { OwnerWhole } from './schema.ts'
import { holdingsOf } from './store.ts'

/** Who answers for a point now; 404 when the plan has no such number. */
export async function ownerWhole(tx: Tx, plan: Plan, number: string, now: Date): Promise<OwnerWhole> {
  const [point] = await pointsStanding(tx, plan.id, await planNow(tx, plan.id, now), number)
  if (!point) throw new Refused(404, 'not-found')
  const holding = (await holdingsOf(tx, plan.id)).get(point.id)
  const member = holding?.personId ? await findMember(tx, plan.id, holding.personId) : undefined
  const held = member?.memberships.find((one) => !one.endedAt)
  return {
    number: point.number,
    title: point.title,
    person: holding?.personId
      ? { id: holding.personId, name: member?.person.name ?? null, function: held?.function ?? null }
      : null,
    since: holding?.fromDay ?? null,
    note: holding?.note?.body ?? null,
  }
}
