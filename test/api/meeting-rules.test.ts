import { describe, expect, test } from 'vitest'
import { verify } from '../../server/commands/verify.ts'
import type { AgendaWhole, MeetingWhole } from '../../server/reviews/meetings/schema.ts'
import type { MeetingData } from '../../server/reviews/meetings/meeting.page.ts'
import type { ReviewWhole } from '../../server/reviews/schema.ts'
import type { Snapshot } from '../../server/reviews/snapshot.ts'
import { world, type Member, type World } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const day = `${plan}/reviews/2023-ht-2`

/** The example with a review day held today, and whoever leads it. */
async function today(): Promise<World & { strategist: Member }> {
  const all = await world()
  const strategist = await all.as('strategist')
  await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
  return Object.assign(all, { strategist })
}

const agendaOf = async (member: Member, url = day) =>
  (await member.get(`${url}/agenda`)).json() as AgendaWhole
const numbersOf = async (member: Member) => (await agendaOf(member)).items.map(({ number }) => number)
const partOf = async (member: Member, number: string, url = day) =>
  (await agendaOf(member, url)).items.find((one) => one.number === number)?.part
const open = (member: Member, running = true) => member.put(`${day}/meeting`, { open: running })

/** What was decided earlier and waits for its answer. */
const waiting = async (member: Member) =>
  ((await member.get(`${plan}/decisions`)).json() as { items: { id: number; points: string[] }[] }).items

const answer = (member: Member, id: number, done: boolean) =>
  member.post(`${plan}/decisions/${id}/answers`, { done, text: 'Nämnden har svarat.' })

describe('the agenda, from what is asked', () => {
  test('takes first what somebody needs help with, and what was decided and has no answer, until it is done', async () => {
    const { strategist } = await today()
    expect(await partOf(strategist, '21')).toBe('rest')
    await strategist.post(`${plan}/points/21/help`, { text: 'Vem tar över kursen?' })
    expect(await partOf(strategist, '21')).toBe('asks')
    const own = (await waiting(strategist)).filter(({ points }) => points.includes('5'))
    expect([own.length, await partOf(strategist, '5')]).toEqual([1, 'asks'])
    for (const [done, part] of [
      [false, 'asks'],
      [true, 'rest'],
      [false, 'asks'],
      [true, 'rest'],
    ] as const) {
      expect((await answer(strategist, own[0]!.id, done)).statusCode).toBe(201)
      expect([done, await partOf(strategist, '5')]).toEqual([done, part])
    }
  })

  test('does not take back what is decided on the day itself, nor what was decided and replaced', async () => {
    const { strategist } = await today()
    const first = await strategist.post(`${day}/decisions`, { text: 'Vi frågar KSON.', points: ['21'] })
    const [{ id } = { id: 0 }] = (first.json() as MeetingWhole).decisions
    expect(await partOf(strategist, '21')).toBe('rest')
    expect(codesOf(await answer(strategist, id, true))).toEqual(['review-still-open text'])
  })

  test('tells what is late, then what has stood still, when everything decided has been answered', async () => {
    const { strategist } = await today()
    for (const { id } of await waiting(strategist)) await answer(strategist, id, true)
    const { items } = await agendaOf(strategist)
    expect(items.slice(0, 4).map(({ number, part }) => `${number} ${part}`)).toEqual([
      '7 late',
      '15 unchanged',
      '16 unchanged',
      '1 rest',
    ])
  })

  test('of an earlier day compares with the day before it, not with a later one', async () => {
    const { strategist } = await today()
    for (const { id } of await waiting(strategist)) await answer(strategist, id, true)
    const { items } = await agendaOf(strategist, `${plan}/reviews/2023-ht`)
    expect(items.filter(({ part }) => part === 'completed').map(({ number }) => number)).toHaveLength(4)
  })
})

describe('a meeting that is under way', () => {
  test('keeps its order whatever is asked meanwhile', async () => {
    const { strategist } = await today()
    await open(strategist)
    const before = await numbersOf(strategist)
    await strategist.post(`${plan}/points/21/help`, { text: 'Vem tar över kursen?' })
    expect([await numbersOf(strategist), await partOf(strategist, '21')]).toEqual([before, 'asks'])
  })

  test('is opened once by two who press, and goes on counting its steps when it is opened again', async () => {
    const { strategist } = await today()
    await open(strategist)
    expect((await open(strategist)).statusCode).toBe(200)
    await strategist.put(`${day}/meeting/showing`, { showing: 'point:7', version: 1 })
    await open(strategist, false)
    const again = (await open(strategist)).json() as MeetingWhole
    expect(again).toMatchObject({ showing: 'start', version: 3 })
    // A press that was on its way from before does not move the new meeting.
    const late = await strategist.put(`${day}/meeting/showing`, { showing: 'end', version: 1 })
    expect(late.statusCode).toBe(409)
  })

  test('shows one good example for a point, only what everybody may see, and only what was done since last', async () => {
    const { strategist, as } = await today()
    const ambassador = await as('ambassador')
    const shown: number[] = []
    for (const [point, what] of [
      ['7', 'Öppet hus för hyresvärdar.'],
      ['7', 'Ett möte till med samma hyresvärdar.'],
      ['16', 'Något som bara är för planens egna.'],
    ]) {
      const logged = await ambassador.post(`${plan}/activities`, { point, what, happenedOn: '2023-11-17' })
      shown.push((logged.json() as { activity: { id: number } }).activity.id)
    }
    for (const id of shown.slice(0, 2))
      await strategist.put(`${plan}/activities/${id}/visibility`, { shown: true })
    await open(strategist)
    const page = await strategist.get('/psykisk-halsa/avstamningar/2023-ht-2/mote', {
      headers: { accept: 'application/json' },
    })
    const { steps } = (page.json() as MeetingData).live!
    const examples = steps.filter(({ showing }) => showing.startsWith('example:'))
    expect(examples).toHaveLength(1)
    expect(shown.slice(0, 2).map((id) => `example:${id}`)).toContain(examples[0]!.showing)
    const at = steps.indexOf(examples[0]!)
    expect(steps[at - 1]!.showing).toBe('point:7')
  })
})

describe('what was entered wrongly and replaced', () => {
  test('stands nowhere afterwards: not in the report, not among the decisions, not in the minutes; verify agrees', async () => {
    const { strategist, db } = await today()
    const wrong = 'Socialnämnden betalar allt.'
    const right = 'Frågan om vem som betalar går till budgeten.'
    const mistaken = 'Alla var överens.'
    const said = 'De flesta var överens.'
    const decided = await strategist.post(`${day}/decisions`, { text: wrong, points: ['7'] })
    const [{ id } = { id: 0 }] = (decided.json() as MeetingWhole).decisions
    await strategist.post(`${day}/decisions`, { text: right, points: ['7'], replaces: id })
    const spoken = await strategist.post(`${day}/comments`, { text: mistaken, point: '7' })
    const [comment] = (spoken.json() as MeetingWhole).comments
    const replaced = await strategist.post(`${day}/comments`, {
      text: said,
      point: '7',
      replaces: comment!.id,
    })
    const stands = replaced.json() as MeetingWhole
    expect(stands.comments.map(({ text }) => text.text)).toEqual([said])
    expect(
      codesOf(await strategist.post(`${day}/comments`, { text: 'Igen', replaces: comment!.id })),
    ).toEqual(['replaced-already replaces'])
    const { latestUpdate } = (await strategist.get(day)).json() as ReviewWhole
    const closed = await strategist.put(`${day}/closure`, { basedOn: latestUpdate })
    const { snapshot, texts } = closed.json() as ReviewWhole
    const frozen = JSON.parse(snapshot!) as Snapshot
    expect([frozen.decisions.length, frozen.comments?.length]).toEqual([1, 1])
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining([right, said]))
    const read = [
      (await strategist.get(`${plan}/decisions`)).body,
      (await strategist.get('/psykisk-halsa/avstamningar/2023-ht-2/minnesanteckning', json)).body,
      JSON.stringify(texts),
    ].join()
    for (const [words, there] of [
      [wrong, false],
      [mistaken, false],
      [right, true],
      [said, true],
    ] as const)
      expect([words, read.includes(words)]).toEqual([words, there])
    expect((await verify(db)).faults).toEqual([])
  })
})

const json = { headers: { accept: 'application/json' } }

describe('what became of a decision', () => {
  test('is not said from another plan', async () => {
    const { strategist, as, rows } = await today()
    await strategist.post('/api/v1/plans', {
      slug: 'annan-plan',
      title: 'Annan plan',
      municipality: 'Norrtälje (exempel)',
      period: { from: '2023-01-01', to: '2026-12-31' },
      adoption: { by: 'kommunfullmäktige', on: '2022-12-12' },
    })
    const lead = await as('strategist')
    const [{ id } = { id: 0 }] = await waiting(lead)
    const before = await rows()
    const foreign = `/api/v1/plans/annan-plan/decisions/${id}/answers`
    expect((await lead.post(foreign, { done: true, text: 'Klart.' })).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
  })
})
