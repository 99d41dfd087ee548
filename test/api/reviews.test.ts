import { describe, expect, test } from 'vitest'
import { chainHash } from '../../server/reviews/snapshot.ts'
import { world } from '../support/world.ts'
import { codesOf, embedded, latestOf, plan, update } from './given.ts'

interface Whole {
  term: string
  latestUpdate: number
  hash: string
  previousHash: string
  snapshot: string
  completion: { completed: number }
}

describe('planning a review day', () => {
  test.each(['reporter', 'ambassador', 'reader'] as const)('is not for the %s', async (role) => {
    const { as, rows } = await world()
    const member = await as(role)
    const before = await rows()
    const answer = await member.post(`${plan}/reviews`, { heldOn: '2023-12-01' })
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([403, 'not-allowed'])
    expect(await rows()).toEqual(before)
  })

  test.each<[string, object, string]>([
    ['a day that is none', { heldOn: '2023-13-01' }, 'held-on-not-a-day heldOn'],
    ['a day before the last closed one', { heldOn: '2023-11-14' }, 'held-on-in-closed-round heldOn'],
    ['a term that is none', { heldOn: '2023-12-01', term: 'hösten' }, 'term-malformed term'],
    ['a term that is taken', { heldOn: '2023-12-01', term: '2023-ht' }, 'term-taken term'],
  ])('is refused for %s', async (_what, claim, code) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.post(`${plan}/reviews`, claim)
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, code])
    expect(await rows()).toEqual(before)
  })

  test('gives a second day in a term the next name, and can be moved until it is closed', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const planned = (await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-01' })).json() as Whole
    expect(planned.term).toBe('2023-ht-2')
    const moved = await strategist.put(`${plan}/reviews/2023-ht-2`, { heldOn: '2023-12-08' })
    expect(moved.json()).toMatchObject({ term: '2023-ht-2', heldOn: '2023-12-08', closedAt: null })
    const closed = await strategist.put(`${plan}/reviews/2023-ht`, { heldOn: '2023-12-09' })
    expect([closed.statusCode, ...codesOf(closed)]).toEqual([422, 'review-closed heldOn'])
  })
})

describe('closing a review day', () => {
  const held = async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const { latestUpdate } = (
      await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
    ).json() as Whole
    return { ...all, strategist, latestUpdate, closure: `${plan}/reviews/2023-ht-2/closure` }
  }

  test('is refused before its day, twice, out of order, for another role – and nothing is written', async () => {
    const { as, strategist, latestUpdate, closure, rows } = await held()
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-02-06' })
    const reporter = await as('reporter')
    const before = await rows()
    const ahead = await strategist.put(`${plan}/reviews/2024-vt/closure`, { basedOn: latestUpdate })
    expect([ahead.statusCode, ...codesOf(ahead)]).toEqual([
      422,
      'review-ahead heldOn',
      'review-out-of-order heldOn',
    ])
    const twice = await strategist.put(`${plan}/reviews/2023-ht/closure`, { basedOn: latestUpdate })
    expect([twice.statusCode, ...codesOf(twice)]).toEqual([422, 'review-closed term'])
    const foreign = await reporter.put(closure, { basedOn: latestUpdate })
    expect(foreign.statusCode).toBe(403)
    const missing = await strategist.put(`${plan}/reviews/2030-vt/closure`, { basedOn: latestUpdate })
    expect(missing.statusCode).toBe(404)
    expect(await rows()).toEqual(before)
  })

  test('is refused when somebody has reported since the page was opened', async () => {
    const { strategist, latestUpdate, closure, rows } = await held()
    await strategist.post(`${plan}/points/16/updates`, update({ basedOn: await latestOf(strategist, '16') }))
    const before = await rows()
    const answer = await strategist.put(closure, { basedOn: latestUpdate })
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([409, 'based-on-old'])
    expect((answer.json() as { current: Whole }).current.latestUpdate).toBeGreaterThan(latestUpdate)
    expect(await rows()).toEqual(before)
  })

  test('a decision on a number that is not there stops it whole', async () => {
    const { strategist, latestUpdate, closure, rows } = await held()
    const before = await rows()
    const decisions = [
      { text: 'Punkt 7 får ny tid.', points: ['7'] },
      { text: 'Punkt 99 utgår.', points: ['99'] },
    ]
    const answer = await strategist.put(closure, { basedOn: latestUpdate, decisions })
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, 'point-unknown decisions.1.points'])
    expect(await rows()).toEqual(before)
  })

  test('freezes the count and chains it; what is recorded the same afternoon shows in the next round', async () => {
    const { strategist, anybody, closure } = await held()
    const told = await strategist.post(
      `${plan}/points/7/updates`,
      update({ ...embedded, basedOn: await latestOf(strategist, '7') }),
    )
    const basedOn = (told.json() as { latestUpdate: number }).latestUpdate
    const decisions = [
      {
        text: 'Nästa plan tas fram.',
        responsible: { organisation: 'ksk', function: 'Folkhälsostrateg' },
        dueOn: '2024-03-01',
      },
    ]
    const closed = (await strategist.put(closure, { basedOn, decisions })).json() as Whole
    expect(closed.completion.completed).toBe(19)
    expect(chainHash(closed.previousHash, closed.snapshot)).toBe(closed.hash)
    const before = (await anybody.get(`${plan}/reviews/2023-ht`)).json() as Whole
    expect(closed.previousHash).toBe(before.hash)

    const tooEarly = await strategist.post(
      `${plan}/points/16/updates`,
      update({ basedOn: await latestOf(strategist, '16') }),
    )
    expect([tooEarly.statusCode, ...codesOf(tooEarly)]).toEqual([422, 'holds-from-in-closed-round holdsFrom'])
    const afternoon = await strategist.post(
      `${plan}/points/16/updates`,
      update({
        basedOn: await latestOf(strategist, '16'),
        holdsFrom: '2023-11-21',
        outlook: 'late',
        reason: 'Chefen slutar.',
      }),
    )
    expect(afternoon.json()).toMatchObject({ outlook: 'late', lastUpdatedOn: '2023-11-20' })
    const after = (await anybody.get(`${plan}/reviews/2023-ht-2`)).json() as Whole
    expect(after.snapshot).toBe(closed.snapshot)
    const grown = (await anybody.get(`${plan}/completion`)).json() as {
      items: { kind: string; day: string }[]
    }
    expect(grown.items.slice(-2)).toMatchObject([
      { kind: 'review', day: '2023-11-20' },
      { kind: 'now', day: '2023-11-21' },
    ])
  })

  test('the stored text holds no words a person wrote, only their hashes', async () => {
    const { anybody } = await world()
    const { snapshot, texts } = (await anybody.get(`${plan}/reviews/2023-ht`)).json() as Whole & {
      texts: { text: string }[]
    }
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter(({ text }) => text.length > 15 && snapshot.includes(text))).toEqual([])
  })
})
