import type { Day } from '#domain/calendar.ts'
import { dated } from '#words/format.ts'
import type { Tx } from '../database/database.ts'
import { heardIn } from '../members/heard.ts'
import type { Holding } from '../owners/store.ts'
import type { PageContext } from '../page.ts'
import type { Plan } from '../plans/store.ts'
import { toldOf } from '../plans/troubled.ts'
import type { Standing } from '../points/standing.ts'
import type { MyPlan } from './shapes.ts'

/** So many points without an owner are named at once; the page of people names them all. */
const mostNamed = 5

/** Points nobody answers for, and how many it is time to ask how it goes (F41, idea 15); names are seen only on the page of people. */
export async function peopleAsked(
  tx: Tx,
  plan: Plan,
  standing: readonly Standing[],
  day: Day,
): Promise<Pick<MyPlan, 'ownerless' | 'quiet'>> {
  const { ownerless, silentOwners, quietAmbassadors } = await heardIn(tx, plan, standing, day)
  const owners = silentOwners.size
  // Whoever is both is counted once.
  const ambassadors = [...quietAmbassadors].filter((id) => !silentOwners.has(id)).length
  return {
    ...(ownerless.length > 0 && {
      ownerless: {
        total: ownerless.length,
        items: ownerless.slice(0, mostNamed).map(({ number, title }) => ({ number, title })),
      },
    }),
    ...(owners + ambassadors > 0 && { quiet: { owners, ambassadors } }),
  }
}

/** What was written to somebody about points they took over, one entry for each hand-over, until something has been said about the points. */
export function handedOverTo(
  context: PageContext,
  owned: readonly Standing[],
  holdings: ReadonlyMap<number, Holding>,
): Pick<MyPlan, 'handedOver'> {
  const fresh = owned.flatMap((point) => {
    const holding = holdings.get(point.id)
    const note = toldOf(holding?.note ?? null, context)?.text
    return holding && note !== undefined && !holding.answered
      ? [{ number: point.number, note, day: holding.fromDay, noteId: holding.note?.id }]
      : []
  })
  if (fresh.length === 0) return {}
  return {
    handedOver: [...Map.groupBy(fresh, ({ noteId }) => noteId).values()].map((together) => ({
      points: together.map(({ number }) => number),
      day: dated(context.lang, together[0]!.day),
      note: together[0]!.note,
    })),
  }
}
