import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { touchedBy } from '#domain/trail.ts'
import { words } from '#words/index.ts'
import type { TrailRow } from '../../server/trail/schema.ts'
import { world, type Member, type World } from '../support/world.ts'
import { codesOf, embedded, latestOf, plan, update } from './given.ts'
import { everyRoute } from './matrix.given.ts'

const trail = `${plan}/trail`

const entries = async (member: Member, query = ''): Promise<TrailRow[]> =>
  ((await member.get(`${trail}${query}`)).json() as { items: TrailRow[] }).items

const activity = {
  point: '1',
  what: 'Första träffen i Strandby. Karin Sjöholm kom med kaffe.',
  happenedOn: '2023-11-16',
  participants: 12,
}

/** Every row of the table itself, without reading it through the API, which leaves one. */
const rowsOf = ({ db }: World) => db.read(async (tx) => tx.select().from(tx.tables.trail))

describe('what leaves a row', () => {
  test('a refused write leaves none, nor one that failed', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    const ambassador = await here.as('ambassador')
    const before = await rowsOf(here)
    expect((await ambassador.post(`${plan}/points/7/updates`, update())).statusCode).toBe(403)
    expect((await strategist.post(`${plan}/points/7/updates`, update())).statusCode).toBe(409)
    const basedOn = await latestOf(strategist, '7')
    const silent = await strategist.post(`${plan}/points/7/updates`, update({ basedOn, note: '' }))
    expect([silent.statusCode, ...codesOf(silent)]).toEqual([422, 'note-missing note'])
    expect(await rowsOf(here)).toEqual(before)
  })

  test('a write leaves one: who, when, what, with codes and days, and never a word that was written', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    const basedOn = await latestOf(strategist, '7')
    const before = await rowsOf(here)
    const answer = await strategist.post(`${plan}/points/7/updates`, update({ ...embedded, basedOn }))
    expect(answer.statusCode).toBe(201)
    const [row, ...more] = (await rowsOf(here)).slice(before.length)
    expect(more).toEqual([])
    expect(row).toMatchObject({
      at: '2023-11-20T09:00:00.000Z',
      personId: strategist.personId,
      kind: 'change',
      deed: 'update.record',
      object: 'point',
      objectId: '7',
      fields: {
        status: { before: 'in_progress', after: 'embedded' },
        note: {},
        'closing.receiver': {},
        'closing.embeddedFrom': { after: '2023-11-20' },
        evidence: { after: 1 },
      },
    })
    expect(JSON.stringify(row)).not.toMatch(/boendestöd|Vuxenenheten|Enhetschef|Verksamhetsplan/)
  })

  test('the same write three times leaves one row', async () => {
    const here = await world()
    const ambassador = await here.as('ambassador')
    const before = await rowsOf(here)
    const key = randomUUID()
    for (let time = 0; time < 3; time += 1) await ambassador.post(`${plan}/activities`, activity, key)
    const left = (await rowsOf(here)).slice(before.length)
    expect(left).toHaveLength(1)
    expect(left[0]).toMatchObject({ deed: 'activity.log', fields: { participants: { after: 12 }, what: {} } })
    expect(JSON.stringify(left)).not.toContain('Karin')
  })

  test('signing in and out leave theirs, in no plan', async () => {
    const here = await world()
    const before = await rowsOf(here)
    const ambassador = await here.as('ambassador')
    const { cookie } = (await ambassador.get('/mitt')).raw.req.headers as { cookie: string }
    await here.app.inject({ method: 'POST', url: '/logga-ut', headers: { cookie } })
    await here.app.inject({ method: 'POST', url: '/logga-ut', headers: { cookie } })
    const left = (await rowsOf(here)).slice(before.length)
    expect(left.map(({ deed, personId, planId }) => [deed, personId, planId])).toEqual([
      ['session.open', ambassador.personId, null],
      ['session.end', ambassador.personId, null],
    ])
  })

  test('nobody edits or deletes a row', async () => {
    const { db, as } = await world()
    await as('ambassador')
    const { trail: table } = await db.read((tx) => Promise.resolve(tx.tables))
    await expect(db.write((tx) => tx.update(table).set({ personId: null }))).rejects.toThrow()
    await expect(db.write((tx) => tx.delete(table))).rejects.toThrow()
  })
})

describe('reading the trail', () => {
  test('is for those who lead the plan, and what belongs to no plan for administrators', async () => {
    const { as, app } = await world()
    for (const url of [trail, `${trail}.csv`, '/psykisk-halsa/handelser'])
      expect((await app.inject({ url })).statusCode, url).toBe(401)
    for (const role of ['reader', 'ambassador', 'reporter'] as const) {
      const member = await as(role)
      for (const url of [trail, `${trail}.csv`, '/psykisk-halsa/handelser'])
        expect((await member.get(url)).statusCode, `${role} ${url}`).toBe(403)
    }
    const strategist = await as('strategist')
    for (const url of ['/api/v1/trail', '/api/v1/trail.csv', '/mitt/handelser'])
      expect((await strategist.get(url)).statusCode, url).toBe(403)
  })

  test('is itself a reading: it leaves a row with how many, and raises no revision', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-12' })
    const [before, revisions] = [await rowsOf(here), await here.db.revisions('psykisk-halsa')]
    for (const url of [trail, '/psykisk-halsa/handelser', '/en/psykisk-halsa/handelser', `${trail}.csv`])
      expect((await strategist.get(url)).statusCode, url).toBe(200)
    const left = (await rowsOf(here)).slice(before.length)
    expect(left.map(({ kind, deed, count }) => [kind, deed, count])).toEqual([
      ['read', 'trail', 2],
      ['read', 'trail', 3],
      ['read', 'trail', 4],
      ['read', 'trail.csv', 5],
    ])
    expect(await here.db.revisions('psykisk-halsa')).toEqual(revisions)
  })

  test('a filter that cannot be meant is refused by the API', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    for (const query of ['?kind=write', '?from=2023-02-30', '?person=x', '?after=0', '?limit=1000', '?x=1'])
      expect((await strategist.get(trail + query)).statusCode, query).toBe(400)
  })

  test('filters by person, deed, object, kind and Swedish day, the newest first, and goes on by key', async () => {
    const here = await world({ now: new Date('2023-11-20T22:30:00Z') })
    const strategist = await here.as('strategist')
    const ambassador = await here.as('ambassador')
    await ambassador.post(`${plan}/activities`, activity)
    // Half past midnight in Sweden.
    here.now = new Date('2023-11-20T23:30:00Z')
    await ambassador.post(`${plan}/activities`, { ...activity, point: '2' })
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-12' })
    const deeds = async (query: string) => (await entries(strategist, query)).map(({ deed }) => deed)

    expect(await deeds('?kind=change')).toEqual([
      'review.plan',
      'activity.log',
      'activity.log',
      'example.plant',
    ])
    expect(await deeds(`?kind=change&person=${ambassador.personId}`)).toEqual([
      'activity.log',
      'activity.log',
    ])
    expect(await deeds('?deed=review.plan')).toEqual(['review.plan'])
    expect(await deeds('?object=review&id=2023-ht-2')).toEqual(['review.plan'])
    expect(await deeds('?kind=change&from=2023-11-21')).toEqual(['review.plan', 'activity.log'])
    expect(await deeds('?kind=change&from=2023-11-20&to=2023-11-20')).toEqual(['activity.log'])
    const first = (await strategist.get(`${trail}?kind=change&limit=3`)).json() as { next: string }
    expect(await deeds(`?kind=change&limit=3&after=${first.next}`)).toEqual(['example.plant'])
  })

  test('tells who by the name they have now', async () => {
    const { as, db } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-12' })
    const [row] = await entries(strategist, '?deed=review.plan')
    expect(row!.person).toEqual({ id: strategist.personId, name: 'Karin Sjöholm' })
    await db.write((tx) => tx.update(tx.tables.people).set({ name: null }))
    expect((await entries(strategist, '?deed=review.plan'))[0]!.person!.name).toBeNull()
  })

  test('as CSV: the same rows, a sentence each, and no formula', async () => {
    const { as, db } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-12' })
    await db.write((tx) => tx.update(tx.tables.people).set({ name: '=cmd()' }))
    const file = await strategist.get(`${trail}.csv?kind=change`)
    expect(file.headers['content-disposition']).toBe('attachment; filename="psykisk-halsa-handelser.csv"')
    const [head, ...lines] = file.body.trimEnd().split('\r\n')
    expect(head).toMatch(/^\uFEFFTidpunkt \(UTC\);Person-id;Vem;/)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(`;"'=cmd()";change;review.plan;"'=cmd() bestämde dagen`)
    expect(lines[1]).toContain(';Programmet;change;example.plant;Programmet lade in exempelplanen;')
  })

  test('an administrator reads what belongs to no plan, and nothing of the plans', async () => {
    const { as } = await world()
    const administrator = await as('administrator')
    await administrator.post(`${plan}/reviews`, { heldOn: '2023-12-12' })
    const answer = await administrator.get('/api/v1/trail')
    const { items } = answer.json() as { items: TrailRow[] }
    expect(items.map(({ deed }) => deed)).toEqual(['session.open'])
    expect((await administrator.get('/mitt/handelser')).statusCode).toBe(200)
  })
})

test('what any change touches has a name in the filter, in both languages', async () => {
  const changing = (await everyRoute(await world())).filter(
    ({ method, config, url }) =>
      /POST|PUT|DELETE/.test(method) && config.permission && !config.withoutKey && url.startsWith('/api/'),
  )
  const named = ({ url }: { url: string }) => {
    const params = Object.fromEntries([...url.matchAll(/:(\w+)/g)].map(([, name]) => [name!, '1']))
    return touchedBy(url, params, {})?.object ?? ''
  }
  for (const lang of ['sv', 'en'] as const)
    expect(changing.map(named).filter((object) => !Object.hasOwn(words[lang].trail.objects, object))).toEqual(
      [],
    )
})
