import { describe, expect, test } from 'vitest'
import type { HelpWhole } from '../../server/reviews/preparation/schema.ts'
import { openHelp } from '../../server/reviews/preparation/store.ts'
import { world } from '../support/world.ts'
import { codesOf, latestOf, plan, update } from './given.ts'
import { owning } from './preparation.given.ts'
import { assignOwner } from '../support/by-address.ts'

describe('nothing new since last', () => {
  test('is refused to everybody but who leads and who answers for the point, and nothing is written', async () => {
    const { all, reporter } = await owning(await world(), ['16'])
    const basedOn = await latestOf(all.anybody, '15')
    const others = [await all.as('ambassador'), await all.as('reader'), reporter]
    const before = await all.rows()
    const codes: (number | string)[] = []
    for (const member of others) {
      const refused = await member.post(`${plan}/points/15/nothing-new`, { basedOn })
      codes.push(refused.statusCode, ...codesOf(refused))
    }
    expect(codes).toEqual([403, 'not-allowed', 403, 'not-allowed', 403, 'not-your-point'])
    expect((await reporter.post(`${plan}/points/99/nothing-new`, { basedOn })).statusCode).toBe(404)
    expect(await all.rows()).toEqual(before)
  })

  test('is refused for a finished point, on what has been overtaken, and in the name of nobody', async () => {
    const { all, strategist } = await owning(await world(), ['16'])
    const basedOn = await latestOf(all.anybody, '16')
    const before = await all.rows()
    const finished = await strategist.post(`${plan}/points/1/nothing-new`, {
      basedOn: await latestOf(all.anybody, '1'),
    })
    const overtaken = await strategist.post(`${plan}/points/16/nothing-new`, { basedOn: null })
    const stranger = await strategist.post(`${plan}/points/16/nothing-new`, { basedOn, onBehalfOf: 'ingen' })
    expect([finished, overtaken, stranger].flatMap(codesOf)).toEqual([
      'nothing-new-on-finished',
      'based-on-old',
      'organisation-unknown onBehalfOf',
    ])
    expect(overtaken.json()).toMatchObject({ current: { number: '16', latestUpdate: basedOn } })
    expect(await all.rows()).toEqual(before)
  })

  test('by the link of a mail it reaches its own point, is one answer however often it is sent, and asks softly the second time', async () => {
    const { all, linkTo, by } = await owning(await world(), ['15', '16'])
    const send = by(await linkTo('16'))
    const basedOn = await latestOf(all.anybody, '16')
    const foreign = await send('15/nothing-new', { basedOn: await latestOf(all.anybody, '15') })
    expect([foreign.statusCode, ...codesOf(foreign)]).toEqual([403, 'not-your-point'])
    const key = 'd9f4c7c2-1111-4222-8333-444455556666'
    const first = await send('16/nothing-new', { basedOn }, key)
    const again = await send('16/nothing-new', { basedOn }, key)
    expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body])
    const { latestUpdate, updates } = first.json<{ latestUpdate: number; updates: { answer: string }[] }>()
    expect(updates.at(-1)).toMatchObject({ answer: 'nothing_new', holdsFrom: '2023-11-20', onBehalfOf: null })

    const before = await all.rows()
    const soft = await send('16/nothing-new', { basedOn: latestUpdate })
    expect([soft.statusCode, ...codesOf(soft)]).toEqual([422, 'nothing-new-again'])
    expect(await all.rows()).toEqual(before)
    expect((await send('16/nothing-new', { basedOn: latestUpdate, again: true })).statusCode).toBe(201)
  })

  test('on behalf of an owner’s organisation it is marked so, and leaves its row in the trail (F16)', async () => {
    const { all, strategist } = await owning(await world(), ['16'])
    const basedOn = await latestOf(all.anybody, '16')
    const answer = await strategist.post(`${plan}/points/16/nothing-new`, { basedOn, onBehalfOf: 'soc' })
    expect(answer.json()).toMatchObject({
      updates: expect.arrayContaining([
        expect.objectContaining({
          answer: 'nothing_new',
          onBehalfOf: expect.objectContaining({ code: 'soc' }),
        }),
      ]) as unknown,
    })
    const trail = await all.db.read(async (tx) => (await tx.select().from(tx.tables.trail)).at(-1)!)
    expect(trail).toMatchObject({ deed: 'point.nothing-new', object: 'point', objectId: '16' })
  })
})

describe('we need help', () => {
  const ask = { text: 'Vem kan tala med hyresvärdarna om kontrakten?' }

  test('is refused without words, with too many, and for somebody else’s point', async () => {
    const { all, linkTo, by, reporter } = await owning(await world(), ['16'])
    const send = by(await linkTo('16'))
    const ambassador = await all.as('ambassador')
    const before = await all.rows()
    const refused = [
      await send('16/help', { text: '  ' }),
      await send('16/help', { text: 'x'.repeat(1001) }),
      await send('15/help', ask),
      await reporter.post(`${plan}/points/15/help`, ask),
      await ambassador.post(`${plan}/points/16/help`, ask),
    ]
    expect(refused.flatMap(codesOf)).toEqual([
      'help-missing text',
      'help-too-long text',
      'not-your-point',
      'not-your-point',
      'not-allowed',
    ])
    expect(await all.rows()).toEqual(before)
  })

  test('is kept until somebody who leads says what became of it, once, and nobody else sees it', async () => {
    const { all, linkTo, by, strategist, reporter } = await owning(await world(), ['16'])
    const asked = await by(await linkTo('16'))('16/help', ask)
    expect(asked.statusCode).toBe(201)
    const { id } = asked.json<HelpWhole>()
    const open = () => all.db.read(async (tx) => [...(await openHelp(tx, 1)).values()].map((one) => one.id))
    expect(await open()).toEqual([id])
    for (const url of [`${plan}/points/16`, '/psykisk-halsa/punkter/16', `${plan}/activities`])
      expect((await all.anybody.get(url)).body).not.toContain('hyresvärdarna om kontrakten')

    const reply = { text: 'Kommunstyrelsekontoret bjuder in dem i januari.' }
    const before = await all.rows()
    const forbidden = await reporter.post(`${plan}/help/${id}/reply`, reply)
    const missing = await strategist.post(`${plan}/help/${id + 1}/reply`, reply)
    const nowhere = await strategist.post(`${plan}/help/${id}/reply`, { ...reply, term: '2030-vt' })
    const empty = await strategist.post(`${plan}/help/${id}/reply`, { text: '' })
    expect([forbidden, missing, nowhere, empty].map(({ statusCode }) => statusCode)).toEqual([
      403, 404, 404, 422,
    ])
    expect(await all.rows()).toEqual(before)

    const replied = await strategist.post(`${plan}/help/${id}/reply`, { ...reply, term: '2023-ht' })
    expect(replied.json()).toMatchObject({ id, point: '16', reply: { text: { text: reply.text } } })
    expect(await open()).toEqual([])
    expect(codesOf(await strategist.post(`${plan}/help/${id}/reply`, reply))).toEqual(['help-answered text'])
  })
})

test('a link to answer dies with the point’s owner and with the round', async () => {
  const { all, linkTo, by, strategist, act } = await owning(await world(), ['16'])
  const token = await linkTo('16')
  const basedOn = await latestOf(all.anybody, '16')
  await all.db.write((tx) => assignOwner(tx, 'psykisk-halsa', '16', null, '2023-11-20', act))
  expect(codesOf(await by(token)('16/nothing-new', { basedOn }))).toEqual(['link-gone'])
  expect(codesOf(await by(token)('16/updates', update({ basedOn })))).toEqual(['link-gone'])
  expect((await strategist.post(`${plan}/points/16/nothing-new`, { basedOn })).statusCode).toBe(201)
})
