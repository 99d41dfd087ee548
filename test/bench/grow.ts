import type { Database } from '../../server/database/database.ts'
import { peopleWithRole } from '../../server/people/store.ts'
import { logActivity } from '../support/by-address.ts'

const inOneWrite = 2_000

/** Logs so many activities more in the example plan, through the store, spread over its points. */
export async function grow(db: Database, activities: number): Promise<void> {
  for (let done = 0; done < activities; done += inOneWrite) {
    await db.write(async (tx) => {
      const [person] = await peopleWithRole(tx, 'ambassador')
      const by = { personId: person!.id, function: 'Skolkurator', organisationId: person!.organisationId }
      const act = { by, now: new Date('2023-11-20T09:00:00Z'), salt: () => 'bench' }
      for (let n = done; n < Math.min(done + inOneWrite, activities); n += 1) {
        const what = `Träff nummer ${n} i föräldragruppen.`
        await logActivity(
          tx,
          'psykisk-halsa',
          { point: String((n % 25) + 1), what, happenedOn: '2023-11-07', participants: n % 30 },
          act,
        )
      }
    })
  }
}
