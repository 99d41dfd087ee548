import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { queueMail } from '../../server/mail/outbox.store.ts'
import { mailbox } from '../support/mailbox.ts'
import { world, type World } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const publicUrl = 'https://plan.kommun.example'
const url = `${plan}/reviews/2023-ht/thanks`
const morning = new Date('2023-11-20T09:00:00Z')

async function mailing(now = morning) {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const all = await world({ now, parts: { publicUrl, mail } })
  return { all, post, strategist: await all.as('strategist') }
}

async function deliver(all: World): Promise<number> {
  let sent = 0
  for (let round = 1; round !== 0; sent += round) round = await deliverMails(all.parts, { now: all.now })
  return sent
}

describe('the thanks after a review day (idea 25)', () => {
  test('are refused to others, for an open day and long after; nothing is written', async () => {
    const { all, strategist } = await mailing()
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const others = [await all.as('reporter'), await all.as('ambassador'), await all.as('reader')]
    const before = await all.rows()
    for (const member of others) expect((await member.post(url, {})).statusCode).toBe(403)
    const open = await strategist.post(`${plan}/reviews/2024-vt/thanks`, {})
    expect([open.statusCode, ...codesOf(open)]).toEqual([422, 'review-still-open'])
    const late = await strategist.post(`${plan}/reviews/2023-vt/thanks`, {})
    expect([late.statusCode, ...codesOf(late)]).toEqual([422, 'thanks-too-late'])
    expect((await strategist.post(`${plan}/reviews/2030-vt/thanks`, {})).statusCode).toBe(404)
    expect(await all.rows()).toEqual(before)
  })

  test('are one mail each with three facts of one’s own and the whole, and nobody is thanked twice', async () => {
    const { all, post, strategist } = await mailing()
    const answer = await strategist.post(url, {})
    const { thanked } = answer.json() as { thanked: number }
    expect([answer.statusCode, thanked > 0]).toEqual([201, true])
    expect(await deliver(all)).toBe(thanked)
    expect(new Set(post.mails.map(({ to }) => to)).size).toBe(thanked)
    const [received] = post.mails
    expect(received!.mail.subject).toContain('Det här bidrog ni till')
    expect(received!.mail.text).toContain('18 av 25 punkter är slutförda.')
    expect(received!.mail.text!.match(/^– /gm)).toHaveLength(3)
    expect(received!.mail.text).toContain(`${publicUrl}/psykisk-halsa/avstamningar/2023-ht`)
    const before = await all.rows()
    expect((await strategist.post(url, {})).json()).toEqual({ thanked: 0, later: 0 })
    expect(await deliver(all)).toBe(0)
    expect((await all.rows()).outbox).toBe(before.outbox)
  })

  test('are what the preview said', async () => {
    const { all, post, strategist } = await mailing()
    const page = await strategist.get('/psykisk-halsa/avstamningar/2023-ht/efterat', {
      headers: { accept: 'application/json' },
    })
    const { previews } = (page.json() as { thanks: { previews: { subject: string; text: string }[] } }).thanks
    expect(previews.length).toBeGreaterThan(0)
    await strategist.post(url, {})
    await deliver(all)
    const factsIn = (text: string) => text.match(/^– .*$/gm)!.join(' ')
    const texts = post.mails.map(({ mail }) => factsIn(mail.text!))
    for (const { text } of previews) expect(texts).toContain(factsIn(text))
  })

  test('are previewed in the language of whoever gets them, with the addresses they will have', async () => {
    const { all, strategist } = await mailing()
    const members = await all.db.read((tx) => tx.select().from(tx.tables.memberships))
    const first = members.find(({ role, endedAt }) => role === 'ambassador' && endedAt === null)!
    await all.db.write((tx) =>
      tx.update(tx.tables.people).set({ language: 'en' }).where(eq(tx.tables.people.id, first.personId)),
    )
    const page = await strategist.get('/psykisk-halsa/avstamningar/2023-ht/efterat', {
      headers: { accept: 'application/json' },
    })
    const { previews } = (page.json() as { thanks: { previews: { lang: string; text: string }[] } }).thanks
    expect(previews.map(({ lang }) => lang)).toEqual(['en', 'sv', 'sv'])
    expect(previews[0]!.text).toContain(`\n\n${publicUrl}/en/psykisk-halsa/avstamningar/2023-ht\n`)
    expect(previews[0]!.text).toContain('18 of 25 points are completed.')
    expect(previews[1]!.text).toContain(`\n\n${publicUrl}/psykisk-halsa/avstamningar/2023-ht\n`)
  })

  test('are not sent to somebody who has turned such mail off, not even when that was after the press (trap 14)', async () => {
    const { all, post, strategist } = await mailing()
    const ambassador = (at: number) =>
      all.db.read(async (tx) => {
        const { people } = tx.tables
        const rows = await tx.select().from(people)
        const ambassadors = await tx.select().from(tx.tables.memberships)
        const ids = ambassadors.filter(({ role }) => role === 'ambassador').map(({ personId }) => personId)
        return rows.filter(({ id }) => ids.includes(id))[at]!
      })
    const first = await ambassador(0)
    const member = await all.as(first.email!)
    const settings = await member.put('/api/v1/me', { language: 'sv', reminders: false })
    expect(settings.statusCode).toBe(200)
    await strategist.post(url, {})
    const second = await ambassador(1)
    const other = await all.as(second.email!)
    await other.put('/api/v1/me', { language: 'sv', reminders: false })
    await deliver(all)
    expect(post.to(first.email!)).toEqual([])
    expect(post.to(second.email!)).toEqual([])
  })

  test('wait until seven days after another mail, on a working day (F44)', async () => {
    const { all, post } = await mailing()
    const member = await all.as('ambassador')
    await all.db.write((tx) =>
      queueMail(tx, { kind: 'invitation', personId: member.personId, planId: 1 }, all.now),
    )
    await deliver(all)
    const before = post.mails.length
    all.now = new Date('2023-11-21T09:00:00Z')
    const again = await all.as('strategist')
    const { thanked, later } = (await again.post(url, {})).json() as { thanked: number; later: number }
    expect(later).toBe(1)
    expect(await deliver(all)).toBe(thanked - 1)
    all.now = new Date('2023-11-27T08:00:00Z')
    expect(await deliver(all)).toBe(1)
    expect(post.mails.length).toBe(before + thanked)
  })
})
