import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { codesOf, embedded, latestOf, plan, update } from './given.ts'

const url = (number: string) => `${plan}/points/${number}/updates`

describe('who may record an update', () => {
  test('nobody without a session, and nothing is written', async () => {
    const { app, rows } = await world()
    const before = await rows()
    const answer = await app.inject({
      method: 'POST',
      url: url('7'),
      headers: { 'idempotency-key': randomUUID() },
      payload: update(),
    })
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([401, 'not-signed-in'])
    expect(await rows()).toEqual(before)
  })

  test.each(['ambassador', 'reader'] as const)('not the %s', async (role) => {
    const { as, rows } = await world()
    const member = await as(role)
    const before = await rows()
    const answer = await member.post(url('7'), update({ basedOn: await latestOf(member, '7') }))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([403, 'not-allowed'])
    expect(await rows()).toEqual(before)
  })

  test('a reporter only on the points they own', async () => {
    const { as, rows } = await world()
    const owner = await as('anders.brolin@example.se')
    const before = await rows()
    const foreign = await owner.post(url('18'), update({ basedOn: await latestOf(owner, '18') }))
    expect([foreign.statusCode, ...codesOf(foreign)]).toEqual([403, 'not-your-point'])
    expect(await rows()).toEqual(before)
    const own = await owner.post(url('7'), update({ basedOn: await latestOf(owner, '7') }))
    expect(own.statusCode).toBe(201)
  })

  test('not from another website', async () => {
    const { app, as, rows } = await world()
    const strategist = await as('strategist')
    const basedOn = await latestOf(strategist, '7')
    const session = (await strategist.get('/api/v1/plans')).raw.req.headers.cookie as string
    const before = await rows()
    for (const headers of [
      { origin: 'https://ond.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await app.inject({
        method: 'POST',
        url: url('7'),
        headers: { ...headers, cookie: session, 'idempotency-key': randomUUID() },
        payload: update({ basedOn }),
      })
      expect([answer.statusCode, ...codesOf(answer)]).toEqual([403, 'foreign-origin'])
    }
    expect(await rows()).toEqual(before)
  })
})

describe('what is refused before it is recorded', () => {
  test.each<[string, Parameters<typeof update>[0], string[]]>([
    [
      'embedded without who, where and from when',
      { ...embedded, closing: undefined },
      [
        'receiver-missing closing.receiver',
        'function-missing closing.function',
        'embedded-from-missing closing.embeddedFrom',
        'anchored-in-missing closing.anchoredIn',
      ],
    ],
    [
      'embedded without evidence or the words that there is none',
      { ...embedded, evidence: [] },
      ['evidence-missing evidence'],
    ],
    [
      'closed without result and day',
      { status: 'closed', outlook: 'not_assessed' },
      ['result-missing closing.result', 'carried-out-on-missing closing.carriedOutOn'],
    ],
    ['late without a reason', { outlook: 'late' }, ['reason-missing reason']],
    [
      'withdrawn without a decision',
      { status: 'withdrawn', outlook: 'not_assessed', reason: 'Behövs inte längre.' },
      [
        'decision-by-missing decision.by',
        'decision-on-missing decision.on',
        'decision-reference-missing decision.reference',
      ],
    ],
    [
      'merged into a number that is not there',
      {
        status: 'merged',
        outlook: 'not_assessed',
        reason: 'Samma sak.',
        mergedInto: '99',
        decision: { by: 'KF', on: '2023-11-15', reference: '§ 1' },
      },
      ['merged-into-unknown mergedInto'],
    ],
    ['a day in the closed round', { holdsFrom: '2023-11-14' }, ['holds-from-in-closed-round holdsFrom']],
    ['a day to come', { holdsFrom: '2023-11-21' }, ['holds-from-ahead holdsFrom']],
    ['no words at all', { note: ' ' }, ['note-missing note']],
    ['a moved end without a reason', { dueOn: '2024-06-30' }, ['reason-missing reason']],
    ['an organisation nobody knows', { onBehalfOf: 'okand' }, ['organisation-unknown onBehalfOf']],
  ])('%s', async (_what, said, codes) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.post(
      url('16'),
      update({ ...said, basedOn: await latestOf(strategist, '16') }),
    )
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, ...codes])
    expect(await rows()).toEqual(before)
  })

  test('reopening without a reason; with one it is recorded and shows', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const basedOn = await latestOf(strategist, '12')
    const refused = await strategist.post(url('12'), update({ basedOn }))
    expect([refused.statusCode, ...codesOf(refused)]).toEqual([422, 'reason-missing reason'])
    const done = await strategist.post(
      url('12'),
      update({ basedOn, reason: 'Avtalet med biografen sades upp.' }),
    )
    expect(done.json()).toMatchObject({ status: 'in_progress', reopened: true })
    expect((await anybody.get(plan)).json()).toMatchObject({
      completion: { completed: 17, closed: 6, embedded: 11 },
    })
  })

  test('unknown fields, wrong types, no body, too much, no JSON', async () => {
    const { as, app, rows } = await world()
    const strategist = await as('strategist')
    const basedOn = await latestOf(strategist, '16')
    const before = await rows()
    const odd = await strategist.post(url('16'), { ...update({ basedOn }), hemligt: true })
    expect([odd.statusCode, ...codesOf(odd)]).toEqual([400, 'malformed hemligt'])
    const wrong = await strategist.post(url('16'), { ...update({ basedOn }), status: 'klar' })
    expect([wrong.statusCode, ...codesOf(wrong)]).toEqual([400, 'malformed status'])
    const text = await strategist.post(url('16'), { ...update(), basedOn: '12' })
    expect(text.statusCode).toBe(400)
    expect((await strategist.post(url('16'), undefined)).statusCode).toBe(400)
    expect((await strategist.post(url('16'), update({ basedOn, note: 'å'.repeat(70_000) }))).statusCode).toBe(
      413,
    )
    const cookie = (await strategist.get('/api/v1/plans')).raw.req.headers.cookie as string
    const headers = { cookie, 'idempotency-key': randomUUID(), 'content-type': 'application/json' }
    const broken = await app.inject({ method: 'POST', url: url('16'), headers, payload: '{"status":' })
    expect([broken.statusCode, ...codesOf(broken)]).toEqual([400, 'malformed'])
    const form = await app.inject({
      method: 'POST',
      url: url('16'),
      headers: { ...headers, 'content-type': 'text/plain' },
      payload: 'hej',
    })
    expect([form.statusCode, ...codesOf(form)]).toEqual([415, 'unsupported-media'])
    expect(await rows()).toEqual(before)
  })
})

describe('recording', () => {
  test('embedded with evidence: the point, the count and the list say so at once, to everybody', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const answer = await strategist.post(
      url('7'),
      update({ ...embedded, basedOn: await latestOf(strategist, '7') }),
    )
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ number: '7', status: 'embedded', lastUpdatedOn: '2023-11-20' })
    const point = (await anybody.get(`${plan}/points/7`)).json() as {
      updates: { closing: object; by: object; evidence: object[] }[]
    }
    expect(point.updates.at(-1)).toMatchObject({
      closing: { receiver: 'Vuxenenheten, socialkontoret', anchoredIn: 'Verksamhetsplan 2024, avsnitt 3' },
      by: { function: 'Folkhälsostrateg', organisation: { code: 'ksk' } },
      evidence: [{ title: { text: 'Verksamhetsplan 2024' }, reference: 'SN 2023/88' }],
    })
    expect((await anybody.get(plan)).json()).toMatchObject({
      completion: { completed: 19, closed: 7, embedded: 12 },
    })
  })

  test('on behalf of an owner is marked so (F16)', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const said = update({ basedOn: await latestOf(strategist, '15'), onBehalfOf: 'buk' })
    const answer = await strategist.post(url('15'), said)
    const { updates } = answer.json() as { updates: object[] }
    expect(updates.at(-1)).toMatchObject({
      onBehalfOf: { code: 'buk' },
      by: { function: 'Folkhälsostrateg' },
    })
  })

  test('two at the same point: the second is told what stands now, and nothing of theirs is written', async () => {
    const { as, rows } = await world()
    const [first, second] = [await as('strategist'), await as('anders.brolin@example.se')]
    const basedOn = await latestOf(first, '7')
    expect((await first.post(url('7'), update({ basedOn, note: 'Först.' }))).statusCode).toBe(201)
    const before = await rows()
    const late = await second.post(url('7'), update({ basedOn, note: 'Sist.' }))
    expect([late.statusCode, ...codesOf(late)]).toEqual([409, 'based-on-old'])
    const { current } = late.json() as {
      current: { latestUpdate: number; updates: { note: { text: string } }[] }
    }
    expect(current.updates.at(-1)!.note.text).toBe('Först.')
    expect(await rows()).toEqual(before)
    expect(
      (await second.post(url('7'), update({ basedOn: current.latestUpdate, note: 'Sist.' }))).statusCode,
    ).toBe(201)
  })

  test('text comes in composed, whatever keyboard it was typed on', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const said = update({ basedOn: await latestOf(strategist, '16'), note: 'A\u030Asa' })
    const { updates } = (await strategist.post(url('16'), said)).json() as {
      updates: { note: { text: string } }[]
    }
    expect(updates.at(-1)!.note.text).toBe('Åsa')
  })
})

describe('the same write three times', () => {
  test('is done once and answered the same', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const said = update({ basedOn: await latestOf(strategist, '7') })
    const key = randomUUID()
    const before = await rows()
    const answers = []
    for (let time = 0; time < 3; time += 1) answers.push(await strategist.post(url('7'), said, key))
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    const after = await rows()
    expect([after.updates! - before.updates!, after.idempotencyKeys! - before.idempotencyKeys!]).toEqual([
      1, 1,
    ])
  })

  test('at once, too', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const said = update({ basedOn: await latestOf(strategist, '7') })
    const key = randomUUID()
    const before = await rows()
    const answers = await Promise.all([1, 2, 3].map(() => strategist.post(url('7'), said, key)))
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201])
    expect((await rows()).updates! - before.updates!).toBe(1)
  })

  test('without a key, or with a key used for something else, is refused', async () => {
    const { as, app, rows } = await world()
    const strategist = await as('strategist')
    const basedOn = await latestOf(strategist, '7')
    const cookie = (await strategist.get('/api/v1/plans')).raw.req.headers.cookie as string
    const bare = await app.inject({
      method: 'POST',
      url: url('7'),
      headers: { cookie },
      payload: update({ basedOn }),
    })
    expect([bare.statusCode, ...codesOf(bare)]).toEqual([400, 'idempotency-key-missing'])
    const key = randomUUID()
    await strategist.post(url('7'), update({ basedOn }), key)
    const before = await rows()
    const other = await strategist.post(url('7'), update({ basedOn, note: 'Något annat.' }), key)
    expect([other.statusCode, ...codesOf(other)]).toEqual([422, 'idempotency-key-reused'])
    expect(await rows()).toEqual(before)
  })

  test('another person may use the same key', async () => {
    const { as } = await world()
    const [first, second] = [await as('strategist'), await as('anders.brolin@example.se')]
    const key = randomUUID()
    await first.post(url('7'), update({ basedOn: await latestOf(first, '7') }), key)
    const answer = await second.post(
      url('7'),
      update({ basedOn: await latestOf(second, '7'), note: 'Mitt.' }),
      key,
    )
    expect(answer.statusCode).toBe(201)
  })
})

test('the same request under the same key from two people is two writes, each with its own answer', async () => {
  const all = await world()
  const people = [await all.as('strategist'), await all.as('ambassador')]
  const key = randomUUID()
  const said = { point: '1', what: 'Träff i Strandby.', happenedOn: '2023-11-16' }
  const log = () => Promise.all(people.map((one) => one.post(`${plan}/activities`, said, key)))
  const [first, again] = [await log(), await log()]
  expect(first.map(({ statusCode }) => statusCode)).toEqual([201, 201])
  expect(first[0]!.body).not.toBe(first[1]!.body)
  expect(again.map(({ body }) => body)).toEqual(first.map(({ body }) => body))
})

describe('correcting (F15)', () => {
  const corrections = (id: number | null) => `${plan}/updates/${id}/corrections`
  const correction = (said: Partial<ReturnType<typeof update>> = {}) => {
    const { holdsFrom: _settled, ...rest } = update(said)
    return rest
  }

  test('an update that is not there, or is corrected already, and nothing is written', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const missing = await strategist.post(corrections(999_999), correction())
    expect([missing.statusCode, ...codesOf(missing)]).toEqual([404, 'not-found'])
    const mistaken = await latestOf(strategist, '16')
    const done = await strategist.post(corrections(mistaken), correction({ basedOn: mistaken }))
    expect(done.statusCode).toBe(201)
    const before = await rows()
    const again = await strategist.post(
      corrections(mistaken),
      correction({ basedOn: await latestOf(strategist, '16') }),
    )
    expect([again.statusCode, ...codesOf(again)]).toEqual([409, 'update-corrected'])
    expect(await rows()).toEqual(before)
  })

  test('in an open round it holds from the same day, and both are read', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const { latestUpdate } = (
      await strategist.post(url('16'), update({ basedOn: await latestOf(strategist, '16'), note: 'Fel.' }))
    ).json() as { latestUpdate: number }
    const answer = await strategist.post(
      corrections(latestUpdate),
      correction({
        basedOn: latestUpdate,
        outlook: 'at_risk',
        reason: 'Två tjänster är vakanta.',
        note: 'Rätt.',
      }),
    )
    const point = answer.json() as {
      outlook: string
      updates: { id: number; holdsFrom: string; corrects: number | null; correctedBy: number | null }[]
    }
    const [mistaken, corrected] = point.updates.slice(-2)
    expect(point.outlook).toBe('at_risk')
    expect(corrected).toMatchObject({ corrects: latestUpdate, holdsFrom: '2023-11-20' })
    expect(mistaken).toMatchObject({ id: latestUpdate, correctedBy: corrected!.id })
  })

  test('in a closed round it holds from the day after, and the closed report stays as it was', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const before = (await anybody.get(`${plan}/reviews/2023-ht`)).json() as { hash: string; snapshot: string }
    const mistaken = await latestOf(strategist, '6')
    const answer = await strategist.post(
      corrections(mistaken),
      correction({ basedOn: mistaken, reason: 'Avtalet är inte påskrivet.', note: 'Det var för tidigt.' }),
    )
    expect(answer.json()).toMatchObject({ status: 'in_progress' })
    expect((answer.json() as { updates: { holdsFrom: string }[] }).updates.at(-1)!.holdsFrom).toBe(
      '2023-11-15',
    )
    expect((await anybody.get(plan)).json()).toMatchObject({ completion: { completed: 17 } })
    expect((await anybody.get(`${plan}/reviews/2023-ht`)).json()).toMatchObject({
      hash: before.hash,
      snapshot: before.snapshot,
    })
  })
})
