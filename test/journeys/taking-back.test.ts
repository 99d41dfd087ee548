import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { plan } from '../api/given.ts'
import { faultsOf, narrow, phone, sideways, site, withBrowser } from '../support/site.ts'

withBrowser()

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).click()

/** Nothing that axe sees, and nothing wider than the window. */
async function faultless(page: Page): Promise<string[]> {
  const over = await sideways(page)
  return [...(await faultsOf(page)), ...(over > 0 ? [`${page.url()} is ${over} px too wide`] : [])]
}

describe('what a strategist takes back', () => {
  test('a planned day: asked once more, then it stands as cancelled for everybody, with its reason', async () => {
    const all = await site()
    await (await all.as('strategist')).post(`${plan}/reviews`, { heldOn: '2023-12-14' })
    const page = await all.signIn('strategist', {
      at: '/psykisk-halsa/avstamningar/2023-ht-2/andra',
      viewport: phone,
    })
    await page.getByLabel('Varför?').fill('Flyttas till våren.')
    await press(page, 'Ställ in avstämningen')
    await page.getByText('Kryssa i att avstämningen inte ska hållas.').first().waitFor()
    expect(await faultless(page)).toEqual([])
    expect(await page.getByLabel('Varför?').inputValue()).toBe('Flyttas till våren.')
    await page.getByLabel('Ja, avstämningen ska inte hållas').check()
    await press(page, 'Ställ in avstämningen')
    await page.getByRole('heading', { name: /är inställd$/, level: 1 }).waitFor()
    expect(await faultless(page)).toEqual([])

    const reader = await all.visit({ viewport: narrow })
    await reader.goto('/psykisk-halsa/avstamningar')
    await reader.getByRole('cell', { name: 'Inställd' }).waitFor()
    expect(await faultless(reader)).toEqual([])
    for (const [base, sentence] of [
      ['', 'Avstämningen är inställd.'],
      ['/en', 'The review day is cancelled.'],
    ] as const) {
      await reader.goto(`${base}/psykisk-halsa/avstamningar/2023-ht-2`)
      await reader.getByText(sentence).waitFor()
      await reader.getByText('Flyttas till våren.').waitFor()
      expect(await faultless(reader)).toEqual([])
    }
  })

  test('a decision and a comment that were entered wrongly, before the day is locked', async () => {
    const all = await site()
    const strategist = await all.as('strategist')
    const day = `${plan}/reviews/2023-ht-2`
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
    await strategist.post(`${day}/decisions`, { text: 'KSON ringer hyresvärdarna.', points: ['7', '15'] })
    await strategist.post(`${day}/comments`, { text: 'Två till har flyttat in.', point: '7' })
    for (const lang of ['', '/en']) {
      const looking = await all.signIn('strategist', {
        at: `${lang}/psykisk-halsa/avstamningar/2023-ht-2/stang`,
      })
      expect(await faultless(looking)).toEqual([])
    }
    const page = await all.signIn('strategist', {
      at: '/psykisk-halsa/avstamningar/2023-ht-2/stang',
      viewport: phone,
    })
    await press(page, 'Ändra: KSON ringer hyresvärdarna.')
    await page.getByLabel('Vad beslutade ni?').fill('KSON skriver till hyresvärdarna.')
    expect(await faultless(page)).toEqual([])
    await press(page, 'Spara ändringen')
    await page.getByText('Ändrat. De nya orden gäller.').waitFor()
    const { decisions } = (await strategist.get(`${day}/meeting`)).json() as { decisions: object[] }
    expect(decisions).toMatchObject([
      { text: { text: 'KSON skriver till hyresvärdarna.' }, points: ['7', '15'] },
    ])
    await press(page, 'Ta tillbaka: Två till har flyttat in.')
    await page.getByText('Kommentaren är tillbakatagen och kommer inte med i rapporten.').waitFor()
    await page.getByText('Två till har flyttat in.').waitFor({ state: 'detached' })
    expect(await faultless(page)).toEqual([])

    await strategist.put(`${day}/meeting`, { open: true })
    await strategist.post(`${day}/decisions`, { text: 'Fel punkt.', points: ['7'] })
    await strategist.post(`${day}/comments`, { text: 'Fel kommentar.', point: '7' })
    const { version } = (await strategist.get(`${day}/meeting`)).json() as { version: number }
    await strategist.put(`${day}/meeting/showing`, { showing: 'point:7', version })
    const projector = await all.signIn('strategist', { at: '/psykisk-halsa/avstamningar/2023-ht-2/mote' })
    await projector.getByRole('button', { name: 'Ta tillbaka: Fel punkt.' }).click()
    await projector.getByText('Beslutet är tillbakataget').waitFor()
    await projector.getByRole('button', { name: 'Ta tillbaka: Fel kommentar.' }).click()
    await projector.getByText('Kommentaren är tillbakatagen').waitFor()
    await projector.getByRole('button', { name: 'Ta tillbaka: Fel punkt.' }).waitFor({ state: 'detached' })
  })
})

describe('what needs somebody, and where something has happened', () => {
  test('has nothing wrong with it for any role, in either language, on the smallest phone', async () => {
    const all = await site()
    await (await all.as('strategist')).post(`${plan}/reviews`, { heldOn: '2023-12-14' })
    for (const role of ['administrator', 'strategist', 'reporter', 'ambassador', 'reader'] as const) {
      const page = await all.signIn(role, { viewport: narrow })
      for (const lang of ['', '/en']) {
        await page.goto(`${lang}/mitt`)
        expect(await faultless(page)).toEqual([])
      }
    }
    const lead = await all.signIn('strategist', { viewport: narrow })
    for (const path of ['/psykisk-halsa/tackning', '/en/psykisk-halsa/tackning?sedan=alla']) {
      await lead.goto(path)
      expect(await faultless(lead)).toEqual([])
    }
    await lead.goto('/psykisk-halsa/avstamningar')
    await lead.getByRole('link', { name: 'Var det har hänt något' }).click()
    await lead.getByLabel('Räkna aktiviteter').selectOption({ label: 'Sedan planen började' })
    await press(lead, 'Visa')
    await lead.waitForURL(/sedan=alla/)
    await lead.getByRole('heading', { name: /Det har hänt något på/, level: 1 }).waitFor()
  })
})
