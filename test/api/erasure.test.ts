import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { words } from '#words/index.ts'
import { eraseCommand } from '../../server/commands/erase.ts'
import { extractCommand } from '../../server/commands/extract.ts'
import type { Extract } from '../../server/people/privacy/extract.routes.ts'
import { tablesAboutPeople } from '../../server/people/privacy/extract.store.ts'
import type { ReportWhole } from '../../server/reports/schema.ts'
import { world, type Member, type World } from '../support/world.ts'
import { codesOf, latestOf, plan, update } from './given.ts'

const erasure = (id: number) => `/api/v1/people/${id}/erasure`
const confirmed = { confirmed: true }

const personOf = ({ db }: World, id: number) =>
  db.read(async (tx) => {
    const { people } = tx.tables
    const [person] = await tx.select().from(people).where(eq(people.id, id))
    return person!
  })

/** Every place in the database where one of these texts stands, as table.column. */
const placesOf = ({ db }: World, ...texts: string[]) =>
  db.read(async (tx) => {
    const places = new Set<string>()
    for (const [name, table] of Object.entries(tx.tables)) {
      for (const row of await tx.select().from(table)) {
        for (const [column, value] of Object.entries(row)) {
          const said = Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)
          if (texts.some((text) => said.toLowerCase().includes(text.toLowerCase())))
            places.add(`${name}.${column}`)
        }
      }
    }
    return [...places].sort()
  })

/** An ambassador who has left something of themselves in every place that may hold it. */
async function busyAmbassador(here: World, administrator: Member): Promise<Member> {
  const ambassador = await here.as('ambassador')
  const { personId } = ambassador
  const activity = { point: '1', what: 'Träff i Strandby.', happenedOn: '2023-11-16' }
  expect((await ambassador.post(`${plan}/activities`, activity)).statusCode).toBe(201)
  const { name, email } = await personOf(here, personId)
  await here.db.write(async (tx) => {
    const { identities, drafts, outbox, idempotencyKeys, memberships } = tx.tables
    const [membership] = await tx.select().from(memberships).where(eq(memberships.personId, personId))
    const { planId } = membership!
    const at = here.now.toISOString()
    await tx.insert(identities).values({ personId, issuer: 'kommun', subject: email!, createdAt: at })
    const body = { what: `Jag heter ${name}` }
    await tx.insert(drafts).values({ personId, planId, form: 'activity', body, changedAt: at })
    const mail = { kind: 'log-link', facts: {}, createdAt: at, dueAt: at, attempts: 0 }
    await tx.insert(outbox).values({ personId, ...mail })
    await tx
      .update(memberships)
      .set({ workplace: `Kontoret, ${email}` })
      .where(eq(memberships.personId, personId))
    // What whoever added them was answered.
    const answered = { items: [{ name, email: email!.toUpperCase() }], other: 'Annat' }
    const kept = { key: 'k', requestHash: 'h', status: 201, body: JSON.stringify(answered), createdAt: at }
    await tx.insert(idempotencyKeys).values({ personId: administrator.personId, ...kept })
  })
  return ambassador
}

describe('erasing a person', () => {
  test('is an administrator’s, asked for with a confirmation, and nothing is written otherwise', async () => {
    const here = await world()
    const administrator = await here.as('administrator')
    const strategist = await here.as('strategist')
    const { personId } = await here.as('ambassador')
    const before = await here.rows()
    const url = erasure(personId)
    expect((await here.app.inject({ method: 'PUT', url, payload: confirmed })).statusCode).toBe(401)
    expect((await strategist.put(url, confirmed)).statusCode).toBe(403)
    const unsure = await administrator.put(url, { confirmed: false })
    expect([unsure.statusCode, ...codesOf(unsure)]).toEqual([422, 'erasure-unconfirmed confirmed'])
    expect((await administrator.put(url, {})).statusCode).toBe(400)
    expect((await administrator.put(erasure(999_999), confirmed)).statusCode).toBe(404)
    expect(await here.rows()).toEqual(before)
    expect((await personOf(here, personId)).erasedAt).toBeNull()
  })

  test('not the last administrator, and nobody twice', async () => {
    const here = await world()
    const administrator = await here.as('administrator')
    await here.db.write(async (tx) => {
      const { people } = tx.tables
      await tx.update(people).set({ administrator: false })
      await tx.update(people).set({ administrator: true }).where(eq(people.id, administrator.personId))
    })
    const last = await administrator.put(erasure(administrator.personId), confirmed)
    expect([last.statusCode, ...codesOf(last)]).toEqual([422, 'last-administrator'])
    const { personId } = await here.as('ambassador')
    expect((await administrator.put(erasure(personId), confirmed)).statusCode).toBe(200)
    const again = await administrator.put(erasure(personId), confirmed)
    expect([again.statusCode, ...codesOf(again)]).toEqual([422, 'person-erased'])
  })

  test('takes name and address out of every column of every table, and keeps what was recorded', async () => {
    const here = await world()
    const administrator = await here.as('administrator')
    const ambassador = await busyAmbassador(here, administrator)
    const { name, email } = await personOf(here, ambassador.personId)
    expect(await placesOf(here, name!, email!)).toEqual([
      'drafts.body',
      'idempotencyKeys.body',
      'identities.subject',
      'memberships.workplace',
      'people.email',
      'people.name',
    ])
    const before = await here.rows()
    const answer = await administrator.put(erasure(ambassador.personId), confirmed)
    expect(answer.json()).toEqual({ id: ambassador.personId, erasedAt: '2023-11-20T09:00:00.000Z' })

    expect(await placesOf(here, name!, email!)).toEqual([])
    const after = await here.rows()
    for (const table of ['activities', 'updates', 'texts', 'memberships', 'people'])
      expect([table, after[table]]).toEqual([table, before[table]])
    expect(after.trail).toBe(before.trail! + 1)
    const [kept] = await here.db.read((tx) =>
      tx.select().from(tx.tables.idempotencyKeys).where(eq(tx.tables.idempotencyKeys.key, 'k')),
    )
    expect(JSON.parse(kept!.body)).toEqual({ items: [{ name: '', email: '' }], other: 'Annat' })
  })

  test('ends every way in at once, and the trail tells of a former colleague', async () => {
    const here = await world()
    const administrator = await here.as('administrator')
    const ambassador = await busyAmbassador(here, administrator)
    await administrator.put(erasure(ambassador.personId), confirmed)
    expect((await ambassador.get('/mitt')).statusCode).toBe(401)
    const { deactivatedAt, administrator: still } = await personOf(here, ambassador.personId)
    expect([deactivatedAt, still]).toEqual(['2023-11-20T09:00:00.000Z', false])
    const { items } = (await administrator.get(`${plan}/trail?person=${ambassador.personId}`)).json() as {
      items: unknown[]
    }
    expect(items).toMatchObject([{ deed: 'activity.log', person: { name: null } }])
    expect((await administrator.get(`/mitt/personer/${ambassador.personId}/ta-bort`)).statusCode).toBe(200)
    expect((await administrator.get('/mitt/personer/999999/ta-bort')).statusCode).toBe(404)
  })
})

describe('the register extract', () => {
  test('of others is an administrator’s; of oneself everybody’s who can sign in', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    const url = `/api/v1/people/${strategist.personId}/extract`
    for (const open of [url, '/mitt/utdrag']) expect((await here.anybody.get(open)).statusCode).toBe(401)
    expect((await strategist.get(url)).statusCode).toBe(403)
    expect((await (await here.as('administrator')).get('/api/v1/people/999999/extract')).statusCode).toBe(404)
  })

  test('tells of every table that points at people, each in plain words', () => {
    for (const lang of ['sv', 'en'] as const)
      expect(tablesAboutPeople.filter((name) => !Object.hasOwn(words[lang].extract.parts, name))).toEqual([])
  })

  test('holds what was written in its own words, no key that opens anything, and leaves a row', async () => {
    const here = await world()
    const administrator = await here.as('administrator')
    const ambassador = await busyAmbassador(here, administrator)
    const { name, email } = await personOf(here, ambassador.personId)
    const before = await here.rows()
    const own = await ambassador.get('/mitt/utdrag')
    expect(own.headers['content-disposition']).toBe(
      `attachment; filename="registerutdrag-${ambassador.personId}.json"`,
    )
    const { parts } = own.json<Extract>()
    expect(parts.people!.rows).toMatchObject([{ name, email }])
    expect(parts.activities!.rows.at(-1)).toMatchObject({
      plan: 'psykisk-halsa',
      point: '1',
      what: 'Träff i Strandby.',
    })
    for (const part of [
      'memberships',
      'sessions',
      'links',
      'identities',
      'drafts',
      'notices',
      'answers',
      'trail',
    ])
      expect(parts[part]?.rows.length, part).toBeGreaterThan(0)
    expect(own.body).not.toMatch(/hash|token|verifier/i)
    const others = await administrator.get(`/api/v1/people/${ambassador.personId}/extract`)
    expect(Object.keys(others.json<Extract>().parts)).toEqual(Object.keys(parts))
    expect((await here.rows()).trail).toBe(before.trail! + 2)
  })

  test('of somebody who decides holds their updates with what they rest on', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    const basedOn = await latestOf(strategist, '7')
    const said = update({ basedOn, evidence: [{ title: 'Protokoll', reference: 'SN 2023/88' }] })
    expect((await strategist.post(`${plan}/points/7/updates`, said)).statusCode).toBe(201)
    const { parts } = (await strategist.get('/en/mitt/utdrag')).json<Extract>()
    expect(parts.updates!.rows.at(-1)).toMatchObject({
      point: '7',
      note: 'Två nya hyresvärdar är med.',
      evidence: [{ title: 'Protokoll', reference: 'SN 2023/88' }],
    })
    expect(parts.updates!.about).toBe('Updates you wrote.')
  })

  test('of somebody who writes reports holds their words', async () => {
    const strategist = await (await world()).as('strategist')
    const report = `${plan}/reviews/2023-vt/report`
    const { sections, kind } = (await strategist.get(report)).json() as ReportWhole
    const said = {
      basedOn: null,
      kind,
      sections: { ...sections, summary: 'Två ord.', documents: ['Ett.', 'Två.'] },
    }
    expect((await strategist.put(report, said)).statusCode).toBe(200)
    const { parts } = (await strategist.get('/mitt/utdrag')).json<Extract>()
    expect(parts.reportVersions!.rows.at(-1)).toMatchObject({
      plan: 'psykisk-halsa',
      sections: { summary: ['Två ord.'], documents: ['Ett.', 'Två.'] },
    })
  })
})

describe('on the console', () => {
  test('whose has to be said, and an erasure twice; nothing is written before that', async () => {
    const here = await world()
    const { personId } = await here.as('ambassador')
    const { email } = await personOf(here, personId)
    const before = await here.rows()
    await expect(extractCommand([], here.db, here.now)).rejects.toThrow('Say whose')
    await expect(extractCommand(['--email', 'x@y.se'], here.db, here.now)).rejects.toThrow('Nobody here')
    await expect(eraseCommand([], here.db, here.now)).rejects.toThrow('Say whose')
    await expect(eraseCommand(['--email', email!], here.db, here.now)).rejects.toThrow('with --yes')
    expect(await here.rows()).toEqual(before)
  })

  test('the extract is the same, the erasure too, and both leave a row in nobody’s name', async () => {
    const here = await world()
    const { personId } = await here.as('ambassador')
    const { email } = await personOf(here, personId)
    const extract = JSON.parse(await extractCommand(['--email', email!], here.db, here.now)) as Extract
    expect(extract.parts.people!.rows).toMatchObject([{ email }])
    await eraseCommand(['--email', email!.toUpperCase(), '--yes'], here.db, here.now)
    expect((await personOf(here, personId)).erasedAt).toBe('2023-11-20T09:00:00.000Z')
    const rows = await here.db.read((tx) => tx.select().from(tx.tables.trail))
    expect(rows.slice(-2).map((row) => [row.personId, row.deed, row.objectId])).toEqual([
      [null, 'extract', String(personId)],
      [null, 'people.erase', String(personId)],
    ])
  })
})
