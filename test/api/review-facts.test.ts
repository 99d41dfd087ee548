import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { codesOf, plan } from './given.ts'
import { world } from '../support/world.ts'

const facts = {
  heldOn: '2024-05-16',
  startsAt: '13:00',
  endsAt: '16:00',
  place: 'Stadshuset, sal Roslagen',
  videoUrl: 'https://moten.example.se/avstamning',
  guest: 'En forskare om ungas psykiska hälsa',
  agenda: 'Vi börjar med fika kl. 12.45.',
  preparedFrom: '2024-04-15',
}

describe('what is told of a review day', () => {
  test.each<[string, object, string]>([
    ['a time that is none', { ...facts, startsAt: '25:00' }, 'clock-malformed startsAt'],
    ['a time in other words', { ...facts, startsAt: 'kl 13' }, 'clock-malformed startsAt'],
    ['an end before its start', { ...facts, endsAt: '12:00' }, 'ends-before-start endsAt'],
    ['an end without a start', { ...facts, startsAt: null }, 'ends-before-start endsAt'],
    ['a video link that runs', { ...facts, videoUrl: 'javascript:alert(1)' }, 'video-url-malformed videoUrl'],
    ['preparing after it', { ...facts, preparedFrom: '2024-05-17' }, 'prepared-from-after-day preparedFrom'],
    [
      'preparing from no day',
      { ...facts, preparedFrom: '2024-02-30' },
      'prepared-from-not-a-day preparedFrom',
    ],
    ['a place as long as a page', { ...facts, place: 'x'.repeat(201) }, 'line-too-long place'],
  ])('is refused for %s, when it is set and when it is changed', async (_what, claim, code) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const before = await rows()
    const second = await strategist.post(`${plan}/reviews`, { ...claim, heldOn: '2024-05-15' })
    const changed = await strategist.put(`${plan}/reviews/2024-vt`, claim)
    for (const answer of [second, changed])
      expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, code])
    expect(await rows()).toEqual(before)
  })

  test('is told to everybody, but the video link only to those who work with the plan', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const set = await strategist.post(`${plan}/reviews`, facts)
    expect(set.statusCode).toBe(201)
    const inside = (await (await as('reader')).get(`${plan}/reviews/2024-vt`)).json() as object
    const outside = (await anybody.get(`${plan}/reviews/2024-vt`)).json() as object
    const shown = {
      state: 'planned',
      startsAt: '13:00',
      place: facts.place,
      guest: { text: facts.guest },
      agenda: { text: facts.agenda },
      preparedFrom: '2024-04-15',
    }
    expect(inside).toMatchObject({ ...shown, videoUrl: facts.videoUrl })
    expect(outside).toMatchObject({ ...shown, videoUrl: null })
  })

  test('says where the day is in its life', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const state = async (now: string) => {
      all.now = new Date(now)
      return ((await all.anybody.get(`${plan}/reviews/2024-vt`)).json() as { state: string }).state
    }
    expect(await state('2024-04-17T10:00:00Z')).toBe('planned')
    // Four weeks before, where nobody has said another day.
    expect(await state('2024-04-18T10:00:00Z')).toBe('preparation')
    const closed = (await all.anybody.get(`${plan}/reviews/2023-ht`)).json() as { state: string }
    expect(closed.state).toBe('closed')
  })
})

describe('a year laid out at once', () => {
  test('is all or nothing, and says which day is wrong', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.post(`${plan}/reviews/list`, {
      reviews: [{ heldOn: '2024-05-16' }, { heldOn: '2024-05-16' }],
    })
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, 'held-on-taken reviews.1.heldOn'])
    expect(await rows()).toEqual(before)
    const foreign = await (
      await as('reporter')
    ).post(`${plan}/reviews/list`, {
      reviews: [{ heldOn: '2024-05-16' }],
    })
    expect(foreign.statusCode).toBe(403)
  })

  test('sets two days, each in its term', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const answer = await strategist.post(`${plan}/reviews/list`, {
      reviews: [{ heldOn: '2024-05-16' }, { heldOn: '2024-11-14' }],
    })
    const { items } = answer.json() as { items: { term: string }[] }
    expect([answer.statusCode, ...items.map(({ term }) => term).slice(-2)]).toEqual([
      201,
      '2024-vt',
      '2024-ht',
    ])
  })
})

describe('who takes part', () => {
  const participants = [
    { function: 'Enhetschef', organisation: 'soc', attended: true },
    { function: 'Ordförande', organisation: null, attended: null },
  ]
  const address = `${plan}/reviews/2024-vt/participants`

  test('is refused for an organisation that is not there, a closed day, and another role', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    await strategist.put(address, { participants })
    const reader = await as('reader')
    const before = await rows()
    const unknown = await strategist.put(address, {
      participants: [...participants, { function: 'Chef', organisation: 'finns-inte' }],
    })
    expect([unknown.statusCode, ...codesOf(unknown)]).toEqual([
      422,
      'organisation-unknown participants.2.organisation',
    ])
    const closed = await strategist.put(`${plan}/reviews/2023-ht/participants`, { participants })
    expect([closed.statusCode, ...codesOf(closed)]).toEqual([422, 'review-closed participants'])
    expect((await reader.put(address, { participants })).statusCode).toBe(403)
    expect((await reader.get(address)).statusCode).toBe(403)
    expect(await rows()).toEqual(before)
  })

  test('is kept by function and organisation, and said anew as a whole', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    await strategist.put(address, { participants })
    const [first] = participants
    await strategist.put(address, { participants: [{ ...first!, attended: false }] })
    expect((await strategist.get(address)).json()).toEqual({
      items: [
        {
          function: 'Enhetschef',
          organisation: { code: 'soc', name: 'Socialkontoret' },
          attended: false,
        },
      ],
      next: null,
    })
  })
})

describe('the calendar', () => {
  const events = (text: string) =>
    Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')

  test('has every review day, and a moved one keeps its identity with a higher sequence', async () => {
    const all = await world({ parts: { publicUrl: 'http://plan.example.se' } })
    const strategist = await all.as('strategist')
    await strategist.post(`${plan}/reviews`, facts)
    const before = await all.anybody.get(`${plan}/reviews.ics`)
    expect(before.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(before.body).not.toContain(facts.videoUrl)
    const [event] = events(before.body).slice(-1)
    expect(events(before.body)).toHaveLength(7)
    expect(event).toMatchObject({ location: facts.place, sequence: 0 })
    expect((event as { start: Date }).start.toISOString()).toBe('2024-05-16T11:00:00.000Z')
    expect(before.body.replace(/\r\n /g, '')).toContain(
      'http://plan.example.se/psykisk-halsa/avstamningar/2024-vt',
    )

    await strategist.put(`${plan}/reviews/2024-vt`, { ...facts, agenda: 'Samma dag, nytt program' })
    await strategist.put(`${plan}/reviews/2024-vt`, { ...facts, heldOn: '2024-05-23' })
    const [moved] = events((await all.anybody.get(`${plan}/reviews.ics`)).body).slice(-1)
    expect(moved).toMatchObject({ uid: (event as { uid: string }).uid, sequence: 1 })
    expect((moved as { start: Date }).start.toISOString()).toBe('2024-05-23T11:00:00.000Z')
  })

  test('of one day without a time is a whole day, in winter time too', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-11-14' })
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-12-05', startsAt: '09:30' })
    const whole = (await anybody.get(`${plan}/reviews/2024-ht/calendar.ics`)).body
    expect(whole).toContain('DTSTART;VALUE=DATE:20241114')
    const timed = (await anybody.get(`${plan}/reviews/2024-ht-2/calendar.ics`)).body
    expect(timed).toContain('DTSTART:20241205T083000Z')
    expect((await anybody.get(`${plan}/reviews/2030-ht/calendar.ics`)).statusCode).toBe(404)
  })

  test('gives the video link to those who work with the plan', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, facts)
    expect((await strategist.get(`${plan}/reviews.ics`)).body.replace(/\r\n /g, '')).toContain(facts.videoUrl)
  })
})
