import { dayOf, type Day } from '#domain/calendar.ts'
import { periodState } from '#domain/period.ts'
import { isQuiet } from '#domain/silence.ts'
import { statuses } from '#domain/status.ts'
import { shownFreshness } from '#domain/freshness.ts'
import type { Tx } from '../database/database.ts'
import type { Holding } from '../points/owners/store.ts'
import type { Plan } from '../database/plan.ts'
import type { PointOnDay } from '../points/state-on-day.store.ts'
import { membersOf, type Member, mayOwn } from './members.store.ts'

/** The people of a plan and how they are heard from, for those who lead it. */
export interface LastActive {
  members: Member[]
  holdings: ReadonlyMap<number, Holding>
  /** Open points that nobody answers for: never given to anybody, handed to nobody, or held by somebody who has left (F41). */
  ownerless: PointOnDay[]
  /** Those who answer for an open point about which it is long since anybody said a word, counted from the day they took over. */
  silentOwners: Set<number>
  /** Ambassadors who have logged nothing this term, when it is time to ask (idea 9). */
  quietAmbassadors: Set<number>
}

/** What is known of the plan's points on a day, and who answers for them by the point's id. */
interface Known {
  standing: readonly PointOnDay[]
  holdings: ReadonlyMap<number, Holding>
  day: Day
}

/** Who is there, which open points nobody answers for, and whom it is time to ask how it goes. In a plan whose time is over nobody is asked. */
export async function lastActiveIn(
  tx: Tx,
  plan: Plan,
  { standing, holdings, day }: Known,
): Promise<LastActive> {
  const members = await membersOf(tx, plan.id)
  const state = periodState({ from: plan.periodFrom, to: plan.periodTo }, day)
  const owners = new Set(members.filter(mayOwn).map(({ person }) => person.id))
  const held = (point: PointOnDay) => {
    const holding = holdings.get(point.id)
    return holding?.personId && owners.has(holding.personId)
      ? { ...holding, personId: holding.personId }
      : undefined
  }
  const open = standing.filter((point) => statuses[point.status].open)
  return {
    members,
    holdings,
    ownerless: open.filter((point) => !held(point)),
    silentOwners: new Set(
      open.flatMap((point) => {
        const holding = held(point)
        return holding && shownFreshness(plan, point, day, holding.fromDay) ? [holding.personId] : []
      }),
    ),
    quietAmbassadors: new Set(
      state === 'running'
        ? members.filter((member) => quiet(member, day)).map(({ person }) => person.id)
        : [],
    ),
  }
}

function quiet({ person, memberships, loggedAt, updatedAt }: Member, day: Day): boolean {
  const [first] = memberships.filter((held) => held.role === 'ambassador' && !held.endedAt)
  if (!first || person.deactivatedAt) return false
  const last = [loggedAt, updatedAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1)
  return isQuiet(
    { since: dayOf(new Date(first.createdAt)), lastOn: last ? dayOf(new Date(last)) : null },
    day,
  )
}
