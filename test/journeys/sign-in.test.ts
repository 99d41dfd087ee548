import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { queueMail } from '../../server/mail/outbox.store.ts'
import { peopleWithRole } from '../../server/people/store.ts'
import { issueLink } from '../../server/people/links.store.ts'
import { linksIn, mailbox } from '../support/mailbox.ts'
import { desktop, faultsOf, narrow, phone, sideways, site, withBrowser, type Site } from '../support/site.ts'

withBrowser()

const hour = 3_600_000
const minute = 60_000

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name }).click()

/** The built program with a mail server beside it; `post` empties the outbox and gives the last mail's links. */
async function withMail() {
  const box = await mailbox()
  const all = await site(undefined, { parts: { mail: smtpMail(box.url, 'Planen <plan@kommun.example>') } })
  const post = async () => {
    await deliverMails(all.parts, { now: all.now })
    return linksIn(box.mails.at(-1)!)
  }
  return { all, box, post }
}

describe('an ambassador on a phone', () => {
  test('asks for a link, opens the mail, presses, and is where they were going', async () => {
    const { all, box, post } = await withMail()
    const page = await all.visit({ viewport: phone, javaScriptEnabled: false })
    await page.goto('/mitt')
    await main(page).getByRole('link', { name: 'Logga in' }).click()
    await page.getByLabel('E-postadress').fill('karin.sjoholm@example.se')
    await press(page, 'Skicka länken')
    await page.getByRole('heading', { name: 'Titta i din e-post' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/logga-in/skickad')
    const [link] = await post()
    expect(box.mails[0]!.to).toBe('karin.sjoholm@example.se')
    await page.goto(link!)
    await press(page, 'Logga in')
    await page.waitForURL(/\/mitt$/)
    await page.goto(link!)
    await page.getByRole('heading', { name: 'Länken gäller inte längre' }).waitFor()
    await main(page).getByRole('link', { name: 'Gå till Att göra' }).waitFor()
  })

  test('comes by an invitation, in English, that says to what', async () => {
    const { all, post } = await withMail()
    await all.db.write(async (tx) => {
      const [person] = await peopleWithRole(tx, 'ambassador')
      await tx.update(tx.tables.people).set({ language: 'en' })
      await queueMail(tx, { kind: 'invitation', personId: person!.id, planId: 1 }, all.now)
    })
    const [link] = await post()
    const page = await all.visit({ viewport: phone })
    await page.goto(link!)
    await main(page).getByText('You are invited to').waitFor()
    expect(await main(page).innerText()).toContain(
      'Tillsammans för psykisk hälsa (exempel), Norrtälje (exempel).',
    )
    await press(page, 'Sign in')
    await page.waitForURL(/\/en\/mitt$/)
  })
})

describe('the pages around signing in', () => {
  test.for([phone, narrow, desktop])('hold together and are accessible, $width px wide', async (viewport) => {
    const { all } = await withMail()
    const page = await all.visit({ viewport })
    const { id } = await all.db.read(async (tx) => (await peopleWithRole(tx, 'ambassador'))[0]!)
    const issue = (purpose: 'sign-in' | 'invitation' | 'log') =>
      all.db.write((tx) => issueLink(tx, { purpose, personId: id, planId: 1 }, all.now))
    const invitation = await issue('invitation')
    await issue('log')
    for (const path of [
      '/logga-in',
      '/logga-in?fel=epost',
      '/logga-in/skickad',
      '/logga-in/slut',
      `/logga-in/${invitation}`,
    ]) {
      await page.goto(path)
      expect([await sideways(page), await faultsOf(page)]).toEqual([0, []])
    }
    await press(page, 'Logga in')
    await page.waitForURL(/\/mitt$/)
    await page.goto('/mitt/konto')
    expect([await sideways(page), await faultsOf(page)]).toEqual([0, []])
  })

  test('the account keeps settings, ends a session and a link', async () => {
    const { all } = await withMail()
    const other = await all.signIn('ambassador')
    const page = await all.signIn('ambassador', { viewport: phone })
    const { id } = await all.db.read(async (tx) => (await peopleWithRole(tx, 'ambassador'))[0]!)
    await all.db.write((tx) => issueLink(tx, { purpose: 'log', personId: id, planId: 1 }, all.now))
    await page.goto('/mitt/konto')
    await page.getByLabel('Nej, inga påminnelser').check()
    await press(page, 'Spara inställningarna')
    await page.getByText('Sparat.').waitFor()
    await main(page)
      .getByRole('button', { name: /^Avsluta inloggningen/ })
      .click()
    await page.getByText('Inloggningen är avslutad.').waitFor()
    await main(page)
      .getByRole('button', { name: /^Avsluta länken/ })
      .click()
    await page.getByText('Länken är avslutad.').waitFor()
    expect(
      await main(page)
        .getByRole('button', { name: /^Avsluta/ })
        .count(),
    ).toBe(0)
    await page.reload()
    expect(await page.getByLabel('Nej, inga påminnelser').isChecked()).toBe(true)
    await other.goto('/mitt')
    await other.getByRole('heading', { name: 'Logga in för att se sidan' }).waitFor()
  })
})

describe('before the sign-in ends', () => {
  const note = 'Tolv lägenheter är klara, och två hyresvärdar är med.'

  /** A strategist in the midst of an update; `pass` lets time go by for the server and the page. */
  async function writing(): Promise<{
    all: Site
    page: Page
    pass: (milliseconds: number) => Promise<void>
  }> {
    const all = await site()
    const page = await all.signIn('strategist', { viewport: phone })
    await page.clock.install({ time: all.now })
    await page.goto('/psykisk-halsa/punkter/7/uppdatera')
    await page.getByLabel('Skälet med en rad').fill('Två av sex lägenheter saknas.')
    await page.getByLabel(/^Vad har hänt/).fill(note)
    const pass = async (milliseconds: number) => {
      all.now = new Date(all.now.getTime() + milliseconds)
      await page.clock.fastForward(milliseconds)
    }
    return { all, page, pass }
  }
  const warning = (page: Page) => page.getByRole('alertdialog', { name: 'Du loggas snart ut' })

  test('one is told, stays by one press of the keyboard, and what is written stays', async () => {
    const { page, pass } = await writing()
    await pass(11 * hour)
    expect(await warning(page).count()).toBe(0)
    await pass(55 * minute)
    await warning(page).waitFor()
    expect(await warning(page).innerText()).toContain('Kl.\u00a022.00 loggas du ut.')
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Stanna kvar')
    await page.keyboard.press('Enter')
    await warning(page).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await pass(11 * hour)
    expect(await warning(page).count()).toBe(0)
    await press(page, 'Spara uppdatering')
    await page.getByRole('heading', { name: /^Sparat/, level: 1 }).waitFor()
  })

  test('another tab that is used keeps this one quiet', async () => {
    const { all, page, pass } = await writing()
    await pass(11 * hour)
    const other = await page.context().newPage()
    await other.goto('/mitt')
    const used = all.now.toISOString()
    await expect
      .poll(() => all.db.read(async (tx) => (await tx.select().from(tx.tables.sessions)).at(-1)!.lastUsedAt))
      .toBe(used)
    await pass(57 * minute)
    expect(await warning(page).count()).toBe(0)
  })

  test('when it has ended the text is still there, and is saved when one has signed in beside it', async () => {
    const { all, page, pass } = await writing()
    await pass(11 * hour + 55 * minute)
    await warning(page).waitFor()
    await pass(5 * minute + 1000)
    const over = page.getByRole('alertdialog', { name: 'Du är inte inloggad längre' })
    await over.waitFor()
    await page.keyboard.press('Escape')
    await over.waitFor({ state: 'detached' })
    await press(page, 'Spara uppdatering')
    await main(page).getByRole('link', { name: 'Logga in i en ny flik' }).waitFor()
    expect(await page.getByLabel(/^Vad har hänt/).inputValue()).toBe(note)
    const { id } = await all.db.read(async (tx) => (await peopleWithRole(tx, 'strategist'))[0]!)
    const token = await all.db.write((tx) => issueLink(tx, { purpose: 'sign-in', personId: id }, all.now))
    const tab = await page.context().newPage()
    await tab.goto(`/logga-in/${token}`)
    await press(tab, 'Logga in')
    await tab.waitForURL(/\/mitt$/)
    await press(page, 'Spara uppdatering')
    await page.getByRole('heading', { name: /^Sparat/, level: 1 }).waitFor()
  })
})
