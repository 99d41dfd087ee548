import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { linksIn, mailbox } from '../support/mailbox.ts'
import { faultsOf, narrow, phone, sideways, site, withBrowser } from '../support/site.ts'

withBrowser()

const list = '/langre-plan/avstamningar'
const usual = new Date('2023-11-20T09:00:00.000Z')

/** The example, and beside it a plan with years left: strategist, an ambassador and a point. */
async function longerPlan() {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const all = await site(usual, { parts: { mail } })
  const strategist = await all.as('strategist')
  await strategist.post('/api/v1/plans', {
    slug: 'langre-plan',
    title: 'Längre plan (exempel)',
    municipality: 'Norrtälje (exempel)',
    period: { from: '2023-01-01', to: '2026-12-31' },
    adoption: { by: 'kommunfullmäktige', on: '2022-12-12' },
  })
  await strategist.post('/api/v1/plans/langre-plan/people', {
    people: [
      {
        name: 'Alva Bergstrand',
        email: 'alva.bergstrand@example.se',
        organisation: 'buk',
        function: 'Skolkurator',
        role: 'reporter',
      },
    ],
  })
  await strategist.put('/api/v1/plans/langre-plan/publication', {})
  return { all, post }
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).click()

/** Nothing that axe sees, and nothing wider than the window. */
async function faultless(page: Page): Promise<string[]> {
  const over = await sideways(page)
  return [...(await faultsOf(page)), ...(over > 0 ? [`${page.url()} is ${over} px too wide`] : [])]
}

describe('a year of review days', () => {
  test('is laid out, one day is moved, people are invited, the mail is read, and it is said who came', async () => {
    const { all, post } = await longerPlan()
    const page = await all.signIn('strategist', { at: list })
    expect(await faultless(page)).toEqual([])
    await page.getByRole('link', { name: 'Ny avstämningsdag' }).click()
    await page.getByLabel('Lägg ut året').check()
    await page.getByLabel('Vilket år?').selectOption('2024')
    const spring = page.getByLabel('Dag 1: avstämningen våren 2024')
    expect(await spring.inputValue()).toBe('2024-05-08')
    await page.getByText('Torsdag 14 november 2024, v.\u00a046').waitFor()
    await spring.fill('2024-11-14')
    await press(page, 'Spara båda dagarna')
    await page.getByRole('alert').getByRole('link').first().waitFor()
    expect(await faultless(page)).toEqual([])
    await page.getByLabel(/^Dag 1/).fill('2024-05-16')
    await press(page, 'Spara båda dagarna')
    await page.getByText('Två avstämningsdagar är bestämda.').waitFor()
    expect(await faultless(page)).toEqual([])

    await page.getByRole('link', { name: /^Fyll i tid och plats.*våren 2024$/ }).click()
    await page.getByLabel('Från kl.').fill('13')
    await page.getByLabel('Till kl.').fill('12')
    await press(page, 'Spara ändringarna')
    await page.getByRole('alert').getByText('Sluttiden är före starttiden').waitFor()
    expect(await faultless(page)).toEqual([])
    await page.getByLabel('Till kl.').fill('16.00')
    await page.getByLabel('Var?').fill('Stadshuset, sal Roslagen')
    await page.getByLabel('Länk till videomöte').fill('https://moten.example.se/avstamning')
    await press(page, 'Spara ändringarna')
    await page.getByText(/^Sparat kl\./).waitFor()

    await page.goto(`${list}/2024-vt`)
    await page.getByText('Inbjudan går till 2 personer.').waitFor()
    expect(await faultless(page)).toEqual([])
    await press(page, 'Bjud in 2 personer')
    await page.getByText('Inbjudan är på väg till 2 personer.').waitFor()
    await page.getByText('Alla 2 som är med i planen har fått inbjudan.').waitFor()
    await deliverMails(all.parts, { now: all.now })
    const sent = () =>
      post.to('alva.bergstrand@example.se').filter(({ mail }) => /avstämning/i.test(mail.subject ?? ''))
    expect(sent()).toHaveLength(1)
    const reader = await all.visit()
    await reader.goto(new URL(linksIn(sent()[0]!).at(-1)!).pathname)
    await reader.getByText('kl.\u00a013.00–16.00').waitFor()
    expect(await reader.getByText('videomöte', { exact: false }).count()).toBe(0)

    await page.getByRole('link', { name: 'Ändra dag och deltagare' }).click()
    await page.getByLabel('Vilken dag?').fill('2024-05-23')
    await page.getByText('Dagen flyttas från 16 maj 2024 till 23 maj 2024.').waitFor()
    await press(page, 'Spara ändringarna')
    await page.getByRole('link', { name: 'Till inbjudan' }).click()
    await press(page, 'Bjud in 2 personer')
    await page.getByText('Inbjudan är på väg till 2 personer.').waitFor()
    await deliverMails(all.parts, { now: all.now })
    expect(sent().map(({ mail }) => mail.subject)).toEqual([
      'Avstämning 16 maj 2024 – Längre plan (exempel)',
      'Ny tid: avstämning 23 maj 2024 – Längre plan (exempel)',
    ])

    all.now = new Date('2024-05-23T15:00:00.000Z')
    const after = await all.signIn('strategist', { at: `${list}/2024-vt/andra` })
    await press(after, 'Hämta från planens personer')
    await after.getByText('Två funktioner är tillagda.').waitFor()
    await press(after, 'Lägg till en deltagare')
    await after.keyboard.type('Ordförande')
    for (const select of await after.getByLabel('Närvaro').all()) await select.selectOption('Närvarande')
    expect(await faultless(after)).toEqual([])
    await press(after, 'Spara deltagarna')
    await after.getByText('Deltagarna är sparade.').waitFor()
    await after.reload()
    expect(await after.getByLabel('Funktion').last().inputValue()).toBe('Ordförande')
  })

  test('is read without JavaScript on the smallest phone, in both languages and in the dark', async () => {
    const { all } = await longerPlan()
    const strategist = await all.as('strategist')
    const facts = { heldOn: '2024-05-16', startsAt: '13:00', endsAt: '16:00', place: 'Stadshuset' }
    await strategist.post('/api/v1/plans/langre-plan/reviews', facts)
    await strategist.post('/api/v1/plans/langre-plan/reviews', { heldOn: '2024-11-14' })
    const page = await all.visit({ viewport: narrow, javaScriptEnabled: false, colorScheme: 'dark' })
    for (const path of [list, `${list}/2024-vt`, `${list}?ar=2024`].flatMap((one) => [one, `/en${one}`])) {
      await page.goto(path)
      expect([path, await sideways(page)]).toEqual([path, 0])
    }
    const seeing = await all.visit({ viewport: phone })
    for (const path of [list, `/en${list}`, `${list}/2024-vt`, `/en${list}/2024-vt`]) {
      await seeing.goto(path)
      expect([path, await faultless(seeing)]).toEqual([path, []])
    }
    const wheel = seeing.getByRole('img', { name: /^The wheel of 2024\. Review days 16 May 2024/ })
    await seeing.goto(`/en${list}`)
    expect(await wheel.count()).toBe(1)
  })
})
