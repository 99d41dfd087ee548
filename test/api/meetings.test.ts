import { describe, expect, test } from 'vitest'
import type { AgendaWhole, MeetingWhole } from '../../server/reviews/meetings/schema.ts'
import type { Snapshot } from '../../server/reviews/snapshot.ts'
import type { ReviewWhole } from '../../server/reviews/schema.ts'
import { verify } from '../../server/commands/verify.ts'
import { world, type Member, type World } from '../support/world.ts'
import { codesOf, latestOf, plan, update } from './given.ts'

const day = `${plan}/reviews/2023-ht-2`

/** The example with a review day held today, and whoever leads it. */
async function today(): Promise<World & { strategist: Member }> {
  const all = await world()
  const strategist = await all.as('strategist')
  await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
  return Object.assign(all, { strategist })
}

const agendaOf = async (member: Member) => (await member.get(`${day}/agenda`)).json() as AgendaWhole
const meetingOf = async (member: Member) => (await member.get(`${day}/meeting`)).json() as MeetingWhole

describe('the agenda', () => {
  test('is not for everybody, knows its points, and can not be ordered on a closed day', async () => {
    const { as, rows, strategist, anybody } = await today()
    const reporter = await as('reporter')
    const before = await rows()
    expect((await anybody.get(`${day}/agenda`)).statusCode).toBe(401)
    expect((await reporter.get(`${day}/agenda`)).statusCode).toBe(403)
    expect((await reporter.put(`${day}/agenda`, { numbers: ['7'], version: 0 })).statusCode).toBe(403)
    const unknown = await strategist.put(`${day}/agenda`, { numbers: ['7', '99'], version: 0 })
    expect([unknown.statusCode, ...codesOf(unknown)]).toEqual([422, 'point-unknown numbers'])
    const closed = await strategist.put(`${plan}/reviews/2023-ht/agenda`, { numbers: ['7'], version: 0 })
    expect([closed.statusCode, ...codesOf(closed)]).toEqual([422, 'review-closed term'])
    expect((await strategist.get(`${plan}/reviews/2030-ht/agenda`)).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
  })

  test('makes itself: what asks for something first, what was decided and not answered among it', async () => {
    const { strategist } = await today()
    const { items, chosen, version } = await agendaOf(strategist)
    expect([items.length, chosen, version]).toEqual([25, false, 0])
    const parts = [...new Set(items.map(({ part }) => part))]
    expect(parts[0]).toBe('asks')
    expect(parts.at(-1)).toBe('rest')
  })

  test('is ordered by one at a time, and makes itself again when it is let', async () => {
    const { strategist, rows } = await today()
    const own = (await agendaOf(strategist)).items.map(({ number }) => number)
    const turned = own.toReversed()
    const ordered = await strategist.put(`${day}/agenda`, { numbers: turned, version: 0 })
    expect(ordered.statusCode).toBe(200)
    const before = await rows()
    const late = await strategist.put(`${day}/agenda`, { numbers: own, version: 0 })
    expect([late.statusCode, late.json()]).toMatchObject([
      409,
      { code: 'based-on-old', current: { numbers: turned, version: 1 } },
    ])
    expect(await rows()).toEqual(before)
    const stands = await agendaOf(strategist)
    expect([stands.items.map(({ number }) => number), stands.chosen, stands.version]).toEqual([
      turned,
      true,
      1,
    ])
    await strategist.put(`${day}/agenda`, { numbers: [], version: 1 })
    const again = await agendaOf(strategist)
    expect([again.items.map(({ number }) => number), again.chosen, again.version]).toEqual([own, false, 2])
  })
})

describe('a meeting', () => {
  test('is opened by those who lead, not before its day, not when it is closed, and one at a time', async () => {
    const { as, rows, strategist } = await today()
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-14' })
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-17', term: '2023-ht-4' })
    const reporter = await as('reporter')
    await strategist.put(`${plan}/reviews/2023-ht-4/meeting`, { open: true })
    const before = await rows()
    expect((await reporter.put(`${day}/meeting`, { open: true })).statusCode).toBe(403)
    expect((await reporter.get(`${day}/meeting`)).statusCode).toBe(403)
    const ahead = await strategist.put(`${plan}/reviews/2023-ht-3/meeting`, { open: true })
    expect([ahead.statusCode, ...codesOf(ahead)]).toEqual([422, 'review-ahead term'])
    const closed = await strategist.put(`${plan}/reviews/2023-ht/meeting`, { open: true })
    expect([closed.statusCode, ...codesOf(closed)]).toEqual([422, 'review-closed term'])
    const second = await strategist.put(`${day}/meeting`, { open: true })
    expect([second.statusCode, ...codesOf(second)]).toEqual([422, 'meeting-elsewhere open'])
    expect(await rows()).toEqual(before)
  })

  test('has a code of ten signs while it is under way, and another when it is opened again', async () => {
    const { strategist } = await today()
    await strategist.put(`${day}/meeting`, { open: true })
    const first = await meetingOf(strategist)
    expect(first).toMatchObject({ open: true, showing: 'start', version: 1 })
    expect(first.code).toMatch(/^[a-z2-9]{10}$/)
    await strategist.put(`${day}/meeting`, { open: true })
    expect(await meetingOf(strategist)).toEqual(first)
    await strategist.put(`${day}/meeting`, { open: false })
    expect(await meetingOf(strategist)).toMatchObject({ open: false, code: null, showing: null })
    await strategist.put(`${day}/meeting`, { open: true })
    const { code } = await meetingOf(strategist)
    expect(code).not.toBe(first.code)
    expect((await strategist.get(day)).json()).toMatchObject({ state: 'under_way' })
  })

  test('steps to what is on its agenda, once for two who step, without drawing the plan anew', async () => {
    const { strategist, rows, db } = await today()
    expect((await strategist.put(`${day}/meeting/showing`, { showing: 'end', version: 1 })).statusCode).toBe(
      404,
    )
    await strategist.put(`${day}/meeting`, { open: true })
    const before = await rows()
    const unknown = await strategist.put(`${day}/meeting/showing`, { showing: 'point:99', version: 1 })
    expect([unknown.statusCode, ...codesOf(unknown)]).toEqual([422, 'showing-unknown showing'])
    expect(await rows()).toEqual(before)
    const revision = await db.revisions('psykisk-halsa')
    const stepped = await strategist.put(`${day}/meeting/showing`, { showing: 'point:7', version: 1 })
    expect([stepped.statusCode, stepped.json()]).toMatchObject([200, { showing: 'point:7', version: 2 }])
    const late = await strategist.put(`${day}/meeting/showing`, { showing: 'end', version: 1 })
    expect([late.statusCode, late.json()]).toMatchObject([
      409,
      { current: { showing: 'point:7', version: 2 } },
    ])
    expect(await db.revisions('psykisk-halsa')).toEqual(revision)
  })

  test('keeps its order while a point is completed', async () => {
    const { strategist } = await today()
    await strategist.put(`${day}/meeting`, { open: true })
    const before = (await agendaOf(strategist)).items.map(({ number }) => number)
    const basedOn = await latestOf(strategist, '7')
    const said = update({ status: 'paused', outlook: 'not_assessed', reason: 'Väntar på avtal', basedOn })
    const saved = await strategist.post(`${plan}/points/7/updates`, said)
    expect([saved.statusCode, saved.body]).toEqual([201, expect.anything()])
    expect((await agendaOf(strategist)).items.map(({ number }) => number)).toEqual(before)
  })
})

describe('what is decided and said at a meeting', () => {
  const decision = {
    text: 'Kommundirektören kontaktar hyresvärdarna.',
    responsible: { organisation: 'soc', function: 'Enhetschef' },
    dueOn: '2024-03-31',
    points: ['7'],
  }

  test('is refused for another role, a point and an organisation that are not there, before the day and after closing', async () => {
    const { as, rows, strategist } = await today()
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-14' })
    const reporter = await as('reporter')
    const before = await rows()
    for (const [address, claim] of [
      [`${day}/decisions`, decision],
      [`${day}/comments`, { text: 'Två till har flyttat in.', point: '7' }],
    ] as const)
      expect((await reporter.post(address, claim)).statusCode).toBe(403)
    const decide = (claim: object, term = '2023-ht-2') =>
      strategist.post(`${plan}/reviews/${term}/decisions`, { ...decision, ...claim })
    const refused = [
      await decide({ points: ['99'] }),
      await decide({ responsible: { organisation: 'finns-inte' } }),
      await decide({ replaces: 1 }),
      await decide({}, '2023-ht-3'),
      await decide({}, '2023-ht'),
      await strategist.post(`${day}/comments`, { text: 'Hej', replaces: 12 }),
    ]
    expect(refused.map((answer) => [answer.statusCode, ...codesOf(answer)])).toEqual([
      [422, 'point-unknown points'],
      [422, 'organisation-unknown responsible'],
      [422, 'replaced-already replaces'],
      [422, 'review-ahead term'],
      [422, 'review-closed term'],
      [422, 'replaced-already replaces'],
    ])
    expect((await strategist.post(`${day}/comments`, { text: 'Hej', point: '99' })).statusCode).toBe(404)
    expect((await decide({ text: ' ' })).statusCode).toBe(400)
    expect(await rows()).toEqual(before)
  })

  test('is replaced when it was entered wrongly, and one mistake is replaced once', async () => {
    const { strategist } = await today()
    const first = await strategist.post(`${day}/decisions`, decision)
    expect(first.statusCode).toBe(201)
    const [{ id } = { id: 0 }] = (first.json() as MeetingWhole).decisions
    const right = { ...decision, text: 'Kommundirektören skriver till hyresvärdarna.', replaces: id }
    const second = await strategist.post(`${day}/decisions`, right)
    const { decisions } = second.json() as MeetingWhole
    expect(decisions.map(({ text }) => text.text)).toEqual([right.text])
    const again = await strategist.post(`${day}/decisions`, { ...right, text: 'Något annat.' })
    expect([again.statusCode, ...codesOf(again)]).toEqual([422, 'replaced-already replaces'])
  })

  test('is withdrawn when it was never decided or said: another role can not, nor twice, nor what is another day’s', async () => {
    const { as, rows, strategist } = await today()
    const [decided] = ((await strategist.post(`${day}/decisions`, decision)).json() as MeetingWhole).decisions
    const said = await strategist.post(`${day}/comments`, { text: 'Två till har flyttat in.', point: '7' })
    const [comment] = (said.json() as MeetingWhole).comments
    const reporter = await as('reporter')
    const before = await rows()
    const refused = [
      await reporter.put(`${day}/decisions/${decided!.id}/withdrawal`, {}),
      await strategist.put(`${day}/decisions/1/withdrawal`, {}),
      await strategist.put(`${day}/comments/99/withdrawal`, {}),
      await strategist.put(`${plan}/reviews/2023-ht/decisions/1/withdrawal`, {}),
    ]
    expect(refused.map((answer) => [answer.statusCode, ...codesOf(answer)])).toEqual([
      [403, 'not-allowed'],
      [422, 'replaced-already id'],
      [422, 'replaced-already id'],
      [422, 'review-closed term'],
    ])
    expect(await rows()).toEqual(before)
    for (const address of [`decisions/${decided!.id}`, `comments/${comment!.id}`]) {
      expect((await strategist.put(`${day}/${address}/withdrawal`, {})).statusCode, address).toBe(200)
      const twice = await strategist.put(`${day}/${address}/withdrawal`, {})
      expect([twice.statusCode, ...codesOf(twice)], address).toEqual([422, 'replaced-already id'])
    }
    expect(await meetingOf(strategist)).toMatchObject({ decisions: [], comments: [] })
    const { decisions, comments } = await rows()
    expect([decisions! - before.decisions!, comments! - before.comments!]).toEqual([1, 1])
  })

  test('comes neither into the report nor into the minutes when it was withdrawn; the day stays what it was', async () => {
    const { db, strategist } = await today()
    const [decided] = ((await strategist.post(`${day}/decisions`, decision)).json() as MeetingWhole).decisions
    const said = await strategist.post(`${day}/comments`, { text: 'Två till har flyttat in.', point: '7' })
    await strategist.put(`${day}/decisions/${decided!.id}/withdrawal`, {})
    const [comment] = (said.json() as MeetingWhole).comments
    await strategist.put(`${day}/comments/${comment!.id}/withdrawal`, {})
    const { latestUpdate } = (await strategist.get(day)).json() as ReviewWhole
    const closed = await strategist.put(`${day}/closure`, { basedOn: latestUpdate })
    expect(JSON.parse((closed.json() as ReviewWhole).snapshot!)).toMatchObject({ format: 1, decisions: [] })
    expect((await verify(db)).faults).toEqual([])
    const kept = (await strategist.get(`${plan}/decisions`)).body
    expect(kept).not.toContain('hyresvärdarna')
  })

  test('is bound to the day when it closes, with who took part, and stands in no public answer before', async () => {
    const { strategist, anybody } = await today()
    await strategist.put(`${day}/meeting`, { open: true })
    await strategist.post(`${day}/decisions`, decision)
    const said = await strategist.post(`${day}/comments`, { text: 'Två till har flyttat in.', point: '7' })
    expect(said.statusCode).toBe(201)
    await strategist.put(`${day}/participants`, {
      participants: [{ function: 'Enhetschef', organisation: 'soc', attended: true }],
    })
    for (const address of [day, '/psykisk-halsa', '/psykisk-halsa/avstamningar/2023-ht-2']) {
      const { body } = await anybody.get(address)
      expect([address, body.includes('hyresvärdarna'), body.includes('flyttat in')]).toEqual([
        address,
        false,
        false,
      ])
    }
    const { latestUpdate } = (await strategist.get(day)).json() as ReviewWhole
    const closed = await strategist.put(`${day}/closure`, {
      basedOn: latestUpdate,
      decisions: [{ text: 'Nästa gång tar vi upp lokalerna.' }],
    })
    expect(closed.statusCode).toBe(200)
    const { snapshot, texts } = closed.json() as ReviewWhole
    const frozen = JSON.parse(snapshot!) as Snapshot
    expect(frozen).toMatchObject({
      format: 2,
      decisions: [
        { points: ['7'], dueOn: '2024-03-31' },
        { points: [], dueOn: null },
      ],
      comments: [{ point: '7' }],
      participants: [
        { function: 'Enhetschef', organisation: { code: 'soc', name: 'Socialkontoret' }, attended: true },
      ],
    })
    expect(snapshot).not.toContain('flyttat in')
    expect(texts.map(({ text }) => text)).toContain('Två till har flyttat in.')
    expect(await meetingOf(strategist)).toMatchObject({ open: false })
    expect((await strategist.post(`${day}/comments`, { text: 'Efteråt' })).statusCode).toBe(422)
  })

  test('leaves the record of a day where nothing was said in its first form', async () => {
    const { strategist } = await today()
    const { latestUpdate } = (await strategist.get(day)).json() as ReviewWhole
    const closed = await strategist.put(`${day}/closure`, { basedOn: latestUpdate })
    const { snapshot } = closed.json() as ReviewWhole
    const frozen = JSON.parse(snapshot!) as object
    expect(frozen).toMatchObject({ format: 1 })
    expect(Object.keys(frozen)).not.toContain('comments')
    expect(Object.keys(frozen)).not.toContain('participants')
  })
})
