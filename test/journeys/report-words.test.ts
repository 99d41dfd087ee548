import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faultsOf, narrow, phone, sideways, site, withBrowser } from '../support/site.ts'

withBrowser()

const report = '/psykisk-halsa/avstamningar/2023-vt'

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).click()

/** Every state of the page is looked at: by axe, and without scrolling sideways. */
async function fine(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  expect([page.url(), await sideways(page)]).toEqual([page.url(), 0])
}

describe('a strategist writes the report of a closed review day (F30, F34)', () => {
  test('from what was recorded to a published edition; others read it when it is published and not before', async () => {
    const all = await site()
    const page = await all.signIn('strategist', { at: report })
    await page.getByRole('link', { name: 'Skriv rapporten' }).click()
    await page.getByRole('heading', { name: 'Skriv rapporten', level: 1 }).waitFor()
    await page.getByText('Inget är sparat än.').waitFor()
    await fine(page)

    const summary = page.getByLabel('Sammanfattning', { exact: true })
    expect(await summary.inputValue()).toContain('14 av 25 punkter slutförda')
    await summary.fill('Vi är **på väg**. Ring 070-123 45 67.\n\n- ett\n- två')
    await press(page, 'Visa hur det blir: Sammanfattning')
    await page.getByText('Så här blir det').waitFor()
    expect(await page.locator('.preview strong').textContent()).toBe('på väg')
    expect(await page.locator('.preview li').count()).toBe(2)
    await fine(page)

    // A telephone number may be meant, or not: it is asked about once.
    await press(page, 'Spara utkast')
    await page.getByRole('alert').getByText('telefonnummer').first().waitFor()
    await summary.fill('Vi är **på väg**.')

    await press(page, 'Lägg till förslag')
    await page.keyboard.type('Nämnden följer punkt 7.')
    const proposals = page.getByRole('group', { name: 'Förslag till beslut' }).getByRole('textbox')
    const count = await proposals.count()
    await press(page, `Flytta upp Förslag ${count}`)
    expect(await proposals.nth(count - 2).inputValue()).toBe('Nämnden följer punkt 7.')
    await press(page, 'Ta bort Förslag 2')
    await proposals.nth(count - 2).waitFor()
    expect(await proposals.count()).toBe(count - 1)
    await page.getByLabel('Barnperspektiv', { exact: true }).fill('Ungdomsrådet har svarat.')
    await press(page, 'Spara utkast')
    // Announced (T08).
    await page
      .getByRole('status')
      .getByText(/^Sparat kl\./)
      .waitFor()
    await page.getByText('Utkast. Bara ni som ansvarar för planen ser det.').waitFor()
    await fine(page)

    const reader = await all.visit({ viewport: phone })
    await reader.goto(`${report}?utkast`)
    await reader.getByRole('heading', { name: 'Avstämning våren 2023' }).waitFor()
    expect(await reader.getByText('på väg').count()).toBe(0)
    await page.getByRole('link', { name: 'Se sidan med utkastet' }).click()
    await page.getByText('Det här är ett utkast som bara ni som ansvarar för planen ser.').waitFor()
    await fine(page)
    await page.goBack()

    await press(page, 'Godkänn')
    await page.getByRole('status').getByText('Rapporten är godkänd.').waitFor()
    expect(await page.getByRole('button', { name: 'Spara utkast' }).count()).toBe(0)
    await fine(page)
    await press(page, 'Publicera')
    await page.getByRole('status').getByText('Rapporten är publicerad.').waitFor()
    await page.getByText(/^Alla ser version 1, publicerad/).waitFor()

    await reader.reload()
    await reader.getByRole('heading', { name: 'Sammanfattning' }).waitFor()
    await reader.getByText('Ungdomsrådet har svarat.').waitFor()
    await fine(reader)
    await reader.setViewportSize(narrow)
    await reader.goto(`/en${report}`)
    await reader.getByRole('heading', { name: 'Summary' }).waitFor()
    await fine(reader)
  })

  test('what was typed stays when somebody else was faster, and can be saved when that has been read', async () => {
    const all = await site()
    const [one, other] = [await all.signIn('strategist'), await all.signIn('administrator')]
    await one.setViewportSize(phone)
    for (const page of [one, other]) await page.goto(`/en${report}/rapport`)
    await other.getByLabel('Lessons', { exact: true }).fill('From the other.')
    await press(other, 'Save draft')
    await other
      .getByRole('status')
      .getByText(/^Saved /)
      .waitFor()

    await one.getByLabel('Lessons', { exact: true }).fill('From the one.')
    await press(one, 'Save draft')
    await one.getByRole('alert').getByText('Somebody has saved a newer version.').waitFor()
    expect(await one.getByLabel('Lessons', { exact: true }).inputValue()).toBe('From the one.')
    await fine(one)
    await press(one, 'Save anyway, I have read what is new')
    await one
      .getByRole('status')
      .getByText(/^Saved /)
      .waitFor()
    expect(await one.getByLabel('Lessons', { exact: true }).inputValue()).toBe('From the one.')
    await one.setViewportSize(narrow)
    await fine(one)
  })
})
