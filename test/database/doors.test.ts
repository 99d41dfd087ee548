import { AsyncResource } from 'node:async_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../server/database/database.ts'
import { raiseInstallation } from '../../server/database/installation.ts'
import { opened, plantedFolder } from './given.ts'
import { listOrganisations } from '../../server/people/organisations.store.ts'

const doors = () => opened(plantedFolder())

/** Work of somebody who is in no transaction: another request. */
const somebodyElse = new AsyncResource('another request')

/** A write whose effect is easy to see. */
const add = (tx: Tx, code: string) =>
  tx.insert(tx.tables.organisations).values({ code, name: code, kind: 'kontor' })
const codes = async (tx: Tx) => (await listOrganisations(tx)).map((one) => one.code)

describe('a door inside a door', () => {
  test.for([
    ['write', 'write'],
    ['read', 'write'],
    ['write', 'read'],
    ['read', 'read'],
  ] as const)('db.%s inside db.%s throws at once instead of waiting for ever', async ([inner, outer]) => {
    const db = doors()
    const nested = db[outer](async () => db[inner](async (tx) => codes(tx)))
    await expect(nested).rejects.toThrow(`db.${inner} inside a transaction`)
  })

  test('undoes what the outer one had written, and both doors still open', async () => {
    const db = doors()
    const nested = db.write(async (tx) => {
      await add(tx, 'halvt')
      await db.write(async (other) => add(other, 'inuti'))
    })
    await expect(nested).rejects.toThrow('inside a transaction')
    await db.write(async (tx) => add(tx, 'efter'))
    const known = await db.read(codes)
    expect(known).toContain('efter')
    expect(known).not.toContain('halvt')
    expect(known).not.toContain('inuti')
  })
})

describe('db.write', () => {
  test('leaves nothing of a write that fails, also in the revisions, and says why', async () => {
    const db = doors()
    const before = await db.read(codes)
    const revisions = await db.revisions('psykisk-halsa')
    const failing = db.write(async (tx) => {
      await raiseInstallation(tx)
      await add(tx, 'halvt')
      throw new Error('mitt i')
    })
    await expect(failing).rejects.toThrow('mitt i')
    expect(await db.read(codes)).toEqual(before)
    expect(await db.revisions('psykisk-halsa')).toEqual(revisions)
  })

  test('leaves nothing when the database itself refuses a row', async () => {
    const db = doors()
    const before = await db.read(codes)
    const failing = db.write(async (tx) => {
      await add(tx, 'en-gang')
      await add(tx, 'en-gang')
    })
    await expect(failing).rejects.toThrow()
    expect(await db.read(codes)).toEqual(before)
  })

  test('takes one after the other, in the order they came, a failing one among them', async () => {
    const db = doors()
    const heard: string[] = []
    const write = (name: string) =>
      db.write(async (tx) => {
        heard.push(`${name} begins`)
        await codes(tx)
        await turn()
        if (name === 'två') throw new Error(name)
        await add(tx, name)
        heard.push(`${name} ends`)
        return name
      })
    const all = await Promise.allSettled(['ett', 'två', 'tre'].map(write))
    expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(heard).toEqual(['ett begins', 'ett ends', 'två begins', 'tre begins', 'tre ends'])
  })

  test('is seen by others when it is done, and not before: rows and revisions', async () => {
    const db = doors()
    const before = { known: await db.read(codes), revisions: await db.revisions(undefined) }
    const half = Promise.withResolvers<undefined>()
    const goOn = Promise.withResolvers<undefined>()
    const writing = db.write(async (tx) => {
      await raiseInstallation(tx)
      await add(tx, 'ny')
      half.resolve(undefined)
      await goOn.promise
    })
    await half.promise
    const meanwhile = { known: await db.read(codes), revisions: await db.revisions(undefined) }
    goOn.resolve(undefined)
    await writing
    expect(meanwhile).toEqual(before)
    expect(await db.read(codes)).toEqual([...before.known, 'ny'])
    expect(await db.revisions(undefined)).toEqual([before.revisions[0] + 1, before.revisions[1]])
  })
})

describe('db.read', () => {
  test('cannot write', async () => {
    const db = doors()
    const before = await db.read(codes)
    await expect(db.read(async (tx) => add(tx, 'smyg'))).rejects.toThrow()
    await expect(
      db.read(async (tx) => tx.update(tx.tables.plans).set({ revision: sql`revision + 1` })),
    ).rejects.toThrow()
    expect(await db.read(codes)).toEqual(before)
  })

  test('sees one moment, whatever is written meanwhile', async () => {
    const db = doors()
    const seen = await db.read(async (tx) => {
      const first = await codes(tx)
      await somebodyElse.runInAsyncScope(() => db.write(async (other) => add(other, 'nyss')))
      return [first, await codes(tx)] as const
    })
    expect(seen[0]).toEqual(seen[1])
    expect(await db.read(codes)).toEqual([...seen[0], 'nyss'])
  })

  test('answers twenty who come at once, four at a time', async () => {
    const db = doors()
    const gate = Promise.withResolvers<undefined>()
    let [inside, most] = [0, 0]
    const reads = Array.from({ length: 20 }, () =>
      db.read(async (tx) => {
        inside += 1
        most = Math.max(most, inside)
        const [plan] = await tx
          .select()
          .from(tx.tables.plans)
          .where(eq(tx.tables.plans.slug, 'psykisk-halsa'))
        await gate.promise
        inside -= 1
        return plan?.slug
      }),
    )
    await turn()
    expect(inside).toBe(4)
    gate.resolve(undefined)
    expect(await Promise.all(reads)).toEqual(Array.from({ length: 20 }, () => 'psykisk-halsa'))
    expect(most).toBe(4)
  })

  test('that fails leaves its place to the next', async () => {
    const db = doors()
    const failing = Array.from({ length: 8 }, () =>
      db.read(async () => {
        throw new Error('läsfel')
      }),
    )
    for (const one of failing) await expect(one).rejects.toThrow('läsfel')
    expect(await db.read(codes)).not.toEqual([])
  })
})
