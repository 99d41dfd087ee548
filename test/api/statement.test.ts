import { and, eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../server/database/database.ts'
import { statement, statementForMany, type Given } from '../../server/database/statement.ts'
import { readTexts } from '../../server/texts/store.ts'
import { world } from '../support/world.ts'
import { listOrganisations } from '../../server/people/organisations.store.ts'

const named = statement((tx, { code }: Given<{ code: string }>) => {
  const { organisations } = tx.tables
  return tx.select().from(organisations).where(eq(organisations.code, code))
})

const namedAny = statementForMany((tx, codes) => {
  const { organisations } = tx.tables
  return tx.select().from(organisations).where(inArray(organisations.code, codes))
})

/** Rows of every kind: flags, JSON, expressions, one table's values under a name, and joined rows that are there for some and not for others. */
const ofEveryKind = [
  (tx: Tx) => tx.select().from(tx.tables.plans),
  (tx: Tx) => {
    const { people, memberships } = tx.tables
    return tx
      .select()
      .from(people)
      .leftJoin(memberships, eq(memberships.personId, people.id))
      .orderBy(people.id)
  },
  (tx: Tx) => {
    const { organisations, updates, points } = tx.tables
    return tx
      .select({
        id: points.id,
        adopted: points.adopted,
        lead: { code: organisations.code, name: organisations.name, twice: sql<number>`${points.id} * 2` },
        told: { reason: updates.reasonId, id: updates.id, day: updates.holdsFrom },
        both: { point: points.number, update: updates.id },
        counted: sql<number>`count(*) over ()`.mapWith(Number),
      })
      .from(points)
      .innerJoin(organisations, eq(organisations.id, points.leadId))
      .leftJoin(updates, and(eq(updates.pointId, points.id), eq(updates.status, 'closed')))
      .orderBy(points.id, updates.id)
  },
]

describe('a statement told once', () => {
  test('gives the very rows that drizzle makes of the same', async () => {
    const { db } = await world()
    for (const build of ofEveryKind) {
      const told = statement(build as Parameters<typeof statement<object, object[]>>[0])
      const [made, wanted] = await db.read(async (tx): Promise<object[][]> => [
        await told(tx, {}),
        await build(tx),
      ])
      expect(wanted!.length).toBeGreaterThan(0)
      expect(JSON.stringify(made)).toBe(JSON.stringify(wanted))
      expect(made).toEqual(wanted)
    }
  })

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
