import { describe, expect, test } from 'vitest'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { claimMail, dueMails, lastUnaskedMailOn, queueMail } from '../../server/mail/outbox.store.ts'
import { addMembership, deactivatePerson } from '../../server/people/store.ts'
import { createPlan } from '../../server/plans/store.ts'
import { wantReminders } from '../../server/reviews/preparation/remind.ts'
import { linksIn, mailbox } from '../support/mailbox.ts'
import { world, type World } from '../support/world.ts'
import { codesOf, latestOf, plan } from './given.ts'
import { arranging, owning, publicUrl } from './preparation.given.ts'
import { addPoint, assignOwner, planReview, publishPlan } from '../support/by-address.ts'

const request = `${plan}/reviews/2024-vt/request`

/** The reporter answers for 15 and 16, the strategist for 7; the next review day is a Thursday in May. */
async function mailing(numbers: readonly string[] = ['15', '16']) {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const given = await owning(await world({ parts: { publicUrl, mail } }), numbers)
  const { all, strategist, reporter, act } = given
  await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
  await all.db.write((tx) => assignOwner(tx, 'psykisk-halsa', '7', strategist.personId, '2023-11-15', act))
  const email = await all.db.read(async (tx) => {
    const people = await tx.select().from(tx.tables.people)
    return (id: number) => people.find((one) => one.id === id)!.email!
  })
  return { ...given, post, reporters: email(reporter.personId), strategists: email(strategist.personId) }
}

const deliver = (all: World) => deliverMails(all.parts, { now: all.now })
const on = (all: World, day: string) => (all.now = new Date(`${day}T09:00:00.000Z`))
/** The reminders of a day are looked for, twice as two nodes would, and sent. */
async function remind(all: World, day: string): Promise<number> {
  on(all, day)
  await Promise.all([wantReminders(all.parts, { now: all.now }), wantReminders(all.parts, { now: all.now })])
  return deliver(all)
}
const steps = (all: World, personId: number) =>
  all.db.read(async (tx) =>
    (await tx.select().from(tx.tables.reminders))
      .filter((one) => one.personId === personId)
      .map(({ step }) => step),
  )

describe('asking everybody', () => {
  test('is refused to others, for a closed day, a day that is not the next, and where there is nobody to ask', async () => {
    const { all, strategist, reporter, act } = await mailing()
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-11-14' })
    const ambassador = await all.as('ambassador')
    const before = await all.rows()
    const refused = [
      await reporter.put(request, {}),
      await ambassador.put(request, {}),
      await strategist.put(`${plan}/reviews/2023-ht/request`, {}),
      await strategist.put(`${plan}/reviews/2024-ht/request`, {}),
      await strategist.put(`${plan}/reviews/2030-vt/request`, {}),
    ]
    expect(refused.flatMap((answer) => [answer.statusCode, ...codesOf(answer)])).toEqual([
      ...[403, 'not-allowed', 403, 'not-allowed'],
      ...[422, 'review-closed', 422, 'review-not-next', 404, 'not-found'],
    ])
    expect(await all.rows()).toEqual(before)
    await all.db.write(async (tx) => {
      for (const number of ['7', '15', '16'])
        await assignOwner(tx, 'psykisk-halsa', number, null, '2023-11-16', act)
    })
    const none = await all.rows()
    expect(codesOf(await strategist.put(request, {}))).toEqual(['nobody-to-ask'])
    expect(await all.rows()).toEqual(none)
  })

  test('sends each one mail, with only their points and a link for each that answers, and only once', async () => {
    const { all, post, strategist, reporters, strategists, reporter, by } = await mailing()
    const asked = await strategist.put(request, {})
    expect(asked.json()).toEqual({ askedAt: all.now.toISOString(), asked: 2, later: 0, withoutAddress: 0 })
    const before = await all.rows()
    expect(codesOf(await strategist.put(request, {}))).toEqual(['already-asked'])
    expect(await all.rows()).toEqual(before)
    expect([await deliver(all), await deliver(all)]).toEqual([2, 0])
    expect(post.to(strategists)).toHaveLength(1)
    const [received] = post.to(reporters)
    expect(received!.mail.subject).toBe('Avstämning torsdag 16 maj 2024 – dina två punkter')
    expect(received!.mail.text).toMatch(/15 Närvarofrämjande[^\n]*\nhttps[^\n]*\n\n16 /)
    expect(received!.mail.text).not.toContain('Bostad')
    const links = linksIn(received!)
    expect(links.map((link) => link.replace(/[\w-]{43}$/, '…'))).toEqual([
      `${publicUrl}/psykisk-halsa/svara/…`,
      `${publicUrl}/psykisk-halsa/svara/…`,
      `${publicUrl}/mitt/konto`,
    ])
    const token = links[1]!.split('/').at(-1)!
    const answered = await by(token)('16/nothing-new', { basedOn: await latestOf(all.anybody, '16') })
    expect(answered.statusCode).toBe(201)
    expect(await steps(all, reporter.personId)).toEqual([0])
  })

  test('waits with whoever got another mail within seven days, and writes in their language', async () => {
    const { all, post, strategist, reporter, reporters } = await mailing()
    await reporter.put('/api/v1/me', { language: 'en' })
    await all.db.write((tx) =>
      queueMail(tx, { kind: 'invitation', personId: reporter.personId, planId: 1 }, all.now),
    )
    await deliver(all)
    const asked = await strategist.put(request, {})
    expect(asked.json()).toMatchObject({ asked: 2, later: 1 })
    await deliver(all)
    expect(post.to(reporters)).toHaveLength(1)
    on(all, '2023-11-27')
    await deliver(all)
    expect(post.to(reporters).at(-1)!.mail.subject).toBe('Review day Thursday 16 May 2024 – your two points')
  })
})

describe('reminders', () => {
  test('hang on the review day: three before it, one after it to the silent, moved off holidays, never at night', async () => {
    const { all, post, reporter, reporters, strategists } = await mailing()
    const counted: Record<string, number> = {}
    for (const day of [
      ...[
        '2024-04-24',
        '2024-04-25',
        '2024-04-26',
        '2024-05-02',
        '2024-05-07',
        '2024-05-08',
        '2024-05-09',
        '2024-05-10',
      ],
      ...['2024-05-16', '2024-05-17', '2024-05-20', '2024-05-21', '2024-09-02'],
    ])
      counted[day] = await remind(all, day)
    expect(Object.entries(counted).filter(([, n]) => n > 0)).toEqual([
      ['2024-04-25', 2],
      ['2024-05-02', 2],
      // Due on the 8th, since the 9th is a holiday; but then only six days have gone.
      ['2024-05-10', 2],
      ['2024-05-17', 2],
    ])
    expect(await steps(all, reporter.personId)).toEqual([-21, -14, -7, 3])
    expect(post.to(reporters).map(({ mail }) => mail.subject)).toEqual([
      ...Array<string>(3).fill('Två punkter väntar på din uppdatering före den 16 maj'),
      'Två punkter väntar fortfarande på ditt svar',
    ])
    expect(post.to(strategists)).toHaveLength(4)
  })

  test('are stopped by an answer, also between the claim and the sending', async () => {
    const { all, post, reporters, reporter } = await mailing()
    on(all, '2024-04-25')
    let strategist = await all.as('strategist')
    await strategist.post(`${plan}/points/15/nothing-new`, {
      basedOn: await latestOf(all.anybody, '15'),
      again: true,
    })
    await remind(all, '2024-04-25')
    expect(post.to(reporters)[0]!.mail.subject).toBe('En punkt väntar på din uppdatering före den 16 maj')
    on(all, '2024-05-02')
    await wantReminders(all.parts, { now: all.now })
    strategist = await all.as('strategist')
    await strategist.post(`${plan}/points/16/help`, { text: 'Vi behöver en till.' })
    await deliver(all)
    expect(post.to(reporters)).toHaveLength(1)
    expect(await remind(all, '2024-05-10')).toBeGreaterThan(0)
    expect(post.to(reporters)).toHaveLength(1)
    expect(await all.db.read((tx) => lastUnaskedMailOn(tx, reporter.personId))).toBe('2024-04-25')
  })

  test('after the program was down over two of them one mail comes, and the earlier is not made up for', async () => {
    const { all, post, reporter, reporters } = await mailing()
    all.now = new Date('2024-05-03T01:00:00.000Z')
    await wantReminders(all.parts, { now: all.now })
    expect(await deliver(all)).toBe(0)
    await remind(all, '2024-05-03')
    expect(post.to(reporters)).toHaveLength(1)
    expect(await steps(all, reporter.personId)).toEqual([-14])
    await remind(all, '2024-05-06')
    expect(post.to(reporters)).toHaveLength(1)
  })

  test('never come within seven days of another mail, and not on days when nothing is sent', async () => {
    const { all, post, reporters } = await mailing()
    on(all, '2024-04-22')
    const strategist = await all.as('strategist')
    expect((await strategist.put(request, {})).statusCode).toBe(200)
    await deliver(all)
    for (const day of ['2024-04-25', '2024-04-26', '2024-04-28']) await remind(all, day)
    expect(post.to(reporters)).toHaveLength(1)
    await remind(all, '2024-04-29')
    expect(post.to(reporters)).toHaveLength(2)
  })

  test('own settings off means off, and whoever has left or lost the point gets none', async () => {
    const { all, post, reporter, reporters, strategist } = await mailing()
    await reporter.put('/api/v1/me', { reminders: false })
    await remind(all, '2024-04-25')
    expect(post.to(reporters)).toHaveLength(0)
    await reporter.put('/api/v1/me', { reminders: true })
    on(all, '2024-05-02')
    await wantReminders(all.parts, { now: all.now })
    await all.db.write((tx) => deactivatePerson(tx, reporter.personId, all.now))
    await deliver(all)
    expect(post.to(reporters)).toHaveLength(0)
    const context = arranging(all, strategist.personId)
    await all.db.write((tx) => assignOwner(tx, 'psykisk-halsa', '7', null, '2024-05-03', context))
    const sent = post.mails.length
    await remind(all, '2024-05-10')
    expect(post.mails).toHaveLength(sent)
  })

  test('a crash after the claim loses no mail and sends none twice', async () => {
    const { all, post, reporters } = await mailing()
    on(all, '2024-04-25')
    await wantReminders(all.parts, { now: all.now })
    // Somebody claims what is due and dies.
    await all.db.write(async (tx) => {
      for (const id of await dueMails(tx, all.now))
        await claimMail(tx, id, all.now, new Date(all.now.getTime() + 300_000))
    })
    expect(await deliver(all)).toBe(0)
    await wantReminders(all.parts, { now: all.now })
    all.now = new Date(all.now.getTime() + 301_000)
    await deliver(all)
    await deliver(all)
    expect(post.to(reporters)).toHaveLength(1)
  })

  test('two plans on the same day are one mail, and a quiet week of one plan’s own is kept', async () => {
    const { all, post, reporter, reporters, act } = await mailing()
    await all.db.write(async (tx) => {
      const { plans } = tx.tables
      await tx.update(plans).set({ quietWeeks: [17] })
    })
    await remind(all, '2024-04-25')
    expect(post.mails).toHaveLength(0)
    await secondPlan(all, reporter.personId, act)
    await remind(all, '2024-05-02')
    const [received] = post.to(reporters)
    expect(post.to(reporters)).toHaveLength(1)
    expect(received!.mail.subject).toBe('Tre punkter väntar på din uppdatering före den 16 maj')
    expect(received!.mail.text).toMatch(
      /Tillsammans för psykisk hälsa[^\n]*:\n\n15 [\s\S]*Suicidprevention:\n\n1 Ett samtal/,
    )
    expect(linksIn(received!)).toHaveLength(4)
  })
})

/** Another plan, with one point of the same person's and a review day the same day. */
async function secondPlan(
  all: World,
  personId: number,
  context: ReturnType<typeof arranging>,
): Promise<void> {
  await all.db.write(async (tx) => {
    const { id: planId } = await createPlan(
      tx,
      {
        slug: 'suicidprevention',
        title: 'Suicidprevention',
        municipality: 'Norrtälje',
        period: { from: '2023-01-01', to: '2024-12-31' },
        adoption: { by: 'KF', on: '2023-01-01' },
      },
      context,
    )
    await addPoint(
      tx,
      'suicidprevention',
      { number: '1', title: 'Ett samtal räcker', lead: { organisation: 'soc' } },
      context,
    )
    await publishPlan(tx, 'suicidprevention', context)
    await addMembership(tx, { planId, personId, role: 'reporter', function: 'Enhetschef' }, all.now)
    await assignOwner(tx, 'suicidprevention', '1', personId, '2024-01-01', context)
    await planReview(tx, 'suicidprevention', { heldOn: '2024-05-16' }, context)
  })
}
