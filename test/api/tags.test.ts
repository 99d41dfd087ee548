import { describe, expect, test } from 'vitest'
import { world, type Member } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const address = `${plan}/points/7/tags`
const tags = (...given: [string, string][]) => ({
  tags: given.map(([vocabulary, code]) => ({ vocabulary, code })),
})
const told = async (member: Pick<Member, 'get'>) =>
  ((await member.get(`${plan}/points/7`)).json() as { tags: unknown }).tags

describe('the goals a point is tied to (P13)', () => {
  test('are changed by those who lead the plan, and by nobody else', async () => {
    const { as, rows } = await world()
    for (const role of ['reporter', 'ambassador', 'reader'] as const) {
      const member = await as(role)
      const before = await rows()
      expect((await member.put(address, tags(['agenda-2030', '3']))).statusCode).toBe(403)
      expect(await rows()).toEqual(before)
    }
  })

  test.each([
    [
      'four of one',
      tags(...['1', '2', '3', '4'].map((code): [string, string] => ['agenda-2030', code])),
      'tags-too-many agenda-2030',
    ],
    ['one that is not there', tags(['public-health', '9']), 'tag-unknown public-health'],
    ['one twice', tags(['agenda-2030', '3'], ['agenda-2030', '3']), 'tag-twice agenda-2030'],
  ])('%s is refused and nothing is written', async (_what, body, code) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.put(address, body)
    expect([answer.statusCode, codesOf(answer)]).toEqual([422, [code]])
    expect(await rows()).toEqual(before)
  })

  test('a vocabulary nobody knows is malformed, and a point that is not there is missing', async () => {
    const strategist = await (await world()).as('strategist')
    expect((await strategist.put(address, tags(['rufs', '1']))).statusCode).toBe(400)
    expect((await strategist.put(`${plan}/points/99/tags`, tags())).statusCode).toBe(404)
  })

  test('replace what stood there, and change no status, count or closed report', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const count = (await anybody.get(`${plan}/completion`)).body
    const closed = (await anybody.get(`${plan}/reviews/2023-ht`)).body
    expect(await told(anybody)).toContainEqual({ vocabulary: 'public-health', code: '5' })
    const answer = await strategist.put(address, tags(['agenda-2030', '11'], ['national-strategy', '4']))
    expect(answer.statusCode).toBe(200)
    expect(await told(anybody)).toEqual([
      { vocabulary: 'national-strategy', code: '4' },
      { vocabulary: 'agenda-2030', code: '11' },
    ])
    expect((await anybody.get(`${plan}/completion`)).body).toBe(count)
    expect((await anybody.get(`${plan}/reviews/2023-ht`)).body).toBe(closed)
    expect((await strategist.put(address, tags())).statusCode).toBe(200)
    expect(await told(anybody)).toEqual([])
  })
})
