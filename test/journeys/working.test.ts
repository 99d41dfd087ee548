import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { latestOf, plan, update } from '../api/given.ts'
import { desktop, faultsOf, narrow, phone, sideways, site, withBrowser, type Site } from '../support/site.ts'

withBrowser()

const point = '/psykisk-halsa/punkter/7'

/** Presses a button of the page itself, and waits for what it says. */
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).click()

const savedHeading = (page: Page) => page.getByRole('heading', { name: /^(Sparat|Låst)/, level: 1 }).waitFor()

/** What has the focus now: its tag and its words. */
const focused = (page: Page) =>
  page.evaluate(
    () => `${document.activeElement?.tagName} ${document.activeElement?.textContent?.trim() ?? ''}`,
  )

/** Lets the next change reach the server and loses its answer on the way back. */
const loseAnswer = (page: Page) =>
  page.evaluate(() => {
    const real = window.fetch.bind(window)
    window.fetch = async (...asked) => {
      window.fetch = real
      await real(...asked)
      throw new TypeError('lost')
    }
  })

async function logged(all: Site): Promise<number> {
  return all.db.read(async (tx) => (await tx.select().from(tx.tables.activities)).length)
}

describe('three people at work', () => {
  test('a strategist hands a point over, mends a mistake, and closes a review day held today', async () => {
    const all = await site()
    const page = await all.signIn('strategist')
    const reader = await all.visit()
    const headline = async () => {
      await reader.goto('/psykisk-halsa')
      return reader.getByRole('heading', { level: 1 }).innerText()
    }
    expect(await headline()).toBe('18 av 25 punkter är slutförda.')

    await page.goto(point)
    await page.getByRole('link', { name: 'Skriv uppdatering' }).click()
    await page.getByLabel('Slutförd – inarbetad i ordinarie verksamhet').check()
    await press(page, 'Spara uppdatering')
    expect(await focused(page)).toMatch(/^DIV Fem saker behöver ändras/)
    await page.getByRole('link', { name: 'Skriv vilken verksamhet som tar över.' }).click()
    await page.keyboard.type('Vuxenenheten, socialkontoret')
    await page.getByLabel('Vilken funktion ansvarar där?').fill('Enhetschef')
    await page.getByLabel('Från vilken dag är det inarbetat?').fill('2023-11-20')
    await page.getByLabel('Var står det?').fill('Verksamhetsplan 2024, avsnitt 3')
    await page.getByLabel('Underlag saknas').check()
    await press(page, 'Spara uppdatering')
    await savedHeading(page)
    expect(await focused(page)).toMatch(/^H1 Sparat kl\.\u00a010\.00/)
    await page.getByText('19 av 25').waitFor()
    expect(await headline()).toBe('19 av 25 punkter är slutförda.')

    await page.goto(`${point}/uppdatera`)
    await page
      .getByRole('link', { name: 'Rätta den här, uppdateringen från 20 november 2023' })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Rätta uppdateringen från 20 november 2023' }).waitFor()
    expect(await page.getByLabel('Var står det?').inputValue()).toBe('Verksamhetsplan 2024, avsnitt 3')
    await page.getByLabel('Pågår').check()
    await page.getByLabel('Enligt plan').check()
    await page.getByLabel('Skälet med en rad').fill('Det var fel punkt.')
    await press(page, 'Spara rättelsen')
    await savedHeading(page)
    expect(await headline()).toBe('18 av 25 punkter är slutförda.')

    await page.goto('/psykisk-halsa/avstamningar')
    await page.getByRole('link', { name: 'Ny avstämningsdag' }).click()
    await page.getByLabel('Vilken dag?').fill('2023-11-20')
    await page.getByText('Den heter avstämningen hösten 2023, nummer 2.').waitFor()
    await press(page, 'Spara avstämningsdagen')
    await savedHeading(page)
    await page.getByRole('link', { name: 'Lås avstämningen' }).click()
    await press(page, 'Lägg till ett beslut')
    await page.keyboard.type('Punkt 7 tas upp igen i mars.')
    await page.getByLabel('Vilka punkter?').fill('7')
    await press(page, 'Lås avstämningen')
    expect(await focused(page)).toMatch(/^DIV En sak behöver ändras/)
    await page.getByLabel('Jag har läst det som låses').check()
    await press(page, 'Lås avstämningen')
    await savedHeading(page)
    await page.getByRole('link', { name: 'Läs rapporten' }).click()
    await page.getByText('Punkt 7 tas upp igen i mars.').first().waitFor()
    await reader.goto('/psykisk-halsa/avstamningar/2023-ht-2')
    await reader.getByText('18 av 25 punkter är slutförda').first().waitFor()
  })

  test('an ambassador logs on a phone, the strategist shows it, and everybody reads it', async () => {
    const all = await site()
    const page = await all.signIn('ambassador', { viewport: phone })
    await page.getByRole('main').getByRole('link', { name: 'Logga aktivitet' }).first().click()
    await page.getByLabel('Sök på nummer eller ord').fill('bostad först')
    await page.getByText('1 punkt passar och är vald').waitFor()
    await page.getByLabel('Vad gjorde ni?').fill('Studiebesök med en mamma, 121212-1212.')
    await press(page, 'Spara aktivitet')
    await page.getByText('Texten verkar innehålla ett personnummer.').first().waitFor()
    await page.getByLabel('Vad gjorde ni?').fill('Studiebesök i tre lägenheter.')
    await page.getByLabel('Tillfällen').fill('1')
    await page.getByLabel('Deltagare').fill('0')
    const before = await logged(all)
    await press(page, 'Spara aktivitet')
    await savedHeading(page)
    await page.getByText(/Tack! Det här är den \d+:[ae] aktiviteten på punkt 7\./).waitFor()
    await page.getByText('1 tillfälle, 0 deltagare').waitFor()
    expect(await logged(all)).toBe(before + 1)

    const reader = await all.visit()
    await reader.goto(point)
    expect(await reader.getByText('Studiebesök i tre lägenheter.').count()).toBe(0)
    const lead = await all.signIn('strategist')
    await lead
      .getByText(/aktiviteter väntar på att visas/)
      .first()
      .click()
    await press(lead, 'Visa för alla: Studiebesök i tre lägenheter.')
    await lead.getByText('En aktivitet visas nu för alla.').waitFor()
    await reader.reload()
    await reader.getByText('Studiebesök i tre lägenheter.').waitFor()

    await press(page, 'Logga samma igen, annat datum')
    expect(await page.getByLabel('Vad gjorde ni?').inputValue()).toBe('Studiebesök i tre lägenheter.')
    expect(await page.getByLabel('När?').inputValue()).toBe('')
  })

  test('two write about the same point: the second is told and loses nothing', async () => {
    const all = await site()
    const page = await all.signIn('reporter', { at: `${point}/uppdatera` })
    await page.getByLabel('Vilande').check()
    await page.getByLabel('Skälet med en rad').fill('Ingen hyresvärd finns.')
    await page.getByLabel('Vad har hänt, och vad är nästa steg?').fill('Vi söker vidare.')
    const strategist = await all.as('strategist')
    const first = update({ basedOn: await latestOf(strategist, '7'), reason: 'Kontrakten är klara.' })
    expect((await strategist.post(`${plan}/points/7/updates`, first)).statusCode).toBe(201)

    await press(page, 'Spara uppdatering')
    await page.getByRole('heading', { name: 'Någon hann före dig' }).waitFor()
    await page.getByRole('alert').getByText('Kontrakten är klara.').waitFor()
    expect(await page.getByLabel('Vad har hänt, och vad är nästa steg?').inputValue()).toBe(
      'Vi söker vidare.',
    )
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Spara ändå, jag har läst det nya')
    await savedHeading(page)
    const stands = await all.anybody.get(`${plan}/points/7`)
    expect(stands.json()).toMatchObject({ status: 'paused' })
  })

  test('several activities are shown at once, and a showing is taken back', async () => {
    const page = await (await site()).signIn('strategist')
    await page.locator('.pile > summary').click()
    const rows = page.locator('.chosen-row')
    const [first, second] = await Promise.all(
      [0, 1].map((at) => rows.nth(at).locator('.written, p').first().innerText()),
    )
    for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').check()
    await press(page, 'Visa 2 valda för alla')
    await page.getByText('Två aktiviteter visas nu för alla.').waitFor()
    // The focus comes with the list that is drawn anew.
    await expect.poll(() => focused(page)).toMatch(/^H3 \d+ aktiviteter väntar/)
    const main = page.getByRole('main')
    await expect.poll(() => main.getByText(first!, { exact: true }).count()).toBe(0)
    expect(await main.getByText(second!, { exact: true }).count()).toBe(0)
    await press(page, 'Ångra')
    await page.getByText('Ångrat.').waitFor()
  })
})

describe('nothing is lost and nothing is done twice (A04)', () => {
  test('when the answer never comes: the words stay, and trying again saves them once', async () => {
    const all = await site()
    const page = await all.signIn('ambassador', { at: '/psykisk-halsa/logga?punkt=11', viewport: phone })
    await page.getByLabel('Vad gjorde ni?').fill('Temakväll om sömn')
    const before = await logged(all)
    await loseAnswer(page)
    await press(page, 'Spara aktivitet')
    await page.getByText('Vi kunde inte spara. Din text är kvar – försök igen.').waitFor()
    expect(await focused(page)).toMatch(/^DIV Vi kunde inte spara/)
    expect(await page.getByLabel('Vad gjorde ni?').inputValue()).toBe('Temakväll om sömn')
    await press(page, 'Spara aktivitet')
    await savedHeading(page)
    expect(await logged(all)).toBe(before + 1)
  })

  test('when the words were changed since: the first attempt is named, and the next press is a new one', async () => {
    const all = await site()
    const page = await all.signIn('ambassador', { at: '/psykisk-halsa/logga?punkt=11' })
    await page.getByLabel('Vad gjorde ni?').fill('Temakväll')
    await loseAnswer(page)
    await press(page, 'Spara aktivitet')
    await page.getByText('försök igen').waitFor()
    await page.getByLabel('Vad gjorde ni?').fill('Temakväll om sömn')
    await press(page, 'Spara aktivitet')
    await page.getByText('Ditt förra försök kom fram och är sparat.').waitFor()
    expect(await page.getByLabel('Vad gjorde ni?').inputValue()).toBe('Temakväll om sömn')
  })
})

describe('the pages of those who work', () => {
  const pages = [
    '/mitt',
    '/psykisk-halsa/logga',
    `${point}/uppdatera`,
    '/psykisk-halsa/avstamningar/ny',
    '/psykisk-halsa/avstamningar/2023-ht/stang',
    '/psykisk-halsa/avstamningar/2023-ht-2/stang',
    '/psykisk-halsa/avstamningar',
    point,
  ]
  const prepared = async () => {
    const all = await site()
    await (await all.as('strategist')).post(`${plan}/reviews`, { heldOn: '2023-11-20' })
    return all
  }

  test('have no fault that axe can see, and scroll nowhere sideways', async () => {
    const all = await prepared()
    const faults: string[] = []
    for (const [viewport, colorScheme, base] of [
      [desktop, 'light', ''],
      [narrow, 'dark', '/en'],
    ] as const) {
      const page = await all.signIn('strategist', { viewport, colorScheme })
      for (const path of pages) {
        await page.goto(base + path)
        faults.push(...(await faultsOf(page)))
        for (const width of [320, 390, 768, 1024, 1280]) {
          await page.setViewportSize({ ...viewport, width })
          const over = await sideways(page)
          if (over > 0) faults.push(`${base}${path} is ${over} px too wide at ${width}`)
        }
        await page.setViewportSize(viewport)
      }
    }
    expect(faults).toEqual([])
  })

  test('are as faultless when something is wrong, whatever the status asks for', async () => {
    const page = await (await prepared()).signIn('strategist', { viewport: narrow })
    const faults: string[] = []
    await page.goto(`${point}/uppdatera`)
    for (const status of ['closed', 'embedded', 'merged']) {
      await page.locator(`input[value=${status}]`).check()
      await press(page, /^Spara/)
      faults.push(...(await faultsOf(page)))
      if ((await sideways(page)) > 0) faults.push(`${status} is too wide`)
    }
    for (const path of ['/psykisk-halsa/logga', '/psykisk-halsa/avstamningar/2023-ht-2/stang']) {
      await page.goto(path)
      await press(page, /^(Spara|Lås)/)
      faults.push(...(await faultsOf(page)))
    }
    expect(faults).toEqual([])
  })

  test('have targets of 44 pixels on a phone', async () => {
    const page = await (await prepared()).signIn('strategist', { viewport: phone })
    const small: string[] = []
    for (const path of pages.filter((one) => !one.endsWith('2023-ht/stang')).slice(0, 5)) {
      await page.goto(path)
      if (path !== '/mitt') await press(page, /^(Spara|Lås)/)
      const found = await page
        .locator(
          'main :is(.form, .task, .together) :is(a.button, button, input, select, textarea, label.check, .summary a)',
        )
        .evaluateAll((targets) =>
          targets
            .filter((target) => !target.closest('label.check') || target.matches('label'))
            .map((target) => ({
              height: target.getBoundingClientRect().height,
              html: target.outerHTML.slice(0, 80),
            }))
            .filter(({ height }) => height > 0 && height < 43.9)
            .map(({ height, html }) => `${height} ${html}`),
        )
      small.push(...found.map((one) => `${path}: ${one}`))
    }
    expect(small).toEqual([])
  })

  test('can be used with the keyboard alone', async () => {
    const page = await (await site()).signIn('ambassador', { at: '/psykisk-halsa/logga' })
    await page.getByLabel('Sök på nummer eller ord').focus()
    await page.keyboard.type('11')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('point')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Temakväll om sömn')
    await page.keyboard.press('Tab')
    const outline = () =>
      page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
    expect(await outline()).toBe('solid')
    await page.getByRole('button', { name: 'Spara aktivitet' }).focus()
    await page.keyboard.press('Enter')
    await savedHeading(page)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('BUTTON Logga en till')
  })

  test('without JavaScript one signs in and out and reads, and the forms say what they need', async () => {
    const page = await (await prepared()).signIn('strategist', { javaScriptEnabled: false })
    await page.getByText(/sak(er)? behöver dig/).waitFor()
    await page.goto('/psykisk-halsa/logga')
    expect(await page.locator('noscript .notice').first().boundingBox()).not.toBeNull()
    expect(await page.locator('noscript').first().innerText()).toContain('Formuläret behöver JavaScript.')
    expect(await page.getByRole('button', { name: 'Spara aktivitet' }).isDisabled()).toBe(true)
    await page.getByRole('banner').getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('banner').getByRole('link', { name: 'Logga in' }).waitFor()
    expect((await page.request.get('/mitt')).status()).toBe(401)
  })
})
