import { describe, expect, test } from 'vitest'
import { latestOf } from '../api/given.ts'
import { owning } from '../api/preparation.given.ts'
import { world } from '../support/world.ts'
import { drawReally, seen } from './given.ts'

const plan = '/api/v1/plans/psykisk-halsa'
const path = '/psykisk-halsa/avstamningar/2024-vt/forberedelse'

async function board() {
  const given = await owning(await world({ render: drawReally }), ['15', '16'])
  const { strategist } = given
  await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
  const look = async () => {
    const answer = await strategist.get(path)
    return { status: answer.statusCode, html: answer.body, text: seen(answer.body) }
  }
  return { ...given, look }
}

describe('who has answered', () => {
  test('is shown to those who lead the plan and to nobody else, and not for a closed day', async () => {
    const { all, reporter, strategist } = await board()
    const ambassador = await all.as('ambassador')
    expect((await all.anybody.get(path)).statusCode).toBe(401)
    for (const member of [reporter, ambassador]) expect((await member.get(path)).statusCode).toBe(403)
    expect((await strategist.get(path.replace('2024-vt', '2030-vt'))).statusCode).toBe(404)
    const closed = seen((await strategist.get(path.replace('2024-vt', '2023-ht'))).body)
    expect(closed).toContain('Avstämningen hösten 2023 är låst')
    expect(closed).not.toContain('Be om uppdatering')
  })

  test('waits first for whom nothing is heard of, tells who needs help, and judges nobody', async () => {
    const { all, look, strategist, reporter } = await board()
    const before = await look()
    const { totals, missing } = (
      await strategist.get(path, { headers: { accept: 'application/json' } })
    ).json<{ totals: Record<string, number>; missing: { number: string }[] }>()
    expect(totals.missing).toBe(missing.length)
    expect(missing.map(({ number }) => number)).toContain('16')
    expect(before.text).toContain('Tabellen visar vem vi väntar på, inte hur väl någon har arbetat.')
    expect(before.text).toContain('Ingen ansvarar')
    expect(before.text).toContain('Be en ansvarig om uppdatering')

    await reporter.post(`${plan}/points/15/help`, { text: 'Vem tar kontakt med skolorna?' })
    await reporter.post(`${plan}/points/16/nothing-new`, {
      basedOn: await latestOf(all.anybody, '16'),
      again: true,
    })
    await strategist.put(`${plan}/reviews/2024-vt/request`, {})
    const after = await look()
    expect(after.text).toContain('En punkt behöver hjälp')
    expect(after.text).toContain('Vem tar kontakt med skolorna?')
    expect(after.html).toMatch(/class="chip needs_help[^"]*" href="\/psykisk-halsa\/punkter\/15"/)
    expect(after.html).toMatch(/class="chip nothing_new[^"]*" href="\/psykisk-halsa\/punkter\/16"/)
    expect(after.text).toContain('Alla fick frågan 20 november 2023')
    expect(after.text).toContain('En gång, 20 november')
    const people = await all.db.read((tx) => tx.select().from(tx.tables.people))
    for (const { name } of people) if (name) expect(after.text).not.toContain(name)
  })

  test('leads to writing on somebody’s behalf, with their organisation chosen already', async () => {
    const { look, strategist } = await board()
    const { html } = await look()
    const [, href] = /href="(\/psykisk-halsa\/punkter\/16\/uppdatera\?at=[a-z0-9-]+)"/.exec(html)!
    const form = (await strategist.get(href!, { headers: { accept: 'application/json' } })).json<{
      draft: { onBehalfOf: string }
    }>()
    expect(form.draft.onBehalfOf).toBe(href!.split('=')[1])
    const other = await strategist.get(href!.replace(/=.*/, '=ingen'), {
      headers: { accept: 'application/json' },
    })
    expect(other.json()).toMatchObject({ draft: { onBehalfOf: '' } })
  })
})
