import { describe, expect, test } from 'vitest'
import { addMonths } from '#domain/calendar.ts'
import { verify } from '../../server/commands/verify.ts'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { askFollowUps } from '../../server/points/follow-up/store.ts'
import { linksIn, mailbox } from '../support/mailbox.ts'
import type { MineData } from '../../server/mine/schema.ts'
import { world, type Member, type World } from '../support/world.ts'
import { embedded, latestOf, plan, update } from './given.ts'

const publicUrl = 'https://plan.kommun.example'

async function handedOver() {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const all = await world({ parts: { publicUrl, mail } })
  const strategist = await all.as('strategist')
  const claim = update({ ...embedded, basedOn: await latestOf(strategist, '7') })
  expect((await strategist.post(`${plan}/points/7/updates`, claim)).statusCode).toBe(201)
  return { all, post }
}

/** Noon on the day so many months after point 7 was embedded. */
const after = (months: number) => new Date(`${addMonths('2023-11-20', months)}T10:00:00Z`)

async function ask(all: World): Promise<number> {
  const asked = await askFollowUps(all.parts, { now: all.now })
  // Long enough for what waits seven days after another mail.
  for (let week = 0; week < 12; week += 1)
    await deliverMails(all.parts, { now: new Date(all.now.getTime() + week * 7 * 86_400_000) })
  return asked
}

const about7 = (mails: readonly { mail: { subject?: string } }[]) =>
  mails.filter(({ mail }) => mail.subject?.includes('Lever det än? 7 '))

const send = (all: World, path: string, fields: Record<string, string>) =>
  all.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1:3000' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('whether what was embedded still lives (idea 2)', () => {
  test('is asked six and twelve months after, once each, also when the program was down that day (trap 13)', async () => {
    const { all, post } = await handedOver()
    all.now = new Date(after(6).getTime() - 2 * 86_400_000)
    await ask(all)
    expect(about7(post.mails)).toHaveLength(0)
    all.now = new Date(after(6).getTime() + 9 * 86_400_000)
    await ask(all)
    expect(about7(post.mails)).toHaveLength(1)
    expect(await ask(all)).toBe(0)
    expect(about7(post.mails)).toHaveLength(1)
    all.now = after(12)
    await ask(all)
    expect(about7(post.mails)).toHaveLength(2)
  })

  test('is not asked of somebody who has turned such mail off (trap 14)', async () => {
    const { all, post } = await handedOver()
    await all.db.write((tx) => tx.update(tx.tables.people).set({ remindersOffAt: all.now.toISOString() }))
    all.now = after(6)
    expect(await ask(all)).toBe(0)
    expect(post.mails).toEqual([])
  })

  test('is on /mitt of whoever answers for the point, and answered there: by nobody else, once, and with no other word', async () => {
    const { all } = await handedOver()
    all.now = after(6)
    await ask(all)
    const owner = await all.db.read(async (tx) => {
      const points = await tx.select().from(tx.tables.points)
      const seven = points.find(({ number }) => number === '7')!
      const questions = await tx.select().from(tx.tables.followUpQuestions)
      const question = questions.find(({ pointId }) => pointId === seven.id)
      const people = await tx.select().from(tx.tables.people)
      return { id: question!.id, email: people.find(({ id }) => id === question!.personId)!.email! }
    })
    const [mine, lead] = [await all.as(owner.email), await all.as('strategist')]
    const questions = async (member: Member) => {
      const page = await member.get('/mitt', { headers: { accept: 'application/json' } })
      return (page.json() as MineData).plans[0]!.duties.filter(
        ({ question, number }) => question && number === '7',
      )
    }
    expect(await questions(mine)).toMatchObject([
      { key: `still-${owner.id}`, when: 'due', number: '7', question: { id: owner.id } },
    ])
    expect(await questions(lead)).toEqual([])
    const url = `${plan}/still/${owner.id}/answer`
    const before = await all.rows()
    const refused = [
      await lead.put(url, { answer: 'still' }),
      await mine.put(`${plan}/still/999/answer`, { answer: 'still' }),
      await mine.put(url, { answer: 'kanske' }),
      await mine.put(url, { answer: 'still', text: 'x'.repeat(1001) }),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 404, 400, 422])
    expect(await all.rows()).toEqual(before)
    expect((await mine.put(url, { answer: 'changed', text: 'I mindre grupper.' })).statusCode).toBe(200)
    expect((await mine.put(url, { answer: 'still' })).statusCode).toBe(422)
    expect(await questions(mine)).toEqual([])
    const rows = await all.db.read((tx) => tx.select().from(tx.tables.trail))
    expect(rows.filter(({ deed }) => deed === 'still.answer')).toMatchObject([
      { object: 'point', objectId: '7', personId: mine.personId },
    ])
  })

  test('is answered by a plain form, once; looking uses nothing, and a wrong answer writes nothing', async () => {
    const { all, post } = await handedOver()
    all.now = after(6)
    await ask(all)
    const [received] = about7(post.mails)
    const [link] = linksIn(received as (typeof post.mails)[number])
    const path = new URL(link!).pathname
    for (let look = 0; look < 3; look += 1) expect((await all.anybody.get(path)).statusCode).toBe(200)
    const before = await all.rows()
    expect((await send(all, path, {})).statusCode).toBe(422)
    expect((await send(all, path, { answer: 'kanske' })).statusCode).toBe(422)
    expect((await send(all, path, { answer: 'still', text: '19121212-1212' })).statusCode).toBe(422)
    const foreign = path.replace('psykisk-halsa', 'klimat-munster')
    expect((await send(all, foreign, { answer: 'still' })).statusCode).toBe(422)
    expect(await all.rows()).toEqual(before)
    const point = async () => (await all.anybody.get(`${plan}/points/7`)).json() as { status: string }
    const completion = async () => (await all.anybody.get(`${plan}/completion`)).body
    const [stood, counted] = [await point(), await completion()]
    const answered = await send(all, path, { answer: 'changed', text: 'Vi gör det i mindre grupper.' })
    expect([answered.statusCode, answered.headers.location]).toEqual([303, `${path}?klart=1`])
    expect((await send(all, path, { answer: 'stopped' })).statusCode).toBe(422)
    const rows = await all.rows()
    expect(rows.followUpAnswers).toBe(before.followUpAnswers! + 1)
    // It stands beside the point and rewrites nothing.
    expect((await point()).status).toBe(stood.status)
    expect(await completion()).toBe(counted)
    expect((await verify(all.db)).faults).toEqual([])
    const page = await all.anybody.get('/psykisk-halsa/punkter/7', {
      headers: { accept: 'application/json' },
    })
    expect((page.json() as { still: object[] }).still).toMatchObject([
      { text: 'Har ändrats, 6 månader efter.', words: 'Vi gör det i mindre grupper.' },
    ])
  })
})
