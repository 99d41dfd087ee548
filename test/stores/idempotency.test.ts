import { describe, expect, test } from 'vitest'
import type { Database } from '../../server/database/database.ts'
import { keepAnswer, requestHash, takeKey } from '../../server/http/idempotency.ts'
import { aDatabase, at, everything, refusalOf } from './given.ts'

const hash = requestHash('POST', '/api/v1/plans', { slug: 'en' })
const answer = { status: 201, body: '{"slug":"en"}' }

async function asked(db: Database, day: string, { person = 1, key = 'k', of = hash, told = answer } = {}) {
  return db.write(async (tx) => {
    const kept = await takeKey(tx, person, key, of, at(day))
    if (!kept) await keepAnswer(tx, person, key, told, at(day))
    return kept
  })
}

describe('a key', () => {
  test('used for another request is refused, and nothing is written', async () => {
    const { db } = await aDatabase()
    await asked(db, '2021-02-01')
    const before = await everything(db)
    const other = requestHash('POST', '/api/v1/plans', { slug: 'två' })
    const refusal = await refusalOf(db, (tx) => takeKey(tx, 1, 'k', other, at('2021-02-01')))
    expect(refusal).toEqual(['422 idempotency-key-reused'])
    expect(await everything(db)).toEqual(before)
  })

  test('gives the same answer however often the same is asked', async () => {
    const { db } = await aDatabase()
    expect(await asked(db, '2021-02-01')).toBeUndefined()
    for (const day of ['2021-02-01', '2021-04-30']) expect(await asked(db, day)).toMatchObject(answer)
    expect((await everything(db)).idempotencyKeys).toHaveLength(1)
  })

  test('is its person’s own: another’s same key is another', async () => {
    const { db } = await aDatabase()
    await asked(db, '2021-02-01')
    expect(await asked(db, '2021-02-01', { person: 2 })).toBeUndefined()
    expect(await asked(db, '2021-02-01', { key: 'l' })).toBeUndefined()
  })

  test('gives each person their own answer, also to the same request under the same key', async () => {
    const { db } = await aDatabase()
    const others = { status: 201, body: '{"slug":"andras"}' }
    await asked(db, '2021-02-01')
    expect(await asked(db, '2021-02-01', { person: 2, told: others })).toBeUndefined()
    expect(await asked(db, '2021-02-01')).toMatchObject({ ...answer, personId: 1 })
    expect(await asked(db, '2021-02-01', { person: 2 })).toMatchObject({ ...others, personId: 2 })
  })

  test('is free again when the work it was taken for came to nothing', async () => {
    const { db } = await aDatabase()
    const failing = db.write(async (tx) => {
      await takeKey(tx, 1, 'k', hash, at('2021-02-01'))
      throw new Error('mitt i')
    })
    await expect(failing).rejects.toThrow('mitt i')
    expect(await asked(db, '2021-02-01')).toBeUndefined()
  })

  test('is kept for ninety days, and let go by the next answer that is kept after them', async () => {
    const { db } = await aDatabase()
    await asked(db, '2021-02-01', { key: 'gammal' })
    await asked(db, '2021-05-02', { key: 'efter nittio dagar' })
    expect(await asked(db, '2021-05-02', { key: 'gammal' })).toMatchObject(answer)
    await asked(db, '2021-05-03', { key: 'efter nittioen' })
    const keys = (await everything(db)).idempotencyKeys!.map((row) => (row as { key: string }).key)
    expect(keys).toEqual(['efter nittio dagar', 'efter nittioen'])
  })
})

test('two requests are the same when method, address and body are', () => {
  expect(requestHash('POST', '/a', { x: 1 })).toBe(requestHash('POST', '/a', { x: 1 }))
  const others = [
    requestHash('PUT', '/a', { x: 1 }),
    requestHash('POST', '/b', { x: 1 }),
    requestHash('POST', '/a', { x: 2 }),
  ]
  expect(
    new Set([...others, requestHash('POST', '/a', undefined), requestHash('POST', '/a', { x: 1 })]).size,
  ).toBe(5)
  expect(requestHash('POST', '/a', undefined)).toBe(requestHash('POST', '/a', null))
})
