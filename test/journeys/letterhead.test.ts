import { expect, test } from 'vitest'
import { photo } from '../support/file-bytes.ts'
import { faultsOf, sideways, site, withBrowser } from '../support/site.ts'

withBrowser()

test('a strategist gives the reports a logo: it is described, stands in the settings and in the Word file, and is taken away again', async () => {
  const all = await site()
  const page = await all.signIn('strategist', { at: '/psykisk-halsa/installningar' })
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Spara huvudet' }) })
  await form
    .locator('input[type=file]:enabled')
    .setInputFiles({ name: 'logotyp.png', mimeType: 'image/png', buffer: await photo(400, 100) })
  await form.getByText('Framme. Skriv beskrivningen.').first().waitFor()
  await form.getByRole('button', { name: 'Spara huvudet' }).click()
  await page.getByText('Beskriv bilden eller filen med några ord').first().waitFor()
  await form.getByLabel('Vad syns på bilden?').fill('Norrtälje kommuns logotyp')
  await form.getByRole('button', { name: 'Spara huvudet' }).click()
  const logo = form.getByRole('img', { name: 'Logotypen som används nu' })
  await logo.waitFor()
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  expect(await faultsOf(page)).toEqual([])
  expect(await sideways(page)).toBe(0)

  const report = '/api/v1/plans/psykisk-halsa/reviews/2023-ht/report.docx'
  const described = async () => {
    const { default: JSZip } = await import('jszip')
    const answer = await all.anybody.get(report)
    const { files } = await JSZip.loadAsync(answer.rawPayload)
    const headers = Object.values(files).filter(({ name }) => /^word\/header\d+\.xml$/.test(name))
    return (await Promise.all(headers.map((file) => file.async('text')))).some((xml) =>
      xml.includes('Norrtälje kommuns logotyp'),
    )
  }
  expect(await described()).toBe(true)

  await form.getByRole('button', { name: 'Ta bort logotypen' }).click()
  await form.getByRole('button', { name: 'Spara huvudet' }).click()
  await expect
    .poll(async () => {
      const { letterhead } = (await all.anybody.get('/api/v1/plans/psykisk-halsa')).json() as {
        letterhead: { logo?: number } | null
      }
      return letterhead?.logo
    })
    .toBeUndefined()
  expect(await described()).toBe(false)
})
