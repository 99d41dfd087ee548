import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const url = `${plan}/activities`
const activity = (said: object = {}) => ({
  point: '1',
  what: 'Första träffen i Strandby. Tre familjer vill planera våren.',
  happenedOn: '2023-11-16',
  targetGroup: 'foraldrar',
  occasions: 1,
  participants: 12,
  ...said,
})

describe('logging an activity', () => {
  test('not without a session, not as a reader, and nothing is written', async () => {
    const { app, as, rows } = await world()
    const reader = await as('reader')
    const before = await rows()
    const headers = { 'idempotency-key': randomUUID() }
    expect((await app.inject({ method: 'POST', url, headers, payload: activity() })).statusCode).toBe(401)
    expect((await reader.post(url, activity())).statusCode).toBe(403)
    expect(await rows()).toEqual(before)
  })

  test.each<[string, object, string]>([
    ['no words', { what: '  ' }, 'what-missing what'],
    ['a day to come', { happenedOn: '2023-11-21' }, 'happened-on-ahead happenedOn'],
    ['a day before the plan', { happenedOn: '2020-12-31' }, 'happened-on-before-plan happenedOn'],
    ['fewer than none', { participants: -1 }, 'participants-not-a-count participants'],
    ['a link that runs', { link: 'javascript:alert(1)' }, 'link-malformed link'],
    ['a number the plan has not', { point: '99' }, 'point-unknown point'],
  ])('%s is refused, and nothing is written', async (_what, said, code) => {
    const { as, rows } = await world()
    const ambassador = await as('ambassador')
    const before = await rows()
    const answer = await ambassador.post(url, activity(said))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, code])
    expect(await rows()).toEqual(before)
  })

  test('half a person is malformed', async () => {
    const { as } = await world()
    const answer = await (await as('ambassador')).post(url, activity({ participants: 1.5 }))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([400, 'malformed participants'])
  })

  test('says which in order it is, raises the count, and changes no status', async () => {
    const { as, anybody } = await world()
    const ambassador = await as('ambassador')
    const before = (await anybody.get(`${plan}/points/1`)).json() as { activities: number; status: string }
    const answer = await ambassador.post(url, activity())
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      ordinal: before.activities + 1,
      activity: { participants: 12, shown: false },
    })
    const after = (await anybody.get(`${plan}/points/1`)).json() as { activities: number; status: string }
    expect(after).toMatchObject({ activities: before.activities + 1, status: before.status })
  })

  test('zero and blank are two answers (A10)', async () => {
    const { as } = await world()
    const ambassador = await as('ambassador')
    const zero = await ambassador.post(url, activity({ participants: 0 }))
    const blank = await ambassador.post(url, activity({ participants: null }))
    expect(
      [zero, blank].map(
        (one) => (one.json() as { activity: { participants: unknown } }).activity.participants,
      ),
    ).toEqual([0, null])
  })

  test('three times with one key is one activity', async () => {
    const { as, rows } = await world()
    const ambassador = await as('ambassador')
    const key = randomUUID()
    const before = await rows()
    const bodies = new Set()
    for (let time = 0; time < 3; time += 1) bodies.add((await ambassador.post(url, activity(), key)).body)
    expect([bodies.size, (await rows()).activities! - before.activities!]).toEqual([1, 1])
  })
})

describe('showing an activity', () => {
  const logged = async () => {
    const all = await world()
    const answer = await (await all.as('ambassador')).post(url, activity())
    const { id } = (answer.json() as { activity: { id: number } }).activity
    const seen = async () => {
      const { items } = (await all.anybody.get(`${url}?point=1`)).json() as {
        items: { id: number; what: object | null; by: object }[]
      }
      return items.find((one) => one.id === id)
    }
    return { ...all, id, seen }
  }

  test('it counts at once, but its words are nobody else’s until the strategist has looked', async () => {
    const { as, id, seen } = await logged()
    expect(await seen()).toMatchObject({ what: null })
    const refused = await (await as('ambassador')).put(`${url}/${id}/visibility`, { shown: true })
    expect(refused.statusCode).toBe(403)
    expect(await seen()).toMatchObject({ what: null })
    const shown = await (await as('strategist')).put(`${url}/${id}/visibility`, { shown: true })
    expect(shown.statusCode).toBe(200)
    expect(await seen()).toMatchObject({
      what: { text: 'Första träffen i Strandby. Tre familjer vill planera våren.' },
    })
  })

  test('and can be taken back', async () => {
    const { as, id, seen } = await logged()
    const strategist = await as('strategist')
    await strategist.put(`${url}/${id}/visibility`, { shown: true })
    await strategist.put(`${url}/${id}/visibility`, { shown: false })
    expect(await seen()).toMatchObject({ what: null })
  })

  test('those who work with the plan read each other’s', async () => {
    const { as, id } = await logged()
    const { items } = (await (await as('reader')).get(url)).json() as {
      items: { id: number; what: object | null }[]
    }
    expect(items.find((one) => one.id === id)!.what).not.toBeNull()
  })

  test('one that is not there is 404', async () => {
    const { as } = await world()
    expect((await (await as('strategist')).put(`${url}/999999/visibility`, { shown: true })).statusCode).toBe(
      404,
    )
  })
})

test('a list goes on by key to its end, each once', async () => {
  const { anybody } = await world()
  const seen: number[] = []
  let next: string | null = ''
  while (next !== null) {
    const answer = await anybody.get(`${url}?limit=60${next && `&after=${next}`}`)
    const page = answer.json() as { items: { id: number }[]; next: string | null }
    seen.push(...page.items.map((one) => one.id))
    next = page.next
  }
  // 228 logged, three of them corrections that take another's place.
  expect([seen.length, new Set(seen).size]).toEqual([225, 225])
  expect(seen).toEqual(seen.toSorted((a, b) => b - a))
})
