import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { forgetMails } from '../../server/mail/outbox.store.ts'
import { sweep } from '../../server/upkeep/retention.store.ts'
import { linksIn, mailbox, type Received } from '../support/mailbox.ts'
import { world, type World } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const publicUrl = 'https://plan.kommun.example'
const review = `${plan}/reviews/2024-vt`
const invitation = `${review}/invitation`
const facts = {
  heldOn: '2024-05-16',
  startsAt: '13:00',
  endsAt: '16:00',
  place: 'Stadshuset, sal Roslagen',
  videoUrl: 'https://moten.example.se/avstamning',
  guest: 'En forskare om ungas psykiska hälsa',
}

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

const eventIn = ({ mail, raw }: Received) => {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  const text = typeof part?.content === 'string' ? part.content : new TextDecoder().decode(part?.content)
  expect(raw).toMatch(/Content-Type: text\/calendar;[^\r]*method=REQUEST/i)
  expect(text).toContain('METHOD:REQUEST')
  const [event] = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')
  return { text: text.replace(/\r\n /g, ''), event: event as { uid: string; sequence: number; start: Date } }
}

describe('an invitation to a review day', () => {
  test('is refused to others, for a closed or a past day, and for no role, and nothing is written', async () => {
    const { all, strategist } = await mailing()
    const others = [await all.as('reporter'), await all.as('ambassador'), await all.as('reader')]
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-19' })
    const roles = ['ambassador']
    const before = await all.rows()
    for (const member of others) expect((await member.post(invitation, { roles })).statusCode).toBe(403)
    const closed = await strategist.post(`${plan}/reviews/2023-ht/invitation`, { roles })
    const over = await strategist.post(`${plan}/reviews/2023-ht-2/invitation`, { roles })
    expect([closed.statusCode, ...codesOf(closed)]).toEqual([422, 'review-closed roles'])
    expect([over.statusCode, ...codesOf(over)]).toEqual([422, 'review-over roles'])
    for (const claim of [{ roles: [] }, { roles: ['administrator'] }, {}])
      expect((await strategist.post(invitation, claim)).statusCode).toBe(400)
    expect((await strategist.post(`${plan}/reviews/2030-vt/invitation`, { roles })).statusCode).toBe(404)
    expect(await all.rows()).toEqual(before)
  })

  test('is one mail each, with what one needs to come, and the day as a calendar invitation of one’s own', async () => {
    const { all, post, strategist } = await mailing()
    const answer = await strategist.post(invitation, { roles: ['reporter'] })
    const { invited } = answer.json() as { invited: number }
    expect([answer.statusCode, await deliver(all)]).toEqual([201, invited])
    expect(new Set(post.mails.map(({ to }) => to)).size).toBe(invited)
    const [received] = post.to('anders.brolin@example.se')
    expect(received!.mail.subject).toBe('Avstämning 16 maj 2024 – Tillsammans för psykisk hälsa (exempel)')
    expect(received!.mail.text).toContain('torsdag 16 maj 2024 kl.\u00a013.00–16.00 (v.\u00a020)')
    expect(received!.mail.text).toContain(facts.guest)
    expect(linksIn(received!)).toEqual([facts.videoUrl, `${publicUrl}/psykisk-halsa/avstamningar/2024-vt`])
    const { text, event } = eventIn(received!)
    expect(event.start.toISOString()).toBe('2024-05-16T11:00:00.000Z')
    expect(text).toContain('ORGANIZER;CN="Handlingsplanen":mailto:plan@kommun.example')
    expect(text.match(/ATTENDEE/g)).toHaveLength(1)
    expect(text).toMatch(/ATTENDEE.*anders\.brolin@example\.se/)
    expect(text).toContain(facts.videoUrl)
  })

  test('goes to everybody once, and again when the day has been moved, which moves it in their calendars', async () => {
    const { all, post, strategist } = await mailing()
    await strategist.post(invitation, { roles: ['reader'] })
    const first = await deliver(all)
    await strategist.put(review, { ...facts, agenda: 'Samma dag, nytt program' })
    const again = await strategist.post(invitation, { roles: ['reader', 'strategist'] })
    expect((again.json() as { invited: number }).invited).toBeGreaterThan(0)
    await deliver(all)
    const readers = post.mails.slice(0, first).map(({ to }) => to)
    for (const to of readers) expect(post.to(to)).toHaveLength(1)

    await strategist.put(review, { ...facts, heldOn: '2024-05-23' })
    await strategist.post(invitation, { roles: ['reader'] })
    expect(await deliver(all)).toBe(first)
    const [before, after] = post.to(readers[0]!)
    expect(after!.mail.subject).toMatch(/^Ny tid: avstämning 23 maj 2024/)
    const [old, moved] = [eventIn(before!), eventIn(after!)]
    expect(moved.event.uid).toBe(old.event.uid)
    expect([old, moved].map(({ event }) => Number(event.sequence))).toEqual([0, 1])
  })

  test('is still known to have been sent when other mail is forgotten', async () => {
    const { all, strategist } = await mailing()
    await strategist.post(invitation, { roles: ['reader'] })
    await deliver(all)
    const later = new Date('2024-04-20T09:00:00Z')
    await all.db.write((tx) => forgetMails(tx, later))
    await all.db.write((tx) => sweep(tx, later))
    const back = await all.as('strategist')
    const again = await back.post(invitation, { roles: ['reader'] })
    expect(again.json()).toEqual({ invited: 0 })
    await all.db.write((tx) => forgetMails(tx, new Date('2026-01-01T09:00:00Z')))
    const much = await back.post(invitation, { roles: ['reader'] })
    expect((much.json() as { invited: number }).invited).toBeGreaterThan(0)
  })

  test('is not sent for a day that has been closed or has passed meanwhile, or to somebody who has left', async () => {
    const { all, post, strategist } = await mailing()
    await strategist.post(invitation, { roles: ['reader'] })
    all.now = new Date('2024-05-17T09:00:00Z')
    expect(await deliver(all)).toBe(0)
    expect(post.mails).toEqual([])
  })

  test('leaves a row in the trail that says what was done', async () => {
    const { all, strategist } = await mailing()
    await strategist.post(invitation, { roles: ['reader', 'reporter'] })
    const rows = await all.db.read((tx) => tx.select().from(tx.tables.trail).orderBy(tx.tables.trail.id))
    expect(rows.at(-1)).toMatchObject({ deed: 'review.invite', object: 'review', objectId: '2024-vt' })
    expect(rows.at(-1)!.fields).toEqual({ roles: { after: 2 } })
  })
})
