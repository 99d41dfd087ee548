import { describe, expect, test } from 'vitest'
import { faultsOf, phone, sideways, site, withBrowser } from '../support/site.ts'

withBrowser()

describe('an auditor', () => {
  test('gets from the headline’s figure to the update that made it in three clicks, without JavaScript', async () => {
    const { visit } = await site()
    const page = await visit({ javaScriptEnabled: false })
    await page.goto('/psykisk-halsa')
    // One: the figure leads to the points it counts, as many as it says.
    await page.getByRole('heading', { level: 1 }).getByRole('link', { name: '18 av 25' }).click()
    // Which is announced (T08).
    expect(await page.getByRole('status').innerText()).toContain('18 av 25 punkter')
    const rows = page.locator('#punkter tbody tr')
    expect(await rows.count()).toBe(18)
    // Two: one of them.
    await rows.getByRole('link', { name: 'Anhörigstöd: träffpunkt och enskilda samtal' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Anhörigstöd')
    // Three: the update that completed it.
    await page.getByRole('link', { name: /^uppdateringen \d/ }).click()
    const entry = page.locator(':target')
    const told = await entry.innerText()
    expect(told).toContain('inarbetad i ordinarie verksamhet')
    // The day, the function and the organisation whose word it is, and what it rests on.
    expect(told).toMatch(/\d{1,2} \S+ 202[1-3]/)
    expect(told).toContain('socialkontoret')
    expect(told).toMatch(/Underlag/)
  })

  test('finds for every completed point the update that completed it, and what it rests on', async () => {
    const { visit } = await site()
    const page = await visit({ javaScriptEnabled: false })
    await page.goto('/psykisk-halsa?status=completed')
    const points = await page
      .locator('#punkter tbody th a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
    expect(points).toHaveLength(18)
    for (const point of points) {
      await page.goto(point)
      await page.getByRole('link', { name: /^uppdateringen \d/ }).click()
      expect([point, await page.locator(':target').innerText()]).toEqual([
        point,
        expect.stringMatching(/Slutförd|slutförd[\s\S]*(Underlag)/),
      ])
    }
  })

  test('filters by committee on a phone, folded away until it is wanted, and nothing is wrong with it', async () => {
    const { visit } = await site()
    for (const [base, more, label, show] of [
      ['', 'Fler filter: nämnd och nationella mål', 'Vad rör min nämnd?', 'Visa'],
      ['/en', 'More filters: committee and national goals', 'What concerns my committee?', 'Show'],
    ] as const) {
      const page = await visit({ viewport: phone, javaScriptEnabled: true })
      await page.goto(`${base}/psykisk-halsa`)
      expect(await page.getByLabel(label).isVisible()).toBe(false)
      await page.getByText(more).click()
      await page.getByLabel(label).selectOption('Socialnämnden')
      expect(await faultsOf(page)).toEqual([])
      await page.getByRole('button', { name: show, exact: true }).first().click()
      expect(new URL(page.url()).searchParams.get('committee')).toBe('Socialnämnden')
      expect(await page.getByLabel(label).isVisible()).toBe(true)
      expect([await faultsOf(page), await sideways(page)]).toEqual([[], 0])
    }
  })
})

test('those who lead tie a point to goals, three at most, and readers see it', async () => {
  const { signIn, visit } = await site()
  for (const base of ['', '/en']) {
    const page = await signIn('strategist', { at: `${base}/psykisk-halsa/punkter/7` })
    await page.getByRole('link', { name: base ? 'Tie to goals' : 'Koppla till mål' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    const boxes = page.getByRole('group', { name: 'Agenda 2030' }).getByRole('checkbox')
    for (const box of [3, 4, 5]) await boxes.nth(box).check()
    await page.getByRole('button', { name: base ? 'Save ties' : 'Spara kopplingar' }).click()
    await page
      .getByText(base ? /Choose three at most/ : /Välj högst tre\. Fler/)
      .first()
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
    for (const box of [4, 5, 0]) await boxes.nth(box).uncheck()
    await page.getByRole('button', { name: base ? 'Save ties' : 'Spara kopplingar' }).click()
    await page.getByRole('heading', { name: base ? /^Saved/ : /^Sparat/ }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  }
  const reader = await visit({ javaScriptEnabled: false })
  await reader.goto('/psykisk-halsa/punkter/7')
  expect(await reader.getByRole('link', { name: /Mål\s4 God utbildning/ }).count()).toBe(1)
})

test('the checksum of a printed page is compared without JavaScript, and nothing is wrong with the page', async () => {
  const { visit } = await site()
  for (const [base, check] of [
    ['', 'Kontrollera'],
    ['/en', 'Check'],
  ] as const) {
    const page = await visit({ viewport: phone })
    await page.goto(`${base}/psykisk-halsa/avstamningar/2022-ht`)
    const foot = await page.getByRole('main').innerText()
    const [, sum = ''] =
      /(?:Kontrollsumma|Checksum) ([0-9a-f]{4}\s[0-9a-f]{4}\s[0-9a-f]{4})\./.exec(foot) ?? []
    await page.getByRole('link', { name: /\/psykisk-halsa\/kontrollera$/ }).click()
    await page.getByRole('textbox').fill(sum)
    await page.getByRole('button', { name: check, exact: true }).click()
    expect(await page.getByRole('status').innerText()).toMatch(/hösten 2022|autumn (of )?2022/)
    expect([await faultsOf(page), await sideways(page)]).toEqual([[], 0])
  }
})

test('those who lead record where a report was taken up and how things are at large, and readers see both', async () => {
  const { signIn, visit } = await site()
  for (const base of ['', '/en']) {
    const page = await signIn('strategist', { at: `${base}/psykisk-halsa/avstamningar/2023-ht/efterat` })
    await page.getByLabel(base ? 'Who took it up?' : 'Vem tog upp den?').fill('Kommunstyrelsen')
    const section = page.getByRole('region', {
      name: base ? 'Where the report has been taken up' : 'Var rapporten har tagits upp',
    })
    await section.getByLabel(base ? 'Day' : 'Dag', { exact: true }).fill('2023-11-20')
    await section
      .getByLabel(base ? 'Link to the minutes' : 'Länk till protokollet')
      .fill('https://www.kommun.example/p9')
    await section.getByRole('button', { name: base ? 'Save' : 'Spara', exact: true }).click()
    await section
      .getByRole('link', { name: /kommun\.example/ })
      .first()
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto(`${base}/psykisk-halsa/indikatorer`)
    await page.getByRole('button', { name: base ? 'Save' : 'Spara', exact: true }).click()
    await page
      .getByText(base ? 'Write the source.' : 'Skriv källan.')
      .first()
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel(base ? 'What is measured?' : 'Vad mäts?').fill('Elever som trivs i skolan')
    await page
      .getByLabel(base ? 'What is one unit?' : 'Vad är en enhet?')
      .fill('procent av elever i årskurs 9')
    await page.getByLabel(base ? 'Values' : 'Värden').fill('2021; 81,5\n2022; –\n2023; 84')
    await page.getByLabel(base ? 'Source' : 'Källa', { exact: true }).fill('Kommunens elevenkät')
    await page.getByRole('button', { name: base ? 'Save' : 'Spara', exact: true }).click()
    await page
      .getByRole('button', { name: /Elever som trivs/ })
      .first()
      .waitFor()
    expect([await faultsOf(page), await sideways(page)]).toEqual([[], 0])
    const reader = await visit({ viewport: phone, javaScriptEnabled: true })
    await reader.goto(`${base}/psykisk-halsa/om`)
    expect(await reader.getByRole('table').first().innerText()).toMatch(/2021\s+81[,.]5/)
    expect(await reader.getByRole('link', { name: /kommun\.example/ }).count()).toBeGreaterThan(0)
    expect([await faultsOf(reader), await sideways(reader)]).toEqual([[], 0])
  }
})
