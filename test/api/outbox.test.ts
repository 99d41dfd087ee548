import { createServer, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { deliverMails, type Delivering } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { claimMail, queueMail, type NewMail } from '../../server/mail/outbox.store.ts'
import { deactivatePerson, peopleWithRole } from '../../server/people/store.ts'
import { linksIn, mailbox } from '../support/mailbox.ts'
import { world, type World } from '../support/world.ts'

const from = 'Handlingsplanen <plan@kommun.example>'
const publicUrl = 'https://plan.kommun.example'
const minute = 60_000
/** How long it is waited for a server that says nothing: so long that one that speaks always has, unless the test is about silence. */
const patient = { connecting: 30_000, greeting: 30_000, silence: 30_000, rest: 30_000 }
const hasty = { connecting: 300, greeting: 300, silence: 300, rest: 300 }

/** A world that mails to this server. */
const mailing = (url: string, patience = patient) =>
  world({ parts: { publicUrl, mail: smtpMail(url, from, patience) } })

async function want(all: World, role: Role, notice: Omit<NewMail, 'personId'>) {
  return all.db.write(async (tx) => {
    const [person] = await peopleWithRole(tx, role)
    await queueMail(tx, { ...notice, personId: person!.id }, all.now)
    return person!
  })
}

type Line = Parameters<NonNullable<Delivering['log']>>[0]

/** Empties the outbox once; what it said to the log and to the console. */
async function deliver(all: World) {
  const [log, printed]: [Line[], string[]] = [[], []]
  const sent = await deliverMails(all.parts, {
    now: all.now,
    log: (line) => log.push(line),
    print: (line) => printed.push(line),
  })
  return { sent, log, printed }
}

const outbox = ({ db }: World) =>
  db.read((tx) => tx.select().from(tx.tables.outbox).orderBy(tx.tables.outbox.id))

describe('a mail to sign in', () => {
  test('comes in plain text, in the person’s language, with a link that signs in once', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    const ambassador = await want(all, 'ambassador', {
      kind: 'sign-in',
      facts: { to: '/psykisk-halsa/logga' },
    })
    expect(await deliver(all)).toEqual({ sent: 1, log: [], printed: [] })
    const [received] = post.mails
    expect(received!.to).toBe(ambassador.email)
    expect(received!.mail).toMatchObject({
      subject: 'Logga in på Avstämt',
      from: { name: 'Handlingsplanen', address: 'plan@kommun.example' },
    })
    expect(received!.mail.html).toBeUndefined()
    expect(received!.mail.text).toContain('gäller i 15 minuter')
    expect(received!.raw).toMatch(/^Auto-Submitted: auto-generated/m)
    expect(received!.raw).not.toMatch(/^List-Unsubscribe/im)
    const [link] = linksIn(received!)
    expect(link).toMatch(
      /^https:\/\/plan\.kommun\.example\/logga-in\/[\w-]{43}\?till=%2Fpsykisk-halsa%2Flogga$/,
    )
    const used = await all.app.inject({ method: 'POST', url: link!.slice(publicUrl.length) })
    expect([used.statusCode, used.headers.location]).toEqual([303, '/psykisk-halsa/logga'])
  })

  test('comes in English to whoever reads English', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    const ambassador = await all.as('ambassador')
    await ambassador.put('/api/v1/me', { language: 'en' })
    await want(all, 'ambassador', { kind: 'sign-in' })
    await deliver(all)
    expect(post.mails[0]!.mail.subject).toBe('Sign in to Avstämt')
    expect(linksIn(post.mails[0]!)[0]).toMatch(/^https:\/\/plan\.kommun\.example\/en\/logga-in\/[\w-]{43}$/)
  })

  test('is not sent to somebody who has left meanwhile', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    const { id } = await want(all, 'ambassador', { kind: 'sign-in' })
    await all.db.write((tx) => deactivatePerson(tx, id, all.now))
    expect((await deliver(all)).sent).toBe(0)
    expect(post.mails).toEqual([])
    expect(await outbox(all)).toMatchObject([{ failure: 'nobody', failedAt: all.now.toISOString() }])
  })

  test('is printed on the console where there is no mail server', async () => {
    const all = await world({ parts: { publicUrl: undefined } })
    const ambassador = await want(all, 'ambassador', { kind: 'sign-in' })
    const { sent, printed } = await deliver(all)
    expect(sent).toBe(1)
    expect(printed[0]).toContain(ambassador.email)
    expect(printed[0]).toMatch(/http:\/\/127\.0\.0\.1:3000\/logga-in\/[\w-]{43}$/)
    expect(await deliver(all)).toEqual({ sent: 0, log: [], printed: [] })
  })
})

describe('an invitation', () => {
  test('says to what, as what, and by whom; it signs in, and a link of its own logs', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    const { personId: by } = await all.as('strategist')
    await want(all, 'ambassador', { kind: 'invitation', planId: 1, facts: { by } })
    await deliver(all)
    const [received] = post.mails
    expect(received!.mail.subject).toBe('Du är inbjuden till Tillsammans för psykisk hälsa (exempel)')
    expect(received!.mail.text).toMatch(/Karin Sjöholm har lagt till dig .* Norrtälje/)
    expect(received!.mail.text).toContain('Du är ambassadör')
    const [signIn, log] = linksIn(received!).map((link) => link.slice(publicUrl.length))
    expect((await all.anybody.get(signIn!)).statusCode).toBe(200)
    const token = /^\/psykisk-halsa\/logga\/([\w-]{43})$/.exec(log!)![1]!
    const logged = await all.app.inject({
      method: 'POST',
      url: '/api/v1/plans/psykisk-halsa/activities',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': '1c0a7b7c-2f2f-4b41-8f39-5f3b0f1f0a01',
      },
      payload: { point: '7', what: 'Två träffar.', happenedOn: '2023-11-17' },
    })
    expect(logged.statusCode).toBe(201)
    const used = await all.app.inject({ method: 'POST', url: signIn! })
    expect([used.statusCode, used.cookies.length]).toEqual([303, 1])
  })

  test('to a reader holds no link to log', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    await want(all, 'reader', { kind: 'invitation', planId: 1 })
    await deliver(all)
    expect(linksIn(post.mails[0]!)).toHaveLength(1)
  })

  test('sent anew ends the earlier one', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    for (const _time of [1, 2]) {
      await want(all, 'ambassador', { kind: 'invitation', planId: 1 })
      await deliver(all)
    }
    const press = async (n: number) => {
      const url = linksIn(post.mails[n]!)[0]!.slice(publicUrl.length)
      return (await all.app.inject({ method: 'POST', url })).cookies.length
    }
    expect([await press(0), await press(1)]).toEqual([0, 1])
  })

  test('to a plan one is no longer in is not sent', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    await want(all, 'ambassador', { kind: 'invitation', planId: 1 })
    await all.db.write((tx) => tx.update(tx.tables.memberships).set({ endedAt: all.now.toISOString() }))
    await deliver(all)
    expect([post.mails, (await outbox(all))[0]!.failure]).toEqual([[], 'nobody'])
  })
})

describe('the outbox', () => {
  test('sends what was committed, and nothing of what was rolled back', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    const broken = all.db.write(async (tx) => {
      const [person] = await peopleWithRole(tx, 'ambassador')
      await queueMail(tx, { kind: 'sign-in', personId: person!.id }, all.now)
      throw new Error('rolled back')
    })
    await expect(broken).rejects.toThrow('rolled back')
    expect(await deliver(all)).toMatchObject({ sent: 0 })
    expect([post.mails, await outbox(all)]).toEqual([[], []])
  })

  test('wants the same thing once, and nothing before its time', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    const dueAt = new Date(all.now.getTime() + minute)
    for (const _time of [1, 2]) await want(all, 'reader', { kind: 'sign-in', onceKey: 'one', dueAt })
    expect(await outbox(all)).toHaveLength(1)
    expect((await deliver(all)).sent).toBe(0)
    all.now = dueAt
    expect((await deliver(all)).sent).toBe(1)
    expect(post.mails).toHaveLength(1)
  })

  test('emptied at once takes one connection, which a mail that is refused does not end', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    const round = async (refused?: number) => {
      for (const role of ['ambassador', 'reporter', 'strategist'] as const)
        await want(all, role, { kind: 'sign-in' })
      post.refuse(refused)
      return (await deliver(all)).sent
    }
    expect([await round(), await round(550), await round()]).toEqual([3, 0, 3])
    expect(post.connections()).toBe(1)
  })

  test('lets go of the connection when there is nothing more to send', async () => {
    const post = await mailbox()
    const all = await mailing(post.url, { ...patient, rest: 1 })
    await want(all, 'ambassador', { kind: 'sign-in' })
    await deliver(all)
    await post.ended
    await want(all, 'ambassador', { kind: 'sign-in' })
    expect((await deliver(all)).sent).toBe(1)
    expect(post.connections()).toBe(2)
  })

  test('emptied by two at once sends each mail once', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    for (const role of ['strategist', 'reporter', 'ambassador', 'reader'] as const)
      await want(all, role, { kind: 'sign-in' })
    const both = await Promise.all([deliver(all), deliver(all)])
    expect(both[0].sent + both[1].sent).toBe(4)
    expect(new Set(post.mails.map((one) => one.to)).size).toBe(4)
    expect(post.mails).toHaveLength(4)
  })

  test('left by a crash in the midst of sending is sent by the next, when its time has run out, under the same name', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    await want(all, 'ambassador', { kind: 'sign-in' })
    const { id } = (await outbox(all))[0]!
    const until = new Date(all.now.getTime() + 5 * minute)
    await all.db.write((tx) => claimMail(tx, id, all.now, until))
    expect((await deliver(all)).sent).toBe(0)
    all.now = until
    expect((await deliver(all)).sent).toBe(1)
    // The one window: taken by the mail server, and the process died before it was written.
    await all.db.write((tx) => tx.update(tx.tables.outbox).set({ sentAt: null }))
    await deliver(all)
    const names = post.mails.map((one) => one.mail.messageId)
    expect(names).toHaveLength(2)
    expect(names[0]).toMatch(/^<[0-9a-f]{32}@plan\.kommun\.example>$/)
    expect(names[1]).toBe(names[0])
  })
})

describe('a bad mail server', () => {
  const attempt = async (all: World) => {
    const { sent, log } = await deliver(all)
    const [notice] = await outbox(all)
    return { sent, failure: log[0]?.failure, wait: Date.parse(notice!.dueAt) - all.now.getTime() }
  }

  test('that refuses is asked again, later each time, until the mail goes', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    await want(all, 'ambassador', { kind: 'log-link', planId: 1 })
    post.refuse(550)
    for (const minutes of [1, 5, 15]) {
      expect(await attempt(all)).toEqual({ sent: 0, failure: 'smtp-550', wait: minutes * minute })
      expect((await deliver(all)).sent).toBe(0)
      all.now = new Date(all.now.getTime() + minutes * minute)
    }
    post.refuse(undefined)
    expect((await deliver(all)).sent).toBe(1)
    expect(post.mails).toHaveLength(1)
  })

  test('is given up, with the reason as a code, and never with an address', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    const { email } = await want(all, 'ambassador', { kind: 'sign-in' })
    post.refuse(451)
    const said: Line[] = []
    for (let n = 0; n < 6; n += 1) {
      said.push(...(await deliver(all)).log)
      all.now = new Date(all.now.getTime() + 30 * minute)
    }
    expect(said.map((line) => line.givenUp)).toEqual([false, false, false, true])
    expect(await outbox(all)).toMatchObject([{ failure: 'smtp-451', attempts: 4, sentAt: null }])
    expect(JSON.stringify(said)).not.toContain(email!.split('@')[0])
    expect(JSON.stringify(await outbox(all))).not.toContain('@')
  })

  test('that is not there, or says nothing, lets the mail wait', async () => {
    const silent = createServer((socket: Socket) => void socket.on('error', () => undefined))
    const held: Socket[] = []
    silent.on('connection', (socket) => held.push(socket))
    await new Promise<void>((listening) => void silent.listen(0, '127.0.0.1', listening))
    const { port } = silent.address() as AddressInfo
    onTestFinished(() => {
      for (const socket of held) socket.destroy()
      silent.close()
    })
    const hanging = await mailing(`smtp://127.0.0.1:${port}`, hasty)
    await want(hanging, 'ambassador', { kind: 'log-link', planId: 1 })
    expect(await attempt(hanging)).toEqual({ sent: 0, failure: 'ETIMEDOUT', wait: minute })

    const gone = await mailing('smtp://127.0.0.1:1', hasty)
    await want(gone, 'ambassador', { kind: 'log-link', planId: 1 })
    const refused = await attempt(gone)
    expect(refused).toMatchObject({ sent: 0, wait: minute })
    expect(refused.failure).toMatch(/^E(CONNREFUSED|SOCKET|CONNECTION)$/)
  })

  test('is not told of on the sign-in page', async () => {
    const post = await mailbox()
    const all = await mailing(post.url)
    post.refuse(550)
    const ask = () =>
      all.app.inject({
        method: 'POST',
        url: '/logga-in',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'epost=karin.sjoholm%40example.se',
      })
    const before = await ask()
    await deliver(all)
    const after = await ask()
    expect([after.statusCode, after.headers.location, after.body]).toEqual([
      before.statusCode,
      before.headers.location,
      before.body,
    ])
  })
})
