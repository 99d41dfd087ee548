import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { plan } from './given.ts'

const activity = (what: string) => ({ point: '1', what, happenedOn: '2023-11-16' })

describe('a public answer', () => {
  test('tells of what was acknowledged before it was asked for, however many ask in the same turn', async () => {
    const { as, anybody } = await world()
    const ambassador = await as('ambassador')
    const kept = () => anybody.get(`${plan}/activities`)
    await kept()
    for (const name of ['ett', 'två', 'tre']) {
      const meanwhile = Array.from({ length: 20 }, kept)
      const logged = await ambassador.post(`${plan}/activities`, activity(`Träff ${name}.`))
      const { id } = logged.json<{ activity: { id: number } }>().activity
      const after = await Promise.all(Array.from({ length: 20 }, kept))
      for (const answer of after) expect(answer.json<{ items: { id: number }[] }>().items[0]!.id).toBe(id)
      await Promise.all(meanwhile)
    }
  })

  test('does not tell the revision of one plan as that of another, asked in the same turn', async () => {
    const { db } = await world()
    const [all, example, none] = await Promise.all([
      db.revisions(undefined),
      db.revisions('psykisk-halsa'),
      db.revisions('finns-inte'),
    ])
    expect(example[1]).toBeGreaterThan(0)
    expect([all[1], none[1]]).toEqual([example[1], 0])
  })
})
