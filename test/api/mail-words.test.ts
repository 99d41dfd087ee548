import { expect, test } from 'vitest'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { linksIn, mailbox } from '../support/mailbox.ts'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'
import { owning, publicUrl } from './preparation.given.ts'

const mail = `${plan}/mails/ask-for-update/sv`
const own = {
  subject: '{NWords} {points} före {date}',
  body: 'Hör gärna av er om {plan} senast {day}.\nTack!',
}

test('the words of a mail are refused to others, and where nothing or too much is written', async () => {
  const { all, strategist, reporter } = await owning(await world(), ['15'])
  const ambassador = await all.as('ambassador')
  const before = await all.rows()
  const refused = [
    await reporter.put(mail, { own }),
    await ambassador.put(mail, { own }),
    await strategist.put(mail, { own: { subject: ' ', body: '' } }),
    await strategist.put(mail, { own: { subject: 'x'.repeat(121), body: 'x'.repeat(2001) } }),
    await strategist.put(`${plan}/mails/sign-in/sv`, { own }),
    await strategist.put(`${plan}/mails/reminder/de`, { own }),
  ]
  expect(refused.flatMap((answer) => [answer.statusCode, ...codesOf(answer)])).toEqual([
    ...[403, 'not-allowed', 403, 'not-allowed'],
    ...[422, 'mail-subject-missing subject', 'mail-body-missing body'],
    ...[422, 'mail-subject-too-long subject', 'mail-body-too-long body'],
    ...[400, 'malformed kind', 400, 'malformed lang'],
  ])
  expect(await all.rows()).toEqual(before)
})

test('a plan’s own words open the mail, its points and links follow all the same, and the usual words come back', async () => {
  const post = await mailbox()
  const from = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const { all, strategist } = await owning(await world({ parts: { publicUrl, mail: from } }), ['15', '16'])
  await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
  const usual = (await strategist.put(mail, { own: null })).json<object>()
  expect(usual).toMatchObject({ own: false, subject: 'Avstämning {day} – dina {nWords} punkter' })
  expect((await strategist.put(mail, { own })).json()).toEqual({ ...own, own: true })
  expect((await strategist.put(mail, { own })).statusCode).toBe(200)
  await strategist.put(`${plan}/reviews/2024-vt/request`, {})
  await deliverMails(all.parts, { now: all.now })
  const [received] = post.mails
  expect(received!.mail.subject).toBe('Två punkter före 16 maj')
  expect(received!.mail.text).toContain(
    'Hör gärna av er om Tillsammans för psykisk hälsa (exempel) senast torsdag 16 maj 2024.\nTack!',
  )
  expect(received!.mail.text).toContain('15 Närvarofrämjande')
  expect(linksIn(received!)).toHaveLength(3)
  expect((await strategist.put(mail, { own: null })).json()).toEqual(usual)
  expect((await all.rows()).mailTexts).toBe(0)
})

test('the page shows every mail in both languages, with the values that are filled in', async () => {
  const { all, strategist, reporter } = await owning(await world(), ['15'])
  await strategist.put(mail, { own })
  expect((await reporter.get('/psykisk-halsa/mejl')).statusCode).toBe(403)
  const page = (
    await strategist.get('/psykisk-halsa/mejl', { headers: { accept: 'application/json' } })
  ).json<{
    mails: { kind: string; lang: string; now: { own: boolean } }[]
    previews: { rest: string[] }[]
  }>()
  expect(page.mails.map(({ kind, lang, now }) => `${kind} ${lang} ${now.own}`)).toEqual([
    ...['ask-for-update sv true', 'reminder sv false', 'reminder-after sv false'],
    ...['ask-for-update en false', 'reminder en false', 'reminder-after en false'],
  ])
  expect(page.previews[0]!.rest.join('\n')).toContain('(en egen länk)')
  expect((await all.anybody.get('/psykisk-halsa/mejl')).statusCode).toBe(401)
})
