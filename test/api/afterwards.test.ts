import { describe, expect, test } from 'vitest'
import { verify } from '../../server/commands/verify.ts'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const remarks = `${plan}/reviews/2023-ht/remarks`
const minutes = `${plan}/reviews/2023-ht/minutes`
const remark = { text: 'Antalet på sidan 2 avsåg våren.', point: '7' }
const answer = { done: false, text: 'Frågan ligger hos nämnden.' }

interface Decisions {
  items: { id: number; term: string; done: boolean; answers: { done: boolean }[] }[]
}

describe('a correction beside a closed report (trap 21)', () => {
  test('is refused to others, for an open day, without words and for a point that is not there; nothing is written', async () => {
    const { as, anybody, rows } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const others = [await as('reporter'), await as('ambassador'), await as('reader')]
    const before = await rows()
    for (const member of others) expect((await member.post(remarks, remark)).statusCode).toBe(403)
    const refused = async (claim: object, url = remarks) => {
      const said = await strategist.post(url, claim)
      return [said.statusCode, ...codesOf(said)]
    }
    expect(await refused({ ...remark, text: ' ' })).toEqual([422, 'words-missing text'])
    expect(await refused({ ...remark, text: 'x'.repeat(2001) })).toEqual([422, 'words-too-long text'])
    expect(await refused({ ...remark, point: '99' })).toEqual([422, 'point-unknown point'])
    expect(await refused(remark, `${plan}/reviews/2024-vt/remarks`)).toEqual([422, 'review-still-open text'])
    expect(await refused(remark, `${plan}/reviews/2030-vt/remarks`)).toEqual([404, 'not-found'])
    expect((await strategist.post(remarks, { ...remark, on: '2023-01-01' })).statusCode).toBe(400)
    expect(await rows()).toEqual(before)
    expect((await anybody.get(remarks)).json()).toEqual({ items: [], next: null })
  })

  test('stands beside the report, dated, and leaves its text and hash as they were', async () => {
    const { as, anybody, db } = await world()
    const frozen = () => anybody.get(`${plan}/reviews/2023-ht`)
    const before = (await frozen()).json() as { snapshot: string; hash: string }
    const said = await (await as('strategist')).post(remarks, remark)
    expect(said.statusCode).toBe(201)
    const { items } = (await anybody.get(remarks)).json() as { items: object[] }
    expect(items).toMatchObject([{ point: '7', text: { text: remark.text }, recordedAt: expect.any(String) }])
    expect(JSON.stringify(items)).not.toContain('recordedBy')
    const { snapshot, hash } = (await frozen()).json() as { snapshot: string; hash: string }
    expect({ snapshot, hash }).toEqual({ snapshot: before.snapshot, hash: before.hash })
    expect((await verify(db)).faults).toEqual([])
  })
})

describe('what became of a decision (F25)', () => {
  test('is refused to others, without words, and for one that is not the plan’s; nothing is written', async () => {
    const { as, rows, anybody } = await world()
    const strategist = await as('strategist')
    const { items } = (await anybody.get(`${plan}/decisions`)).json() as Decisions
    const url = `${plan}/decisions/${items.at(-1)!.id}/answers`
    const others = [await as('reporter'), await as('ambassador'), await as('reader')]
    const before = await rows()
    for (const member of others) expect((await member.post(url, answer)).statusCode).toBe(403)
    const blank = await strategist.post(url, { ...answer, text: '' })
    expect([blank.statusCode, ...codesOf(blank)]).toEqual([422, 'words-missing text'])
    expect((await strategist.post(`${plan}/decisions/999999/answers`, answer)).statusCode).toBe(404)
    const foreign = url.replace('psykisk-halsa', 'klimat-munster')
    expect([403, 404]).toContain((await strategist.post(foreign, answer)).statusCode)
    expect(await rows()).toEqual(before)
  })

  test('is told until it is done, the latest answer counts, and the report’s text stays', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const read = async () => ((await anybody.get(`${plan}/decisions`)).json() as Decisions).items
    const { id } = (await read()).at(-1)!
    const url = `${plan}/decisions/${id}/answers`
    const report = ((await anybody.get(`${plan}/reviews/2023-ht`)).json() as { snapshot: string }).snapshot
    for (const done of [false, true, false]) {
      const said = await strategist.post(url, { ...answer, done })
      expect([said.statusCode, (said.json() as { done: boolean }).done]).toEqual([201, done])
    }
    expect((await read()).find((one) => one.id === id)!.answers.map(({ done }) => done)).toEqual([
      false,
      true,
      false,
    ])
    expect(((await anybody.get(`${plan}/reviews/2023-ht`)).json() as { snapshot: string }).snapshot).toBe(
      report,
    )
  })
})

describe('the minutes of a review day (F26)', () => {
  test('are refused to everybody but those who lead, for an open day and without words; nothing is written', async () => {
    const { as, anybody, rows } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const others = [await as('reporter'), await as('ambassador'), await as('reader')]
    const before = await rows()
    expect((await anybody.get(minutes)).statusCode).toBe(401)
    for (const member of others) {
      expect((await member.get(minutes)).statusCode).toBe(403)
      expect((await member.post(minutes, { text: 'Hej', basedOn: null })).statusCode).toBe(403)
    }
    const blank = await strategist.post(minutes, { text: ' ', basedOn: null })
    expect([blank.statusCode, ...codesOf(blank)]).toEqual([422, 'words-missing text'])
    const open = await strategist.post(`${plan}/reviews/2024-vt/minutes`, { text: 'Hej', basedOn: null })
    expect([open.statusCode, ...codesOf(open)]).toEqual([422, 'review-still-open text'])
    expect(await rows()).toEqual(before)
  })

  test('are saved as versions, and two who write at once do not overwrite each other', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const first = await strategist.post(minutes, { text: 'Första', basedOn: null })
    const { items } = first.json() as { items: { id: number }[] }
    expect([first.statusCode, items.length]).toEqual([201, 1])
    const before = await rows()
    const late = await strategist.post(minutes, { text: 'Utan att ha läst', basedOn: null })
    expect([late.statusCode, ...codesOf(late)]).toEqual([409, 'minutes-moved-on'])
    expect(await rows()).toEqual(before)
    const second = await strategist.post(minutes, { text: 'Andra', basedOn: items[0]!.id })
    const texts = (second.json() as { items: { text: { text: string } }[] }).items.map(
      ({ text }) => text.text,
    )
    expect(texts).toEqual(['Första', 'Andra'])
  })
})
