import { connect, type AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { codesOf, latestOf, plan, update } from './given.ts'

describe('what is not even an address', () => {
  test.each(['/%E0%A4%A', '/api/v1/%E0%A4%A', `/api/v1/plans/${'x'.repeat(300)}`])(
    '%s is a problem with our headers',
    async (url) => {
      const { anybody } = await world()
      const answer = await anybody.get(url, { headers: { accept: 'application/json' } })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(answer.body).not.toContain('xxxx')
    },
  )

  test('a head too large is a problem too, and the connection ends', async () => {
    const { app } = await world()
    await app.listen({ host: '127.0.0.1', port: 0 })
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
    let said = ''
    socket.on('data', (data) => (said += String(data)))
    socket.write(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`)
    await new Promise((ended) => socket.on('close', ended))
    expect(said).toMatch(/^HTTP\/1\.1 431 [\s\S]*application\/problem\+json[\s\S]*"status":431/)
  })

  test('half a request is not waited for: the head 8 seconds, the body 10', async () => {
    const { app } = await world()
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    expect([app.server.headersTimeout, app.server.requestTimeout]).toEqual([8_000, 10_000])
    // So that this test need not wait so long; what looks for such requests goes on looking as often as it does.
    Object.assign(app.server, { headersTimeout: 1, requestTimeout: 1 })
    const halves = [
      'GET / HTTP/1.1\r\nhost: x\r\n',
      'POST /api/v1/plans HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{',
    ]
    const answers = halves.map((half) => {
      const socket = connect(port, '127.0.0.1')
      let said = ''
      socket.on('data', (data) => (said += String(data)))
      socket.write(half)
      return new Promise<string>((ended) => socket.on('close', () => ended(said)))
    })
    const [head, body] = await Promise.all(answers)
    expect(head).toMatch(/^HTTP\/1\.1 408 /)
    // Whoever may not write is told so before the body has come; the connection is not kept for it either.
    expect(body).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  test('a whole address of another host is answered as ours, and its host is not repeated', async () => {
    const { anybody } = await world()
    const answer = await anybody.get('http://ond.example/api/v1/typo')
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([404, 'not-found'])
    expect(answer.body).not.toContain('ond.example')
  })

  test('an order nobody knows is the usual order', async () => {
    const { anybody } = await world()
    for (const sort of ['constructor', 'toString', '-hasOwnProperty']) {
      expect((await anybody.get(`/psykisk-halsa?sort=${sort}`)).statusCode).toBe(200)
    }
  })

  test('unknown words in the address of the API are refused', async () => {
    const { anybody } = await world()
    for (const url of ['/api/v1/plans?x=1', `${plan}/points?status=closed`, `${plan}/points.csv?x=1`]) {
      expect([url, (await anybody.get(url)).statusCode]).toEqual([url, 400])
    }
  })

  test('a plan that is not there is no download', async () => {
    const { anybody } = await world()
    expect(
      (await anybody.get('/api/v1/plans/finns-inte/points.csv')).headers['content-disposition'],
    ).toBeUndefined()
  })
})

describe('what is sent', () => {
  test('thousands of faults are told as one, at once', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const evidence = Array.from({ length: 30_000 }, () => 0) as never
    const answer = await strategist.post(`${plan}/points/7/updates`, { ...update(), evidence })
    expect(answer.statusCode).toBe(400)
    expect(answer.body.length).toBeLessThan(2_000)
  })

  test('a sign nobody can type is refused, and a title is one line', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const point = {
      number: '26',
      lead: { organisation: 'soc' },
      decision: { by: 'KF', on: '2023-11-15', reference: '§ 1' },
    }
    for (const title of ['noll\u0000här', 'två\nrader']) {
      expect((await strategist.post(`${plan}/points`, { ...point, title })).statusCode).toBe(400)
    }
    const basedOn = await latestOf(strategist, '16')
    expect(
      (await strategist.post(`${plan}/points/16/updates`, update({ basedOn, note: 'noll\u0000' })))
        .statusCode,
    ).toBe(400)
    expect(await rows()).toEqual(before)
  })

  test('an update says its outlook: none is taken away in silence', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const { outlook: _left, ...rest } = update({ basedOn: await latestOf(strategist, '7') })
    expect(codesOf(await strategist.post(`${plan}/points/7/updates`, rest))).toEqual(['malformed outlook'])
  })

  test('a correction may say its day, and only the settled one', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const basedOn = await latestOf(strategist, '16')
    const url = `${plan}/updates/${basedOn}/corrections`
    const wrong = await strategist.post(url, update({ basedOn, holdsFrom: '2023-11-18' }))
    expect([wrong.statusCode, ...codesOf(wrong)]).toEqual([422, 'correction-day-settled holdsFrom'])
    expect((await strategist.post(url, update({ basedOn, holdsFrom: '2023-11-15' }))).statusCode).toBe(201)
  })

  test('a review day’s term is that of its day', async () => {
    const { as } = await world()
    const answer = await (
      await as('strategist')
    ).post(`${plan}/reviews`, { heldOn: '2023-12-01', term: '2031-vt' })
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, 'term-other-than-day term'])
  })
})

describe('masking', () => {
  test('is the strategist’s, takes the words away everywhere, once, and the closed report still matches its hash', async () => {
    const { as, anybody } = await world()
    const point = (await anybody.get(`${plan}/points/7`)).json() as {
      updates: { note: { id: number; text: string } }[]
    }
    const { id, text } = point.updates.at(-1)!.note
    const url = `${plan}/texts/${id}/mask`
    expect((await (await as('ambassador')).put(url, { because: 'personuppgift' })).statusCode).toBe(403)
    const strategist = await as('strategist')
    expect((await strategist.put(`${plan}/texts/999999/mask`, { because: 'personuppgift' })).statusCode).toBe(
      404,
    )
    const masked = await strategist.put(url, { because: 'personuppgift' })
    expect(masked.json()).toEqual({ id, text: null, masked: { on: '2023-11-20', because: 'personuppgift' } })
    const again = await strategist.put(url, { because: 'igen' })
    expect([again.statusCode, ...codesOf(again)]).toEqual([422, 'already-masked'])
    for (const address of [`${plan}/points/7`, `${plan}/reviews/2023-ht`, '/psykisk-halsa/punkter/7']) {
      expect((await anybody.get(address)).body).not.toContain(text)
    }
  })
})

test('an error’s log line holds no values of a query', async () => {
  const lines: string[] = []
  const { as, db } = await world({
    parts: { logLevel: 'error', logTo: { write: (line: string) => void lines.push(line) } },
  })
  const strategist = await as('strategist')
  const basedOn = await latestOf(strategist, '16')
  const failed = new Error('Failed query: insert; params: Hemlig text', {
    cause: new Error('disk I/O error'),
  })
  db.write = () => Promise.reject(failed)
  const answer = await strategist.post(`${plan}/points/16/updates`, update({ basedOn, note: 'Hemlig text' }))
  expect([answer.statusCode, ...codesOf(answer)]).toEqual([500, 'failed'])
  expect(lines.join('')).toContain('disk I/O error')
  expect(lines.join('')).not.toContain('Hemlig')
})
