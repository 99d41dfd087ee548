import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addPerson } from '../../server/people/store.ts'
import { world, type World } from '../support/world.ts'
import { latestOf, plan, update } from './given.ts'

// Tests on PostgreSQL get the databases of those that were before them (test/support/postgres.ts).

/** A world that is left when the test says so. */
async function opened(empty = false): Promise<{ all: World; leave: () => Promise<void> }> {
  const closings: (() => Promise<void>)[] = []
  const all = await world({ empty, over: (close) => closings.push(close) })
  return { all, leave: async () => void (await Promise.all(closings.map((close) => close()))) }
}

const everything = ({ db }: World) =>
  db.read(async (tx) => {
    const tables: [string, unknown[]][] = []
    for (const [name, table] of Object.entries(tx.tables)) tables.push([name, await tx.select().from(table)])
    return tables
  })

const somebody = { name: 'Någon', email: 'nagon@example.se', organisationId: null, administrator: false }

async function write(all: World): Promise<number> {
  const strategist = await all.as('strategist')
  const noted = await strategist.post(
    `${plan}/points/15/updates`,
    update({ basedOn: await latestOf(strategist, '15') }),
  )
  expect(noted.statusCode).toBe(201)
  await all.db.write((tx) => tx.delete(tx.tables.sessions))
  const lost = all.db.write(async (tx) => {
    await addPerson(tx, somebody, all.now)
    throw new Error('taken back')
  })
  await expect(lost).rejects.toThrow('taken back')
  return all.db.write((tx) => addPerson(tx, { ...somebody, email: 'annan@example.se' }, all.now))
}

test('what one test has written the next does not find, nor that ids were given', async () => {
  const seen: unknown[] = []
  for (const _ of [1, 2, 3]) {
    const { all, leave } = await opened()
    seen.push([await everything(all), await write(all)])
    await leave()
  }
  expect(seen[1]).toEqual(seen[0])
  expect(seen[2]).toEqual(seen[0])
})

test('nor rows in another order where one that was there has been changed', async () => {
  const seen: unknown[] = []
  for (const _ of [1, 2]) {
    const { all, leave } = await opened()
    seen.push(await everything(all))
    await all.db.write(async (tx) => {
      const { people } = tx.tables
      const [first] = await tx.select().from(people).limit(1)
      await tx.update(people).set({ language: 'en' }).where(eq(people.id, first!.id))
    })
    await leave()
  }
  expect(seen[1]).toEqual(seen[0])
})

test('an empty one is empty for the next', async () => {
  const seen: unknown[] = []
  for (const _ of [1, 2]) {
    const { all, leave } = await opened(true)
    seen.push([await everything(all), await all.db.write((tx) => addPerson(tx, somebody, all.now))])
    await leave()
  }
  expect(seen[1]).toEqual(seen[0])
})
