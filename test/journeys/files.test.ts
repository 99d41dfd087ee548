import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { docx, pdf, photo } from '../support/file-bytes.ts'
import { faultsOf, narrow, phone, sideways, site, withBrowser } from '../support/site.ts'

withBrowser()

const alt = 'Tolv stolar i ring på bibliotekets golv'
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click()
const saved = (page: Page) => page.getByRole('heading', { name: /^Sparat/, level: 1 }).waitFor()
const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]:enabled').setInputFiles({ name, mimeType, buffer })

describe('a picture from a phone', () => {
  test('goes with an activity, is internal, is shown by the strategist, and then everybody sees it', async () => {
    const all = await site()
    const page = await all.signIn('ambassador', { at: '/psykisk-halsa/logga?punkt=11', viewport: phone })
    await page.getByLabel('Vad gjorde ni?').fill('Temakväll om sömn')
    const taken = await photo(3000, 2000)
    await choose(page, 'IMG_20231116.jpg', 'image/jpeg', taken)
    await page.getByText('Framme. Skriv beskrivningen.').first().waitFor()
    await press(page, 'Spara aktivitet')
    await page.getByText('Beskriv bilden eller filen med några ord').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Vad syns på bilden?').fill(alt)
    await press(page, 'Spara aktivitet')
    await saved(page)

    const point = '/psykisk-halsa/punkter/11'
    const reader = await all.visit({ viewport: phone })
    await reader.goto(point)
    expect(await reader.getByRole('img', { name: alt }).count()).toBe(0)

    const lead = await all.signIn('strategist', { at: point, viewport: phone })
    await lead.getByRole('img', { name: alt }).scrollIntoViewIfNeeded()
    await lead.getByText('Intern', { exact: true }).waitFor()
    await lead.goto('/mitt')
    await lead.getByRole('link', { name: 'En bild eller fil väntar på att du tittar.' }).click()
    await lead.getByText('En bild eller fil väntar på att du tittar.').waitFor()
    expect(await faultsOf(lead)).toEqual([])
    expect(await sideways(lead)).toBe(0)
    await press(lead, `Visa för alla: ${alt}`)
    await lead.getByText('Nu syns den för alla.').waitFor()

    await reader.reload()
    const picture = reader.getByRole('img', { name: alt })
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
    // Turned as it was taken, and room left for it before it comes.
    expect([await picture.getAttribute('width'), await picture.getAttribute('height')]).toEqual([
      '1067',
      '1600',
    ])
    expect(await faultsOf(reader)).toEqual([])
    expect(await sideways(reader)).toBe(0)
    const bytes = await (await reader.request.get((await picture.getAttribute('src'))!)).body()
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect(bytes.length).toBeLessThan(taken.length)

    await lead.getByText('Ta bort (personuppgift)').click()
    await press(lead, 'Ta bort för gott')
    await lead.getByText('Den är borttagen.').waitFor()
    await reader.reload()
    await reader.getByText('Borttaget 20 november 2023 (personuppgift)').waitFor()
    expect(await reader.getByRole('img', { name: alt }).count()).toBe(0)
  })

  test('resumes where it was when the network goes in the middle, and nothing is sent twice', async () => {
    const all = await site()
    const page = await all.signIn('ambassador', { viewport: narrow })
    await page.clock.install()
    await page.goto('/psykisk-halsa/logga?punkt=11')
    const sent: string[] = []
    let broken = true
    await page.route('**/parts/*', async (route) => {
      const n = route.request().url().split('/').at(-1)!
      if (broken && n === '3') return route.abort('internetdisconnected')
      sent.push(n)
      return route.continue()
    })
    const big = pdf([
      Buffer.concat([
        Buffer.from('<< /Length 1000000 >>\nstream\n'),
        Buffer.alloc(1_000_000, 65),
        Buffer.from('\nendstream'),
      ]),
    ])
    await choose(page, 'inbjudan.pdf', 'application/pdf', big)
    await page.getByText('Väntar på nätet.').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await page.getByLabel('Vad är det för dokument?').fill('Inbjudan till temakvällen')
    // It tries again by itself as well: the page's clock stands while somebody is faster.
    await page.clock.pauseAt(new Date(Date.now() + 60_000))
    await page.getByText('Väntar på nätet.').first().waitFor()
    broken = false
    await press(page, 'Försök igen med inbjudan.pdf')
    await page.clock.resume()
    await page.getByText('Klar.', { exact: true }).first().waitFor()
    expect(sent).toEqual(['1', '2', '3', '4'])
    await page.getByLabel('Vad gjorde ni?').fill('Temakväll om sömn')
    await press(page, 'Spara aktivitet')
    await saved(page)
    const kept = await all.db.read(async (tx) => tx.select().from(tx.tables.attachments))
    expect(kept).toHaveLength(1)
  })

  test('one that is not taken says why, and the rest of the form stays', async () => {
    const all = await site()
    const page = await all.signIn('ambassador', { at: '/psykisk-halsa/logga?punkt=11', viewport: phone })
    await page.getByLabel('Vad gjorde ni?').fill('Temakväll om sömn')
    await choose(page, 'sida.html', 'text/html', Buffer.from('<html>'))
    await page.getByText('Filen är en webbsida eller en svg-bild').first().waitFor()
    await press(page, 'Ta bort sida.html')
    const macros = docx([{ name: 'word/vbaProject.bin', bytes: Buffer.from('Sub') }])
    await choose(
      page,
      'plan.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      macros,
    )
    await page.getByLabel('Vad är det för dokument?').fill('Planen')
    await press(page, 'Spara aktivitet')
    await page.getByText('Dokumentet innehåller makron.').first().waitFor()
    expect(await page.getByLabel('Vad gjorde ni?').inputValue()).toBe('Temakväll om sömn')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Ta bort plan.docx')
    await press(page, 'Spara aktivitet')
    await saved(page)
  })
})

test('a document is evidence of an update, and comes along when the update is corrected', async () => {
  const all = await site()
  const page = await all.signIn('strategist', { at: '/psykisk-halsa/punkter/7/uppdatera' })
  await page.getByLabel('Vad har hänt, och vad är nästa steg?').fill('Kontraktet är klart.')
  await page.getByLabel('Skälet med en rad').fill('Två av sex lägenheter saknas.')
  await choose(page, 'kontrakt.pdf', 'application/pdf', pdf())
  await page.getByLabel('Vad är det för dokument?').fill('Kontrakt om sex lägenheter')
  expect(await faultsOf(page)).toEqual([])
  await press(page, 'Spara uppdatering')
  await saved(page)
  await page.goto('/psykisk-halsa/punkter/7')
  await page.getByRole('link', { name: 'Kontrakt om sex lägenheter' }).first().waitFor()
  await page.goto('/psykisk-halsa/punkter/7/uppdatera')
  await page.getByRole('link', { name: 'Rätta den här, uppdateringen från 20 november 2023' }).first().click()
  await page.getByText('Filen följer med från uppdateringen som rättas.').waitFor()
  await page.getByLabel('Vad har hänt, och vad är nästa steg?').fill('Kontraktet är påskrivet.')
  await press(page, 'Spara rättelsen')
  await saved(page)
  const kept = await all.db.read(async (tx) => tx.select().from(tx.tables.attachments))
  expect(kept.map(({ fileId }) => fileId)).toEqual([1, 1])
})
