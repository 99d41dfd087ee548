import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { SettingsData } from '../../server/plans/settings.page.ts'
import { factsOf } from '../../web/plans/parts/facts.ts'
import { faultsOf, narrow, phone, sideways, site, withBrowser } from '../support/site.ts'

withBrowser()

const json = { headers: { accept: 'application/json' } }

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).click()

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()

const list = `Nr; Namn; Organisation; Slut
1; Trygga vuxna i skolan; Barn- och utbildningskontoret; 2025-12
2; Utbildning i suicidprevention; KSON, Socialkontoret; HT25
3; Stöd till efterlevande; Kyrkan; 2026-06
4; Trygga broar och spår; Bygg- och miljökontoret; 2027
5; Samtal för den som mår dåligt; TioHundra AB; 2024-12-31`

/** Every state of the page is looked at: by axe, and without scrolling sideways. */
async function fine(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  expect([page.url(), await sideways(page)]).toEqual([page.url(), 0])
}

describe('a strategist sets up a plan between two meetings', () => {
  test('registers it, gives it areas and five points, publishes it, and revises a wording', async () => {
    const all = await site()
    const page = await all.signIn('strategist')
    await page.getByRole('link', { name: 'Registrera en plan' }).click()
    await heading(page, 'Registrera en plan')
    await fine(page)
    await press(page, 'Registrera planen')
    await page.getByRole('alert').getByText('Skriv ett namn.').waitFor()
    await fine(page)

    await page.getByLabel('Vad heter planen?').fill('Plan för att förebygga självmord')
    expect(await page.getByLabel('Vilken adress ska planen ha?').inputValue()).toBe(
      'plan-for-att-forebygga-sjalvmord',
    )
    await page.getByLabel('Vilken adress ska planen ha?').fill('psykisk-halsa')
    await page.getByLabel('Första dagen').fill('2024-01-01')
    await page.getByLabel('Sista dagen').fill('2027-12-31')
    await page.getByLabel('Vilken dag antogs den?').fill('2023-11-13')
    await page.getByLabel('Paragraf').fill('§ 152')
    await press(page, 'Registrera planen')
    await page.getByRole('alert').getByText('Adressen är tagen av en annan plan.').waitFor()
    expect(await page.getByLabel('Paragraf').inputValue()).toBe('§ 152')
    await page.getByLabel('Vilken adress ska planen ha?').fill('suicidprevention')
    await press(page, 'Registrera planen')
    await page.waitForURL(/\/suicidprevention\/installningar$/)
    await heading(page, 'Inställningar')
    await page.getByText('Planen är inte publicerad.').waitFor()
    expect(await page.getByRole('button', { name: 'Publicera planen' }).count()).toBe(0)
    const reader = await all.visit({ viewport: phone })
    await reader.goto('/suicidprevention')
    await reader.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()

    for (const area of ['Skola', 'Vård']) {
      await press(page, 'Lägg till ett målområde')
      await page.keyboard.type(area)
    }
    await press(page, 'Flytta upp: Vård')
    await press(page, 'Spara målområdena')
    await page
      .getByText(/^Sparat kl\.\u00a010\.00\.$|^Sparat kl\./)
      .first()
      .waitFor()
    await fine(page)

    await page.getByRole('main').getByRole('link', { name: 'Lägg till punkter' }).click()
    await heading(page, 'Lägg till punkter')
    await page.getByLabel('Klistra in listan').fill(list)
    await press(page, 'Lägg till alla')
    await page.getByRole('alert').getByText('Rad 4: Organisationen ”Kyrkan” finns inte här.').waitFor()
    await fine(page)
    await page.setViewportSize(narrow)
    await fine(page)
    await press(page, 'Ändra rad 4')
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('Kyrkan')
    await page.getByLabel('Klistra in listan').fill(list.replace('Kyrkan', 'Civilsamhället'))
    await press(page, 'Lägg till 5 punkter')
    await heading(page, /^Sparat/)
    await page.getByText('Planen har nu 5 antagna punkter.').waitFor()
    await fine(page)

    await page.getByRole('link', { name: 'Till inställningarna' }).click()
    await heading(page, 'Inställningar')
    await fine(page)
    await press(page, 'Publicera planen')
    await page.getByRole('link', { name: 'Läs det som står här och kryssa i rutan.' }).click()
    await page.keyboard.press('Space')
    await press(page, 'Publicera planen')
    await heading(page, /^Publicerad/)
    await reader.reload()
    await heading(reader, '0 av 5 punkter är slutförda.')
    await fine(reader)

    await page.setViewportSize(phone)
    await page.goto('/suicidprevention/punkter/3')
    await page.getByRole('link', { name: 'Ny ordalydelse' }).click()
    await heading(page, 'Ny ordalydelse')
    await press(page, 'Spara lydelsen')
    await page.getByRole('alert').getByText('Lydelsen är densamma som nu.').waitFor()
    await fine(page)
    await page.getByLabel('Ny rubrik').fill('Stöd till efterlevande och anhöriga')
    await page.getByLabel('Vem beslutade?').fill('kommunstyrelsen')
    await page.getByLabel('Vilken dag?').fill('2023-11-20')
    await page.getByLabel('§ eller diarienummer').fill('§ 201')
    await press(page, 'Spara lydelsen')
    await heading(page, /^Sparat/)
    await fine(page)
    await reader.goto('/suicidprevention/punkter/3')
    await heading(reader, /Stöd till efterlevande och anhöriga/)
    await reader.getByText('Tidigare lydelser').click()
    await reader.getByText('Stöd till efterlevande', { exact: true }).waitFor()
  })

  test('chooses the words, changes the facts and the support lines, and what is half written stays', async () => {
    const all = await site()
    const page = await all.signIn('strategist', { at: '/psykisk-halsa/installningar' })
    // Woken: what is chosen in a page that sleeps is not heard of.
    await page.locator('input[type=file]:enabled').waitFor()
    await page.getByLabel('Det ni har åtagit er att göra').selectOption('åtgärd')
    await page.getByText('18 av 25 åtgärder är slutförda.').waitFor()
    await page.getByLabel('Kontakt').fill('folkhalsan@example.se')
    const colleague = await all.as('strategist')
    const theirs = (await colleague.get('/psykisk-halsa/installningar', json)).json() as SettingsData
    const changed = { ...factsOf(theirs.draft), publisher: 'Pressansvarig' }
    expect((await colleague.put('/api/v1/plans/psykisk-halsa', changed)).statusCode).toBe(200)
    await press(page, 'Spara orden')
    await page.getByText('Någon annan har ändrat planens uppgifter medan du skrev.').waitFor()
    await fine(page)
    await press(page, 'Spara orden')
    await page.getByRole('heading', { name: 'Åtgärder' }).waitFor()
    expect(await page.getByLabel('Kontakt').inputValue()).toBe('folkhalsan@example.se')
    await press(page, 'Ta bort rad 1')
    await press(page, 'Lägg till en rad')
    await press(page, 'Spara raderna')
    await page.getByRole('alert').getByText('Skriv vad det är för stöd, eller ta bort raden.').waitFor()
    await fine(page)
    await press(page, 'Ta bort rad 4')
    await press(page, 'Spara raderna')
    await page
      .getByText(/^Sparat kl\./)
      .first()
      .waitFor()

    const reader = await all.visit()
    await reader.goto('/psykisk-halsa')
    await heading(reader, '18 av 25 åtgärder är slutförda.')
    expect(await reader.getByText('Akut fara för liv').count()).toBe(0)
    await reader.goto('/psykisk-halsa/om#kontakt')
    expect(await reader.getByText('folkhalsan@example.se').count()).toBe(0)
    await press(page, 'Spara uppgifterna')
    await page
      .getByText(/^Sparat kl\./)
      .nth(2)
      .waitFor()
    await reader.reload()
    await reader.getByText('folkhalsan@example.se').waitFor()
    await reader.getByText('Pressansvarig').first().waitFor()
  })

  test('adds a point that came later, and an organisation with another name', async () => {
    const all = await site()
    const page = await all.signIn('strategist', { at: '/mitt/organisationer', viewport: phone })
    await press(page, 'Lägg till en organisation')
    await page.keyboard.type('Räddningstjänsten')
    expect(await page.getByLabel('Kortnamn').inputValue()).toBe('raddningstjansten')
    await press(page, 'Spara organisationen')
    await page.getByRole('alert').getByText('Välj vad det är för slags organisation.').waitFor()
    await fine(page)
    await page.getByLabel('Vad är det?').selectOption('kommunalförbund')
    await page.getByLabel('Andra namn som folk skriver').fill('Brandkåren')
    await press(page, 'Spara organisationen')
    await page.getByText(/^Räddningstjänsten är sparad kl\./).waitFor()
    await press(page, 'Ändra Räddningstjänsten')
    await page.getByLabel('Namn', { exact: true }).fill('Räddningstjänsten Norr')
    await press(page, 'Spara organisationen')
    await page.getByText('Räddningstjänsten Norr', { exact: true }).waitFor()
    await fine(page)

    await page.goto('/psykisk-halsa/punkter/nya')
    await page.getByText('De 25 antagna är fortfarande 25.').waitFor()
    await page.getByLabel('Klistra in listan').fill('26; Trygga broar; brandkåren')
    await page.getByRole('cell', { name: 'Räddningstjänsten Norr' }).waitFor()
    await page.getByLabel('Fyll i en i taget').check()
    await page.getByLabel('Nummer', { exact: true }).fill('26')
    await page.getByLabel('Vad heter punkten?').fill('Trygga broar')
    await page.getByLabel('Huvudansvarig organisation').selectOption('Räddningstjänsten Norr')
    await page.getByLabel('Polisen').check()
    await press(page, 'Lägg till punkten')
    await page.getByRole('alert').getByText('Skriv vem som beslutade.').waitFor()
    await fine(page)
    await page.getByLabel('Vem beslutade?').fill('kommunstyrelsen')
    await page.getByLabel('Vilken dag?').fill('2023-11-20')
    await page.getByLabel('§ eller diarienummer').fill('§ 201')
    await press(page, 'Lägg till punkten')
    await heading(page, /^Sparat/)
    await page.getByText('Det räknas för sig, som tillkommet efter antagandet.').waitFor()
    await page.getByRole('link', { name: 'Se punkten' }).click()
    await page.getByText('efter att planen antogs. Räknas för sig.').waitFor()
  })
})
