import { describe, expect, test } from 'vitest'
import { world, type Member } from '../support/world.ts'
import { codesOf, plan } from './given.ts'
import { hostOf } from '../../server/plans/view.ts'

const address = `${plan}/reviews/2023-ht/hearings`
const claim = { body: 'Kommunstyrelsen', heldOn: '2023-11-20', paragraph: '§ 245', reference: 'KS 2020/412' }
type Row = { id: number; body: string; paragraph: string | null }
const listed = async (member: Pick<Member, 'get'>, at = address) =>
  ((await member.get(at)).json() as { items: Row[] }).items

describe('where a report was taken up (P10)', () => {
  test('is recorded by those who lead the plan, and by nobody else', async () => {
    const { as, rows } = await world()
    for (const role of ['reporter', 'ambassador', 'reader'] as const) {
      const member = await as(role)
      const before = await rows()
      expect((await member.post(address, claim)).statusCode).toBe(403)
      expect(await rows()).toEqual(before)
    }
  })

  test.each([
    [
      'what the rule refuses',
      { ...claim, body: ' ', heldOn: '2023-11-21' },
      ['body-missing body', 'hearing-ahead heldOn'],
    ],
    [
      'a row in the place of one that is not there',
      { ...claim, replaces: 99_999 },
      ['hearing-unknown replaces'],
    ],
    ['a row in the place of another day’s', { ...claim, replaces: 1 }, ['hearing-unknown replaces']],
  ])('%s is refused and nothing is written', async (_what, body, codes) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.post(address, body)
    expect([answer.statusCode, codesOf(answer)]).toEqual([422, codes])
    expect(await rows()).toEqual(before)
  })

  test('a day that is not closed has no report to take up', async () => {
    const strategist = await (await world()).as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20', term: '2023-ht-2' })
    const answer = await strategist.post(`${plan}/reviews/2023-ht-2/hearings`, claim)
    expect([answer.statusCode, codesOf(answer)]).toEqual([422, ['review-still-open body']])
    expect((await strategist.post(`${plan}/reviews/2029-vt/hearings`, claim)).statusCode).toBe(404)
  })

  test('is read by everybody, mended by a row in its place, and leaves the closed report as it was', async () => {
    const { as, anybody, db } = await world()
    const strategist = await as('strategist')
    const closed = (await anybody.get(`${plan}/reviews/2023-ht`)).body
    expect(await listed(anybody)).toEqual([])
    const first = await strategist.post(address, claim)
    expect(first.statusCode).toBe(201)
    const [row] = await listed(anybody)
    expect(row).toMatchObject(claim)
    expect(JSON.stringify(row)).not.toContain('recordedBy')
    const mended = await strategist.post(address, { ...claim, paragraph: '§ 254', replaces: row!.id })
    expect(mended.statusCode).toBe(201)
    expect((await listed(anybody)).map(({ paragraph }) => paragraph)).toEqual(['§ 254'])
    const again = await strategist.post(address, { ...claim, replaces: row!.id })
    expect([again.statusCode, codesOf(again)]).toEqual([422, ['replaced-already replaces']])
    const kept = await db.read((tx) => tx.select().from(tx.tables.hearings))
    expect(kept.filter(({ body, heldOn }) => body === claim.body && heldOn === claim.heldOn)).toHaveLength(2)
    expect((await anybody.get(`${plan}/reviews/2023-ht`)).body).toBe(closed)
  })

  test('the example’s reports have been taken up, the earliest first', async () => {
    const { anybody } = await world()
    const rows = await listed(anybody, `${plan}/reviews/2022-ht/hearings`)
    expect(rows.map(({ body, paragraph }) => `${body} ${paragraph}`)).toEqual([
      'Kommunstyrelsen § 232',
      'KSON:s direktion § 64',
    ])
  })
})

test('an address that leads nowhere, as a mapping file may hold one, is shown as it stands and costs nobody the page', () => {
  expect(['https://www.kommun.se/protokoll', 'https://'].map(hostOf)).toEqual(['kommun.se', 'https://'])
})
