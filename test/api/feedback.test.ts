import { describe, expect, test } from 'vitest'
import { extractCommand } from '../../server/commands/extract.ts'
import { eraseCommand } from '../../server/commands/erase.ts'
import { usualAllowance } from '../../server/http/rate-limits.ts'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { sweep } from '../../server/upkeep/retention.store.ts'
import { mailbox } from '../support/mailbox.ts'
import { world, type World } from '../support/world.ts'
import { codesOf } from './given.ts'

const publicUrl = 'https://plan.kommun.example'
const point = '/psykisk-halsa/punkter/7'
const sender = 'rut.lindell@privat.example'
const minutes = (n: number) => n * 60_000

async function house(more: Parameters<typeof world>[0] = {}) {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const all = await world({ ...more, parts: { publicUrl, origins: () => [publicUrl], mail, ...more.parts } })
  return { all, post }
}

const send = (all: World, fields: Record<string, string>, path = '/tyck-till', headers = {}) =>
  all.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ om: point, kind: 'page', ...fields }).toString(),
  })

const kept = ({ db }: World) =>
  db.read(async (tx) => (await tx.select().from(tx.tables.feedback)).toSorted((a, b) => a.id - b.id))
const deliver = (all: World, after = 0) =>
  deliverMails(all.parts, { now: new Date(all.now.getTime() + minutes(after)) })
const mine = async (all: World, who: string) =>
  (await (await all.as(who)).get('/mitt/synpunkter', { headers: { accept: 'application/json' } })).json<{
    waiting: { id: number; text?: string; email?: string; plan?: string }[]
    handled: { id: number; text?: string; email?: string; answer?: string; failed: boolean }[]
    mail: boolean
  }>()

describe('what a reader writes about a page (K10)', () => {
  test('is refused with what was typed, the summary and the field, and nothing is written', async () => {
    const { all } = await house()
    const before = await all.rows()
    for (const [fields, field] of [
      [{ text: '  ' }, 'text'],
      [{ text: 'x'.repeat(4001) }, 'text'],
      [{ text: 'Hej', email: 'rut@@fel' }, 'email'],
      [{ text: 'Ring mig på 070-123 45 67' }, 'text'],
    ] as const) {
      const answer = await send(all, fields, '/tyck-till', { accept: 'application/json' })
      expect(answer.statusCode).toBe(422)
      const page = answer.json<{ text: string; email: string; path: string; faults: { field: string }[] }>()
      expect(page.faults.map((fault) => fault.field)).toEqual([field])
      expect(page).toMatchObject({
        path: point,
        text: fields.text,
        email: 'email' in fields ? fields.email : '',
      })
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    expect(await all.rows()).toEqual(before)
    expect(
      (await send(all, { text: 'Hej' }, '/tyck-till', { origin: 'https://annan.example' })).statusCode,
    ).toBe(403)
    expect(await all.rows()).toEqual(before)
  })

  test('is kept from anybody, without session, cookie or origin; a personal number is asked about once and no more', async () => {
    const { all } = await house()
    const answer = await send(all, { text: 'Bra sida!\r\nTack.', email: ` ${sender.toUpperCase()} ` })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers.location).toBe('/tyck-till?om=%2Fpsykisk-halsa%2Fpunkter%2F7&tack=svar')
    const asked = (
      await send(all, { text: '19121212-1212 stämmer inte' }, '/en/tyck-till', { accept: 'application/json' })
    ).json<{ asked: string }>()
    const meant = await send(
      all,
      { text: '19121212-1212 stämmer inte', asked: asked.asked, om: '/en/finns-inte?x=1' },
      '/en/tyck-till',
    )
    expect(meant.statusCode).toBe(303)
    const [plan] = await all.db.read((tx) => tx.select().from(tx.tables.plans))
    expect(await kept(all)).toMatchObject([
      { planId: plan!.id, kind: 'page', path: point, lang: 'sv', body: 'Bra sida!\nTack.', email: sender },
      { planId: null, path: '/en/finns-inte', lang: 'en', email: null, handledAt: null },
    ])
  })

  test('tells a program that fills in what nobody sees the same as a person, and keeps nothing', async () => {
    const { all } = await house()
    const person = await send(all, { text: 'Hej' })
    const before = await all.rows()
    const program = await send(all, { text: 'Hej', webbplats: 'https://köp.example' })
    const same = ({ statusCode, headers, body }: typeof person) => [statusCode, headers.location, body]
    expect(same(program)).toEqual(same(person))
    expect(await all.rows()).toEqual(before)
  })

  test('never names a plan that is not published: it is told to the administrators, like any address', async () => {
    const { all } = await house()
    await all.db.write((tx) => tx.update(tx.tables.plans).set({ publishedAt: null }))
    await send(all, { text: 'Hej' })
    expect(await kept(all)).toMatchObject([{ planId: null, path: point }])
  })

  test('a key of our own or another site is no page to write about', async () => {
    const { all } = await house()
    for (const om of ['https://annan.example/x', '//annan.example', '/logga-in/hemlig', 'x'])
      expect((await send(all, { text: 'Hej', om })).headers.location).toBe('/tyck-till?om=%2F&tack=1')
  })

  test('comes back with its text when a network or everybody has sent too much, and another hour takes it', async () => {
    const limits = { ...usualAllowance, feedbackPerNetwork: 2, feedback: 3 }
    const { all } = await house({ parts: { limits } })
    for (let n = 0; n < 2; n += 1) expect((await send(all, { text: 'Hej' })).statusCode).toBe(303)
    const refused = await send(all, { text: 'En till' }, '/tyck-till', { accept: 'application/json' })
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.json()).toMatchObject({ text: 'En till', faults: [{ field: 'text' }] })
    expect(await kept(all)).toHaveLength(2)
    expect(usualAllowance.feedbackPerNetwork).toBeGreaterThanOrEqual(60)
  })
})

describe('those who are responsible', () => {
  test('are told by one mail an hour, however much comes, without a word of it', async () => {
    const { all, post } = await house()
    for (let n = 0; n < 30; n += 1) await send(all, { text: `Köp nu ${n}`, email: sender })
    await send(all, { text: 'Jag kan inte läsa bilden', kind: 'accessibility' })
    await deliver(all)
    const { email } = await all.db.read(async (tx) => {
      const { people, memberships } = tx.tables
      const lead = (await tx.select().from(memberships)).find(({ role }) => role === 'strategist')!
      return (await tx.select().from(people)).find(({ id }) => id === lead.personId)!
    })
    expect(post.to(email!)).toHaveLength(1)
    const [first] = post.to(email!)
    expect(first!.mail.subject).toContain('31 synpunkter väntar på svar')
    expect(first!.mail.text).toContain('En gäller tillgänglighet.')
    expect(first!.mail.text).toContain(`${publicUrl}/mitt/synpunkter`)
    expect(first!.raw).not.toMatch(/Köp nu|rut\.lindell/)
    await send(all, { text: 'En till' })
    await send(all, { text: 'Och en till' })
    await deliver(all, 59)
    expect(post.to(email!)).toHaveLength(1)
    await deliver(all, 61)
    expect(post.to(email!)).toHaveLength(2)
    await deliver(all, 300)
    expect(post.to(email!)).toHaveLength(2)
  })

  test('read and answer their own plans only; those outside the plans the administrators', async () => {
    const { all } = await house()
    await send(all, { text: 'Om punkten', email: sender })
    await send(all, { text: 'Om sidan', om: '/tillganglighet' })
    const strategist = await mine(all, 'strategist')
    expect(strategist.waiting.map(({ text }) => text)).toEqual(['Om punkten'])
    expect((await mine(all, 'administrator')).waiting.map(({ text }) => text)).toEqual([
      'Om punkten',
      'Om sidan',
    ])
    const trail = await all.db.read((tx) => tx.select().from(tx.tables.trail))
    expect(trail.filter(({ deed }) => deed === 'feedback')).toMatchObject([
      { kind: 'read', count: 1 },
      { kind: 'read', count: 1 },
    ])
    const outside = (await kept(all)).find(({ planId }) => planId === null)!
    const lead = await all.as('strategist')
    const before = await kept(all)
    for (const who of ['ambassador', 'reporter', 'reader'])
      expect((await (await all.as(who)).put(`/api/v1/feedback/1/answer`, { text: null })).statusCode).toBe(
        403,
      )
    expect((await lead.put(`/api/v1/feedback/${outside.id}/answer`, { text: 'Tack' })).statusCode).toBe(404)
    expect((await lead.put(`/api/v1/feedback/999/answer`, { text: 'Tack' })).statusCode).toBe(404)
    const empty = await lead.put(`/api/v1/feedback/1/answer`, { text: ' ' })
    expect([empty.statusCode, codesOf(empty)]).toEqual([422, ['words-missing text']])
    expect(await kept(all)).toEqual(before)
  })

  test('answer by mail, once, in the language it was written in; the address is let go of when it has gone', async () => {
    const { all, post } = await house()
    await send(all, { text: 'Where is the plan?', email: sender, om: `/en${point}` }, '/en/tyck-till')
    await deliver(all)
    const lead = await all.as('strategist')
    const body = { text: 'It is on the page About the plan.' }
    const answer = await lead.put('/api/v1/feedback/1/answer', body)
    expect([answer.statusCode, answer.json()]).toEqual([200, { id: 1, sent: true }])
    expect((await lead.put('/api/v1/feedback/1/answer', body)).statusCode).toBe(409)
    expect(await kept(all)).toMatchObject([{ email: sender, answer: body.text }])
    // A mail server that is down for a while keeps the address until the answer has gone.
    post.refuse(451)
    await deliver(all)
    expect(await kept(all)).toMatchObject([{ email: sender }])
    post.refuse(undefined)
    await deliver(all, 5)
    const [received] = post.to(sender)
    expect(received!.mail.subject).toContain('An answer to what you wrote about')
    for (const words of [body.text, '> Where is the plan?', `${publicUrl}/en${point}`])
      expect(received!.mail.text).toContain(words)
    expect(await kept(all)).toMatchObject([{ email: null, answer: body.text }])
    const rows = await all.db.read(async (tx) => ({
      outbox: await tx.select().from(tx.tables.outbox),
      idempotencyKeys: await tx.select().from(tx.tables.idempotencyKeys),
      trail: await tx.select().from(tx.tables.trail),
    }))
    expect(JSON.stringify(rows)).not.toMatch(/rut\.lindell|Where is the plan|About the plan/)
    expect(rows.trail.some(({ deed, objectId }) => deed === 'feedback.answer' && objectId === '1')).toBe(true)
  })

  test('mark as dealt with what wants no answer, and what no mail leaves for: the address goes at once', async () => {
    const all = await world()
    await send(all, { text: 'Köp nu', email: sender })
    const lead = await all.as('strategist')
    expect((await mine(all, 'strategist')).mail).toBe(false)
    const printed: string[] = []
    expect((await lead.put('/api/v1/feedback/1/answer', { text: null })).json()).toEqual({
      id: 1,
      sent: false,
    })
    await deliverMails(all.parts, { now: all.now, print: (line) => printed.push(line) })
    expect(await kept(all)).toMatchObject([{ email: null, answer: null, handledAt: all.now.toISOString() }])
    expect(printed.join('\n')).not.toContain(sender)
    expect(await mine(all, 'strategist')).toMatchObject({ waiting: [], handled: [{ text: 'Köp nu' }] })
  })
})

describe('what is kept of it', () => {
  test('goes after two years; an address nobody could be answered at after 90 days', async () => {
    const { all } = await house()
    await send(all, { text: 'Hej', email: sender })
    await send(all, { text: 'Hej igen', email: sender })
    const lead = await all.as('strategist')
    await lead.put('/api/v1/feedback/1/answer', { text: 'Hej själv' })
    const later = (days: number) => new Date(all.now.getTime() + days * 86_400_000)
    await all.db.write((tx) => sweep(tx, later(91)))
    expect(await kept(all)).toMatchObject([
      { email: null, body: 'Hej' },
      { email: sender, body: 'Hej igen' },
    ])
    expect((await all.db.write((tx) => sweep(tx, later(731)))).feedback).toBe(2)
    const nothing = { body: null, email: null, answer: null }
    expect(await kept(all)).toMatchObject([{ ...nothing, path: point }, nothing])
    expect((await all.db.write((tx) => sweep(tx, later(732)))).feedback).toBe(0)
  })

  test('stands in the extract of whoever wrote it and not in others’, and their address goes with them', async () => {
    const { all } = await house()
    const writer = 'petra.ahlgren@example.se'
    await send(all, { text: 'Jag såg ett fel', email: writer })
    const lead = await all.as('strategist')
    await lead.put('/api/v1/feedback/1/answer', { text: 'Tack' })
    const of = async (email: string) =>
      JSON.parse(await extractCommand(['--email', email], all.db, all.now)) as {
        parts: { feedback?: { rows: Record<string, unknown>[] } }
      }
    expect((await of(writer)).parts.feedback?.rows).toMatchObject([
      { body: 'Jag såg ett fel', email: writer },
    ])
    const [{ email: leads } = {}] = await all.db.read(async (tx) =>
      (await tx.select().from(tx.tables.people)).filter(({ id }) => id === lead.personId),
    )
    const [row] = (await of(leads!)).parts.feedback!.rows
    expect(row).toMatchObject({ answer: 'Tack' })
    expect(JSON.stringify(row)).not.toMatch(/petra|såg ett fel/)
    await eraseCommand(['--email', writer, '--yes'], all.db, all.now)
    expect(await kept(all)).toMatchObject([{ email: null }])
  })

  test('is in no open answer', async () => {
    const { all } = await house()
    await send(all, { text: 'Kanelbullar', email: sender })
    for (const url of [
      '/api/v1/plans/psykisk-halsa',
      '/api/v1/plans/psykisk-halsa/points',
      '/api/v1/plans/psykisk-halsa/points.csv',
      `/api/v1/plans${point.replace('punkter', 'points')}`,
      point,
      '/psykisk-halsa',
      '/',
    ])
      expect((await all.anybody.get(url)).body).not.toMatch(/Kanelbullar|rut\.lindell/)
  })
})
