import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SlowWrite } from '../../server/database/database.ts'
import { openDatabase } from '../../server/database/open.ts'
import { byHand, now, opened, plantedFolder } from './given.ts'
import { listOrganisations } from '../../server/people/organisations.store.ts'

describe('closing the doors', () => {
  test('waits for those who are reading, and for those who wait to', async () => {
    const db = openDatabase({ folder: plantedFolder(), now })
    const gate = Promise.withResolvers<undefined>()
    const reads = Array.from({ length: 6 }, () =>
      db.read(async (tx) => {
        await gate.promise
        return (await listOrganisations(tx)).length
      }),
    )
    const closed = db.close()
    gate.resolve(undefined)
    expect(new Set(await Promise.all(reads)).size).toBe(1)
    await closed
    await expect(db.read(async () => undefined)).rejects.toThrow('not open')
  })

  test('waits for those who are writing', async () => {
    const folder = plantedFolder()
    const db = openDatabase({ folder, now })
    const writes = ['ett', 'två', 'tre'].map((code) =>
      db.write(async (tx) => {
        await tx.insert(tx.tables.organisations).values({ code, name: code, kind: 'kontor' })
      }),
    )
    await db.close()
    await Promise.all(writes)
    const known = await opened(folder).read(listOrganisations)
    expect(known.slice(-3).map((one) => one.code)).toEqual(['ett', 'två', 'tre'])
  })
})

test('closing twice is closing once', async () => {
  const db = openDatabase({ folder: plantedFolder(), now })
  await Promise.all([db.close(), db.close()])
  expect(await db.close()).toBeUndefined()
})

test('every connection is set as the house wants it', () => {
  const connection = byHand(plantedFolder())
  const set = (name: string) => connection.pragma(name, { simple: true })
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'secure_delete']
  // Synchronous 2 is FULL: an acknowledged write is a written write.
  expect(names.map(set)).toEqual(['wal', 2, 1, 1, 1])
})

describe('a write that keeps all others waiting', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function toldOf(milliseconds: number, end: () => void = () => undefined): Promise<SlowWrite[]> {
    const told: SlowWrite[] = []
    const db = opened(plantedFolder(), { onSlowWrite: (slow) => told.push(slow) })
    const write = db.write(async () => {
      vi.advanceTimersByTime(milliseconds)
      end()
    })
    await write.catch(() => undefined)
    return told
  }

  test('is not told of while it takes five seconds or less', async () => {
    expect(await toldOf(5000)).toEqual([])
  })

  test('is told of when it takes longer, with how long', async () => {
    expect(await toldOf(5001)).toEqual([{ milliseconds: 5001 }])
  })

  test('is told of also when it came to nothing', async () => {
    const told = await toldOf(7000, () => {
      throw new Error('för sent')
    })
    expect(told).toEqual([{ milliseconds: 7000 }])
  })
})
