import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { wantReminders } from '../../server/reviews/preparation/remind.ts'
import { linksIn, mailbox, type Received } from '../support/mailbox.ts'
import { world, type World } from '../support/world.ts'
import { codesOf, plan } from './given.ts'
import { owning, publicUrl } from './preparation.given.ts'

const review = `${plan}/reviews/2024-vt`
const cancellation = `${review}/cancellation`
const facts = { heldOn: '2024-05-16', startsAt: '13:00', endsAt: '16:00', place: 'Stadshuset' }

async function mailing() {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const all = await world({ parts: { publicUrl, mail } })
  const strategist = await all.as('strategist')
  await strategist.post(`${plan}/reviews`, facts)
  return { all, post, strategist }
}

/** Until the outbox is empty: it takes fifty at a time. */
async function deliver(all: World): Promise<number> {
  let sent = 0
  for (let round = 1; round !== 0; sent += round) round = await deliverMails(all.parts, { now: all.now })
  return sent
}

interface Event {
  uid: string
  sequence: number
  status: string
  summary: string
}

const eventsIn = (text: string): Event[] =>
  Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT') as unknown as Event[]

function calendarOf({ mail }: Received): string {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  return typeof part?.content === 'string' ? part.content : new TextDecoder().decode(part?.content)
}

describe('cancelling a review day', () => {
  test('is refused to others, for one that is closed or not there, and for a reason as long as a page', async () => {
    const { all, strategist } = await mailing()
    const others = [await all.as('reporter'), await all.as('ambassador'), await all.as('reader')]
    const before = await all.rows()
    for (const member of others) expect((await member.put(cancellation, {})).statusCode).toBe(403)
    const closed = await strategist.put(`${plan}/reviews/2023-ht/cancellation`, {})
    expect([closed.statusCode, ...codesOf(closed)]).toEqual([422, 'review-closed term'])
    const long = await strategist.put(cancellation, { reason: 'x'.repeat(301) })
    expect([long.statusCode, ...codesOf(long)]).toEqual([422, 'line-too-long reason'])
    expect((await strategist.put(`${plan}/reviews/2030-vt/cancellation`, {})).statusCode).toBe(404)
    expect(await all.rows()).toEqual(before)
  })

  test('is refused while its meeting is under way, and when something was decided or said: it was held', async () => {
    const { all } = await mailing()
    all.now = new Date('2024-05-16T12:00:00Z')
    const back = await all.as('strategist')
    await back.put(`${review}/meeting`, { open: true })
    const underWay = await back.put(cancellation, {})
    expect([underWay.statusCode, ...codesOf(underWay)]).toEqual([422, 'review-under-way term'])
    await back.put(`${review}/meeting`, { open: false })
    await back.post(`${review}/comments`, { text: 'Vi väntar in budgeten.' })
    const before = await all.rows()
    const held = await back.put(cancellation, {})
    expect([held.statusCode, ...codesOf(held)]).toEqual([422, 'review-was-held term'])
    expect(await all.rows()).toEqual(before)
  })

  test('is told to everybody with its reason, and nothing is done with the day any more', async () => {
    const { all, strategist } = await mailing()
    const done = await strategist.put(cancellation, { reason: 'Flyttas till hösten.' })
    expect(done.statusCode).toBe(200)
    const told = (await all.anybody.get(review)).json() as object
    expect(told).toMatchObject({
      state: 'cancelled',
      cancelledAt: all.now.toISOString(),
      cancelledBecause: { text: 'Flyttas till hösten.' },
    })
    const before = await all.rows()
    const again = await strategist.put(cancellation, {})
    const moved = await strategist.put(review, { ...facts, heldOn: '2024-05-23' })
    expect([...codesOf(again), ...codesOf(moved)]).toEqual([
      'review-cancelled term',
      'review-cancelled heldOn',
    ])
    for (const url of ['participants', 'meeting', 'agenda', 'closure']) {
      const body = { participants: [], open: true, numbers: [], version: 0, basedOn: null }
      const only = { participants: ['participants'], meeting: ['open'], agenda: ['numbers', 'version'] }
      const names = only[url as keyof typeof only] ?? ['basedOn']
      const claim = Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)))
      expect((await strategist.put(`${review}/${url}`, claim)).statusCode, url).toBe(404)
    }
    expect(await all.rows()).toEqual(before)
    const rows = await all.db.read((tx) => tx.select().from(tx.tables.trail).orderBy(tx.tables.trail.id))
    const row = rows.find(({ deed }) => deed === 'review.cancel')
    expect(row).toMatchObject({ object: 'review', objectId: '2024-vt' })
    expect(row!.fields).toMatchObject({ heldOn: { before: '2024-05-16', after: null }, reason: {} })
  })

  test('keeps its term, so that a new day in the same term, on the same day too, has an address of its own', async () => {
    const { all, strategist } = await mailing()
    await strategist.put(cancellation, {})
    const set = await strategist.post(`${plan}/reviews`, facts)
    expect([set.statusCode, (set.json() as { term: string }).term]).toEqual([201, '2024-vt-2'])
    const taken = await strategist.post(`${plan}/reviews`, { heldOn: '2024-06-11', term: '2024-vt' })
    expect(codesOf(taken)).toEqual(['term-taken term'])
    const { items } = (await all.anybody.get(`${plan}/reviews`)).json() as {
      items: { term: string; state: string }[]
    }
    expect(items.slice(-2).map(({ term, state }) => [term, state])).toEqual([
      ['2024-vt', 'cancelled'],
      ['2024-vt-2', 'planned'],
    ])
  })

  test('does not stand in the way of closing a later day', async () => {
    const { all, strategist } = await mailing()
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-06-11', term: '2024-vt-2' })
    all.now = new Date('2024-06-11T15:00:00Z')
    const back = await all.as('strategist')
    const { latestUpdate } = (await back.get(`${plan}/reviews/2024-vt-2`)).json() as { latestUpdate: number }
    const close = () => back.put(`${plan}/reviews/2024-vt-2/closure`, { basedOn: latestUpdate })
    expect(codesOf(await close())).toEqual(['review-out-of-order heldOn'])
    // The day that passed without anybody meeting is cancelled afterwards.
    expect((await back.put(cancellation, {})).statusCode).toBe(200)
    expect((await close()).statusCode).toBe(200)
  })
})

describe('those who were invited to a cancelled day', () => {
  test('get one mail that takes it out of their calendars; those who were not get none', async () => {
    const { all, post, strategist } = await mailing()
    await strategist.post(`${review}/invitation`, { roles: ['reader'] })
    const invited = await deliver(all)
    await strategist.put(cancellation, { reason: 'Flyttas till hösten.' })
    expect(await deliver(all)).toBe(invited)
    const [first, last] = post.to(post.mails[0]!.to)
    expect(last!.mail.subject).toBe(
      'Inställd: avstämning 16 maj 2024 – Tillsammans för psykisk hälsa (exempel)',
    )
    expect(last!.mail.text).toContain('Flyttas till hösten.')
    expect(linksIn(last!)).toEqual([`${publicUrl}/psykisk-halsa/avstamningar`])
    expect(last!.raw).toMatch(/Content-Type: text\/calendar;[^\r]*method=CANCEL/i)
    expect(calendarOf(last!)).toContain('METHOD:CANCEL')
    const [[invitation], [taken]] = [eventsIn(calendarOf(first!)), eventsIn(calendarOf(last!))]
    expect(taken).toMatchObject({ uid: invitation!.uid, status: 'CANCELLED' })
    expect(Number(taken!.sequence)).toBeGreaterThan(Number(invitation!.sequence))
    expect(await deliver(all)).toBe(0)
  })

  test('get neither when it is cancelled before the invitation has left', async () => {
    const { all, post, strategist } = await mailing()
    await strategist.post(`${review}/invitation`, { roles: ['reader'] })
    await strategist.put(cancellation, {})
    expect(await deliver(all)).toBe(0)
    expect(post.mails).toEqual([])
  })

  test('are not reminded of it, nor asked', async () => {
    const post = await mailbox()
    const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
    const { all, strategist } = await owning(await world({ parts: { publicUrl, mail } }), ['15'])
    await strategist.post(`${plan}/reviews`, facts)
    await strategist.put(`${review}/request`, {})
    await strategist.put(cancellation, {})
    expect(await deliver(all)).toBe(0)
    for (const day of ['2024-04-25', '2024-05-02', '2024-05-08', '2024-05-20']) {
      all.now = new Date(`${day}T09:00:00.000Z`)
      await wantReminders(all.parts, { now: all.now })
      expect(await deliver(all)).toBe(0)
    }
  })
})

test('a cancelled day does not stand before the next one: that is what people are reminded of', async () => {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const { all, strategist, reporter } = await owning(await world({ parts: { publicUrl, mail } }), ['15'])
  await strategist.post(`${plan}/reviews`, facts)
  await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-23' })
  await strategist.put(cancellation, {})
  // Three weeks before the day that stands, and two before the one that does not.
  all.now = new Date('2024-05-02T09:00:00.000Z')
  await wantReminders(all.parts, { now: all.now })
  expect(await deliver(all)).toBe(1)
  expect(post.mails.map((one) => one.mail.subject)).toEqual([
    'En punkt väntar på din uppdatering före den 23 maj',
  ])
  const reminded = await all.db.read(async (tx) => {
    const days = await tx.select().from(tx.tables.reviews)
    const rows = await tx.select().from(tx.tables.reminders)
    return rows.map(({ reviewId, personId }) => [days.find(({ id }) => id === reviewId)!.heldOn, personId])
  })
  expect(reminded).toEqual([['2024-05-23', reporter.personId]])
})

describe('the calendar of review days', () => {
  test('shows a cancelled day as cancelled, so that it leaves the calendars that subscribe', async () => {
    const { all, strategist } = await mailing()
    await strategist.put(cancellation, { reason: 'Flyttas till hösten.' })
    const events = eventsIn((await all.anybody.get(`${plan}/reviews.ics`)).body)
    const cancelled = events.filter(({ status }) => status === 'CANCELLED')
    expect(cancelled).toHaveLength(1)
    expect(cancelled[0]).toMatchObject({
      summary: 'Inställd: avstämningen Våren 2024 – Tillsammans för psykisk hälsa (exempel)',
      description: expect.stringContaining('Flyttas till hösten.') as string,
    })
  })

  test('is in English at an address of its own, all days and each', async () => {
    const { all } = await mailing()
    for (const url of [`${plan}/reviews.en.ics`, `${review}/calendar.en.ics`]) {
      const answer = await all.anybody.get(url)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        200,
        'text/calendar; charset=utf-8',
      ])
      const summaries = eventsIn(answer.body).map(({ summary }) => summary)
      expect(summaries.at(-1)).toBe('Review Spring 2024 – Tillsammans för psykisk hälsa (exempel)')
      expect(answer.body.replace(/\r\n /g, '')).toContain('/en/psykisk-halsa/avstamningar/2024-vt')
    }
    const page = await all.anybody.get('/en/psykisk-halsa/avstamningar', {
      headers: { accept: 'application/json' },
    })
    expect(page.json()).toMatchObject({
      calendar: '/api/v1/plans/psykisk-halsa/reviews.en.ics',
      next: { told: { calendar: '/api/v1/plans/psykisk-halsa/reviews/2024-vt/calendar.en.ics' } },
    })
  })
})
