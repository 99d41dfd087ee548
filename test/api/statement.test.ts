import { eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../server/database/database.ts'
import { statement, statementForMany, type Given } from '../../server/database/statement.ts'
import { listOrganisations } from '../../server/organisations/store.ts'
import { readTexts } from '../../server/texts/store.ts'
import { world } from '../support/world.ts'

const named = statement((tx, { code }: Given<{ code: string }>) => {
  const { organisations } = tx.tables
  return tx.select().from(organisations).where(eq(organisations.code, code))
})

const namedAny = statementForMany((tx, codes) => {
  const { organisations } = tx.tables
  return tx.select().from(organisations).where(inArray(organisations.code, codes))
})

describe('a statement told once', () => {
  test('is asked with the values of each time, in one transaction and the next, many at once', async () => {
    const { db } = await world()
    const codes = (await db.read(listOrganisations)).map((one) => one.code)
    const ask = (tx: Tx) => Promise.all(codes.map(async (code) => (await named(tx, { code }))[0]?.code))
    const answers = await Promise.all(Array.from({ length: 8 }, () => db.read(ask)))
    for (const answer of answers) expect(answer).toEqual(codes)
    expect(await db.write(ask)).toEqual(codes)
  })

  test('sees what its own transaction has written, and not what another has', async () => {
    const { db } = await world()
    const before = await db.read((tx) => named(tx, { code: 'ny' }))
    const inside = await db.write(async (tx) => {
      await tx.insert(tx.tables.organisations).values({ code: 'ny', name: 'Ny', kind: 'kontor' })
      return named(tx, { code: 'ny' })
    })
    expect([before.length, inside.length]).toEqual([0, 1])
  })

  test('is given a list of any length, each value once', async () => {
    const { db } = await world()
    const codes = (await db.read(listOrganisations)).map((one) => one.code)
    for (const asked of [[], codes.slice(0, 1), codes.slice(0, 3), [...codes, ...codes, 'ingen']]) {
      const found = await db.read((tx) => namedAny(tx, asked))
      const wanted = codes.filter((code) => asked.includes(code))
      expect(found.map((one) => one.code).toSorted()).toEqual(wanted.toSorted())
    }
    const ids = Array.from({ length: 1000 }, (_none, index) => index + 1)
    const texts = await db.read((tx) => readTexts(tx, [...ids, null, ...ids]))
    const all = await db.read((tx) => tx.select().from(tx.tables.texts))
    expect([...texts.keys()].toSorted()).toEqual(all.flatMap(({ id }) => (id <= 1000 ? [id] : [])).toSorted())
  })
})
