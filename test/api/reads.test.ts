import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { plan, update } from './given.ts'

describe('reading without signing in', () => {
  test('the headline is 18 of 25, 7 closed and 11 embedded, in every answer that tells it', async () => {
    const { anybody } = await world()
    const golden = {
      adopted: 25,
      completed: 18,
      closed: 7,
      embedded: 11,
      inProgress: 5,
      paused: 1,
      withdrawn: 1,
    }
    const plans = (await anybody.get('/api/v1/plans')).json() as { items: { completion: object }[] }
    expect(plans.items[0]!.completion).toMatchObject(golden)
    expect((await anybody.get(plan)).json()).toMatchObject({ completion: golden })
    const grown = (await anybody.get(`${plan}/completion`)).json() as {
      items: { kind: string; term: string | null; day: string; completion: { completed: number } }[]
    }
    expect(grown.items.map((item) => [item.kind, item.term, item.completion.completed])).toEqual([
      ['adopted', null, 0],
      ['review', '2021-vt', 0],
      ['review', '2021-ht', 2],
      ['review', '2022-vt', 6],
      ['review', '2022-ht', 10],
      ['review', '2023-vt', 14],
      ['review', '2023-ht', 18],
      ['now', null, 18],
    ])
    expect(grown.items.map((item) => item.day)).toEqual([...grown.items.map((item) => item.day)].sort())
    const points = (await anybody.get(`${plan}/points`)).json() as { items: { status: string }[] }
    expect(points.items.filter(({ status }) => status === 'closed' || status === 'embedded')).toHaveLength(18)
  })

  test('what is not there is a problem document, typos of the API too', async () => {
    const { anybody } = await world()
    for (const url of [
      '/api/typo',
      '/api/v1/typo',
      '/api/v1/plans/finns-inte',
      `${plan}/points/99`,
      `${plan}/reviews/2030-vt`,
    ]) {
      const answer = await anybody.get(url)
      expect([url, answer.statusCode]).toEqual([url, 404])
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(answer.json()).toMatchObject({
        status: 404,
        code: 'not-found',
        title: 'Det du söker finns inte här.',
      })
    }
    const english = await anybody.get('/api/typo', { headers: { 'accept-language': 'en-GB,en' } })
    expect(english.json()).toMatchObject({ title: 'What you are looking for is not here.' })
  })

  test('an answer has an ETag, and is not sent again to somebody who has it', async () => {
    const { anybody, as } = await world()
    const first = await anybody.get(`${plan}/points`)
    const etag = first.headers.etag as string
    expect(first.headers['cache-control']).toBe('no-cache')
    expect(first.headers.vary).toBe('Accept, Accept-Encoding, Cookie')
    const again = await anybody.get(`${plan}/points`, { headers: { 'if-none-match': etag } })
    expect([again.statusCode, again.body]).toEqual([304, ''])

    const strategist = await as('strategist')
    const { json } = await strategist.get(`${plan}/points/16`)
    const { latestUpdate } = json() as { latestUpdate: number }
    await strategist.post(
      `${plan}/points/16/updates`,
      update({ basedOn: latestUpdate, outlook: 'late', reason: 'Lokal saknas.' }),
    )
    const fresh = await anybody.get(`${plan}/points`, { headers: { 'if-none-match': etag } })
    expect(fresh.statusCode).toBe(200)
    expect(fresh.headers.etag).not.toBe(etag)
  })

  test('somebody signed in neither takes nor leaves kept answers', async () => {
    const { as } = await world()
    const answer = await (await as('strategist')).get(`${plan}/points`)
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(answer.headers.etag).toBeUndefined()
  })

  test('answers come compressed to those who can read it, and say so', async () => {
    const { anybody } = await world()
    const plain = await anybody.get(`${plan}/points`)
    for (const encoding of ['br', 'gzip']) {
      const packed = await anybody.get(`${plan}/points`, { headers: { 'accept-encoding': encoding } })
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
      expect(packed.headers.etag).not.toBe(plain.headers.etag)
    }
  })

  test('nothing that travels holds the name or address of a person (A08, O02)', async () => {
    const { anybody, db } = await world()
    const people = await db.read((tx) => tx.select().from(tx.tables.people))
    const urls = [
      'points',
      'points/7',
      'points.csv',
      'activities?limit=100',
      'reviews',
      'reviews/2023-ht',
      'completion',
    ]
    const answers = await Promise.all(urls.map((url) => anybody.get(`${plan}/${url}`)))
    const everything = answers.map((answer) => answer.body).join('\n')
    expect(everything.length).toBeGreaterThan(50_000)
    const named = people.filter(
      ({ name, email }) => everything.includes(name!) || everything.includes(email!),
    )
    expect(named.map(({ id }) => id)).toEqual([])
  })

  test('the description of the API is OpenAPI 3.1 and names every route under /plans (O05)', async () => {
    const { anybody } = await world()
    const description = (await anybody.get('/api/v1/openapi.json')).json() as {
      openapi: string
      paths: object
    }
    expect(description.openapi).toMatch(/^3\.1/)
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/plans/{plan}/points/{number}/updates',
        '/api/v1/plans/{plan}/updates/{id}/corrections',
        '/api/v1/plans/{plan}/reviews/{term}/closure',
        '/api/v1/plans/{plan}/points.csv',
      ]),
    )
    const { post } = (description.paths as Record<string, { post: object }>)[
      '/api/v1/plans/{plan}/points/{number}/updates'
    ]!
    expect(JSON.stringify(post)).toContain('idempotency-key')
    expect(JSON.stringify(post)).toContain('application/problem+json')
    expect(JSON.stringify(post)).toContain('#/components/schemas/Problem')
  })
})

describe('points.csv', () => {
  test('opens right in a Swedish Excel: BOM, semicolon, CRLF, å ä ö, one row a point', async () => {
    const { anybody } = await world()
    const answer = await anybody.get(`${plan}/points.csv`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const lines = answer.body.slice(1).split('\r\n')
    expect(lines.pop()).toBe('')
    expect(lines).toHaveLength(26)
    expect(lines[0]).toMatch(/^Nr;Rubrik;Status;Läge;Ansvarig;/)
    expect(lines[6]).toMatch(/^6;Åtgärder för personer i hemlöshet;Slutförd – inarbetad;/)
  })

  test('says which goals each point is tied to, by number and official title', async () => {
    const { anybody } = await world()
    const lines = (await anybody.get(`${plan}/points.csv`)).body.split('\r\n')
    expect(lines[0]).toMatch(
      /;Folkhälsopolitikens målområden;Delmål i nationella strategin;Mål i Agenda 2030$/,
    )
    expect(lines[6]).toMatch(
      /;5 Boende och närmiljö;4 Ett inkluderande samhälle med delaktiga invånare;1 Ingen fattigdom, 11 Hållbara städer och samhällen$/,
    )
  })

  test('a title that begins like a formula is text in it', async () => {
    const { anybody, as } = await world()
    const strategist = await as('strategist')
    const added = await strategist.post(`${plan}/points`, {
      number: '26',
      title: '=HYPERLINK("https://ond.example";"klicka")',
      lead: { organisation: 'soc' },
      decision: { by: 'kommunfullmäktige', on: '2023-11-15', reference: '§ 150' },
    })
    expect(added.statusCode).toBe(201)
    const { body } = await anybody.get(`${plan}/points.csv`)
    expect(body).toContain(`26;"'=HYPERLINK(""https://ond.example"";""klicka"")"`)
  })
})
