import { describe, expect, test } from 'vitest'
import { seen, drawReally } from '../pages/given.ts'
import { world, type Member } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const address = `${plan}/indicators`
const claim = {
  title: 'Elever som trivs i skolan',
  unit: 'procent av elever i årskurs 9',
  source: 'Kommunens elevenkät',
  url: 'https://www.kalla.example/enkat',
  note: 'Frågan ändrades 2022.',
  values: [
    { period: '2021', value: '81.5' },
    { period: '2022', value: null },
    { period: '2023', value: '1284.50' },
  ],
}
type Row = { id: number; title: string }
const listed = async (member: Pick<Member, 'get'>) =>
  ((await member.get(address)).json() as { items: Row[] }).items

describe('indicators (P14)', () => {
  test('are entered by those who lead the plan, and by nobody else', async () => {
    const { as, rows } = await world()
    for (const role of ['reporter', 'ambassador', 'reader'] as const) {
      const member = await as(role)
      const before = await rows()
      expect((await member.post(address, claim)).statusCode).toBe(403)
      expect((await member.put(`${address}/1`, claim)).statusCode).toBe(403)
      expect(await rows()).toEqual(before)
    }
  })

  test('without source or values one is refused, and nothing is written', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.post(address, { ...claim, source: ' ', values: [] })
    expect([answer.statusCode, codesOf(answer)]).toEqual([
      422,
      ['indicator-source-missing source', 'indicator-values-missing values'],
    ])
    expect((await strategist.put(`${address}/7`, claim)).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
  })

  test('stand apart on the page About the plan, with source, period and the plan as one of many, and leave the count alone', async () => {
    const { as, anybody } = await world({ render: drawReally })
    const strategist = await as('strategist')
    const read = async (path: string) => seen((await anybody.get(path)).body)
    expect(await read('/psykisk-halsa/om')).not.toContain('Utvecklingen i stort')
    const headline = (await read('/psykisk-halsa')).slice(0, 1500)
    const count = (await anybody.get(`${plan}/completion`)).body
    expect((await strategist.post(address, claim)).statusCode).toBe(201)
    const text = await read('/psykisk-halsa/om')
    expect(text).toContain('Utvecklingen i stort')
    expect(text).toContain('Planen är en av många saker som påverkar dem')
    expect(text).toContain('2021 81,5 2022 uppgift saknas 2023 1 284,50')
    expect(text).toContain('Källa: Kommunens elevenkät. Se källan på kalla.example')
    expect(text).toContain('Frågan ändrades 2022.')
    expect(await read('/en/psykisk-halsa/om')).toContain('2023 1,284.50')
    expect((await anybody.get(`${plan}/completion`)).body).toBe(count)
    expect((await read('/psykisk-halsa')).slice(0, 1500)).toBe(headline)
  })

  test('are changed as a whole, and no longer shown when they have ended', async () => {
    const { as, anybody, db } = await world()
    const strategist = await as('strategist')
    await strategist.post(address, claim)
    const [row] = await listed(anybody)
    const changed = {
      ...claim,
      title: 'Elever som känner sig trygga',
      values: [{ period: '2023', value: '90' }],
    }
    expect((await strategist.put(`${address}/${row!.id}`, changed)).statusCode).toBe(200)
    expect(await listed(anybody)).toEqual([{ id: row!.id, ...changed }])
    expect((await strategist.put(`${address}/${row!.id}`, { ...changed, ended: true })).statusCode).toBe(200)
    expect(await listed(anybody)).toEqual([])
    expect(await db.read((tx) => tx.select().from(tx.tables.indicators))).toHaveLength(1)
    expect((await strategist.put(`${address}/${row!.id}`, changed)).statusCode).toBe(404)
  })
})
