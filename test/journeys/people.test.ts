import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faultsOf, narrow, phone, sideways, site, withBrowser, type Site } from '../support/site.ts'

withBrowser()

const people = '/psykisk-halsa/personer'

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).click()

const invitations = (all: Site) =>
  all.db.read(async (tx) =>
    (await tx.select().from(tx.tables.outbox)).filter((notice) => notice.kind === 'invitation'),
  )

/** Nothing that axe sees, and nothing wider than the window. */
async function faultless(page: Page): Promise<string[]> {
  const over = await sideways(page)
  return [...(await faultsOf(page)), ...(over > 0 ? [`${page.url()} is ${over} px too wide`] : [])]
}

describe('people', () => {
  test('three ambassadors are pasted with one fault, the fault is mended, and three invitations wait', async () => {
    const all = await site()
    const page = await all.signIn('strategist')
    await page.getByRole('link', { name: 'Personer' }).first().click()
    await page.getByRole('heading', { name: /personer arbetar med planen/, level: 1 }).waitFor()
    expect(await faultless(page)).toEqual([])
    await page.getByRole('link', { name: 'Lägg till personer' }).click()
    await page.getByLabel('Flera på en gång').check()
    const lines = page.getByLabel('En rad för var och en')
    const pasted = [
      'Namn\tE-post\tOrganisation\tFunktion',
      'Alva Bergstrand\talva.bergstrand@example.se\tBarn- och utbildningskontoret\tSkolkurator',
      'Olle Vestin\tolle.vestin(at)example.se\tksk',
      '',
      'Sara Någonannan\tSara.Nyhlen@example.se\tKultur- och fritidskontoret\tKördirigent',
    ].join('\n')
    await lines.fill(pasted)
    await press(page, 'Granska raderna')
    await page.getByRole('alert').getByText('Rad 3: Det här är ingen e-postadress.').waitFor()
    expect(await invitations(all)).toEqual([])
    expect(await faultless(page)).toEqual([])
    await lines.fill(pasted.replace('(at)', '@'))
    await press(page, 'Granska raderna')
    await page.getByRole('heading', { name: 'Så här blir det: tre personer' }).waitFor()
    await page.getByText('Finns redan i Avstämt och läggs till här. Namnet ändras inte.').waitFor()
    expect(await invitations(all)).toEqual([])
    expect(await faultless(page)).toEqual([])
    await press(page, 'Lägg till och bjud in tre personer')
    await page.getByRole('heading', { name: /^Sparat kl\./, level: 1 }).waitFor()
    await page.getByText('Tre personer är tillagda. Inbjudan är på väg med e-post.').waitFor()
    expect(await invitations(all)).toHaveLength(3)

    await page.getByRole('link', { name: 'Se alla personer' }).click()
    await page.getByRole('searchbox').fill('körd')
    await press(page, 'Visa')
    await page.getByText('1 av 74 personer').waitFor()
    await page.getByRole('link', { name: 'Sara Nyhlén' }).waitFor()
    expect(await page.getByText('Någonannan').count()).toBe(0)
  })

  test('one is added on a phone in six fields, and what is wrong stands at its field', async () => {
    const all = await site()
    const page = await all.signIn('strategist', { at: `${people}/nya`, viewport: phone })
    await page.getByLabel('Namn', { exact: true }).fill('Alva Bergstrand')
    await page.getByLabel('E-postadress').fill('anders.brolin@example')
    await press(page, 'Lägg till och bjud in')
    await page.getByRole('alert').getByText('Organisationen saknas.').waitFor()
    expect(await page.getByLabel('Namn', { exact: true }).inputValue()).toBe('Alva Bergstrand')
    expect(await faultless(page)).toEqual([])
    await page.getByLabel('E-postadress').fill('alva.bergstrand@example.se')
    await page.getByLabel('Organisation').selectOption('buk')
    await press(page, 'Lägg till och bjud in')
    await page.getByText('En person är tillagd.').waitFor()
    expect(await invitations(all)).toHaveLength(1)
  })

  test('the points of one who leaves are handed over with a note, and they are shut out', async () => {
    const all = await site()
    const page = await all.signIn('strategist', { at: `${people}?q=brolin` })
    const leaving = await all.as('anders.brolin@example.se')
    await page.getByRole('link', { name: 'Anders Brolin' }).click()
    await page.getByRole('heading', { name: 'Ansvarar för tre punkter' }).waitFor()
    expect(await faultless(page)).toEqual([])
    await page
      .getByLabel('Till vem?')
      .selectOption({ label: 'Eva-Lena Rask – Enhetschef, förebyggande enheten, socialkontoret' })
    await page.getByLabel('Vad behöver den nya veta?').fill('Avtalet med hyresvärden ligger i pärm 4.')
    await press(page, 'Lämna över tre punkter')
    await page.getByText('Tre punkter är överlämnade.').waitFor()
    await page.getByText('Ansvarar inte för någon punkt.').waitFor()
    await press(page, 'Stäng av Anders Brolin')
    await page.getByText('Personen är avstängd.').waitFor()
    await page.getByRole('button', { name: 'Öppna för Anders Brolin' }).waitFor()
    expect(await faultless(page)).toEqual([])
    expect((await leaving.get('/mitt')).statusCode).toBe(401)

    const mine = await (await all.as('eva-lena.rask@example.se')).get('/mitt')
    expect(mine.body).toContain('Avtalet med hyresvärden ligger i pärm 4.')
    const reader = await all.visit()
    await reader.goto('/psykisk-halsa/punkter/7')
    expect(await reader.getByText('pärm 4').count()).toBe(0)
  })

  test('a point whose owner has left gets a new one from the front of /mitt, on a phone', async () => {
    const all = await site()
    const page = await all.signIn('strategist', { viewport: narrow })
    expect(await faultless(page)).toEqual([])
    await page
      .getByRole('link', { name: 'Välj ansvarig för 15 Närvarofrämjande arbete, problematisk skolfrånvaro' })
      .click()
    await page.getByText('Mikael Stenfors är inte längre med.').waitFor()
    expect(await faultless(page)).toEqual([])
    await page
      .getByLabel('Vem ansvarar från i dag?')
      .selectOption({ label: 'Eva-Lena Rask – Enhetschef, förebyggande enheten, socialkontoret' })
    await press(page, 'Spara ansvarig')
    await page.getByText('Eva-Lena Rask ansvarar nu för punkten.').waitFor()
    await page.goto('/mitt')
    expect(await page.getByRole('link', { name: /Välj ansvarig för 15/ }).count()).toBe(0)
  })
})
