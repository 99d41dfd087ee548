import { randomUUID } from 'node:crypto'
import { issueLink } from '../../server/people/links.store.ts'
import type { WriteContext } from '../../server/http/write-context.ts'
import { findPoint } from '../../server/points/store.ts'
import type { World } from '../support/world.ts'
import { plan } from './given.ts'
import { assignOwner } from '../support/by-address.ts'

export const publicUrl = 'https://plan.kommun.example'

/** As whom the tests arrange things. */
export const arranging = (all: World, personId: number): WriteContext => ({
  by: { personId, function: 'Folkhälsostrateg', organisationId: null },
  now: all.now,
  salt: all.parts.salt,
})

/** The reporter of the cast answers for these points, and nobody for the others. */
export async function owning(all: World, numbers: readonly string[]) {
  const reporter = await all.as('reporter')
  const strategist = await all.as('strategist')
  const context = arranging(all, strategist.personId)
  await all.db.write(async (tx) => {
    const points = await tx.select().from(tx.tables.points)
    for (const { number } of points.filter((one) => one.planId === 1)) {
      const personId = numbers.includes(number) ? reporter.personId : null
      await assignOwner(tx, 'psykisk-halsa', number, personId, '2023-11-15', context)
    }
  })
  /** A link of a mail to answer for one of them. */
  const linkTo = (number: string) =>
    all.db.write(async (tx) =>
      issueLink(
        tx,
        {
          purpose: 'answer',
          personId: reporter.personId,
          planId: 1,
          scope: String((await findPoint(tx, 1, number))!.id),
        },
        all.now,
      ),
    )
  /** Asks the API with a link instead of a session. */
  const by =
    (token: string) =>
    (url: string, payload: object, key: string = randomUUID()) =>
      all.app.inject({
        method: 'POST',
        url: url.startsWith('/') ? url : `${plan}/points/${url}`,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
        payload,
      })
  return { all, reporter, strategist, act: context, linkTo, by }
}
