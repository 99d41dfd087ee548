import { describe, expect, test } from 'vitest'
import type { ReportWhole } from '../../server/reports/schema.ts'
import { plan } from '../api/given.ts'
import { reading, seen } from './given.ts'

const address = '/psykisk-halsa/avstamningar/2023-ht'
const report = `${plan}/reviews/2023-ht/report`

describe('the words around a report’s numbers (F30, F34)', () => {
  test('stand in their places: the summary first, then the answers, lessons and what is proposed', async () => {
    const { text } = await (await reading()).read(address)
    const order = [
      'Sammanfattning',
      '18 av 25 punkter slutförda, fyra fler än i våras',
      '1 Hur ligger vi till?',
      'Nästa steg',
      '3 Hur tar vi hand om det som är kvar?',
      'Lärdomar',
      'Förslag till beslut',
      'Kommunstyrelsen godkänner rapporten',
      'Beslutsunderlag',
      'Barnperspektiv',
      'Bilagor',
      'Version 1, publicerad 17 november 2023 av folkhälsostrateg, kommunstyrelsekontoret.',
    ]
    const places = order.map((words) => text.indexOf(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(-1)
  })

  test('are left out, headings and all, where nothing is published', async () => {
    const { text } = await (await reading()).read('/psykisk-halsa/avstamningar/2023-vt')
    for (const heading of ['Sammanfattning', 'Lärdomar', 'Förslag till beslut', 'publicerad'])
      expect(text).not.toContain(heading)
  })

  test('in English the report’s own words are English, and what people wrote says that it is Swedish', async () => {
    const { html, text } = await (await reading()).read(`/en${address}`)
    expect(text).toContain('Summary Kommunfullmäktige antog handlingsplanen')
    expect(text).toContain('Version 1, published 17 November 2023 by')
    expect(html).toMatch(/<ol class="prose written" lang="sv"/)
  })

  test('that are not published are seen by those who lead the plan and nobody else; the page follows when they are', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const current = (await strategist.get(report)).json() as ReportWhole
    const { latest, kind, sections } = current
    await strategist.post(`${report}/reopening`, { basedOn: latest })
    const claim = { kind, basedOn: latest, sections: { ...sections, summary: 'Skriven på nytt <b>här</b>.' } }
    const saved = (await strategist.put(report, claim)).json() as ReportWhole

    const draft = `${address}?utkast`
    const reader = await all.as('reader')
    for (const who of [all.anybody, reader]) {
      for (const path of [address, draft]) expect((await who.get(path)).body).not.toContain('Skriven på nytt')
    }
    const shown = seen((await strategist.get(draft)).body)
    expect(shown).toContain('Det här är ett utkast som bara ni som ansvarar för planen ser.')
    expect((await strategist.get(draft)).body).toContain('Skriven på nytt &lt;b>här&lt;/b>.')
    expect(seen((await strategist.get(address)).body)).not.toContain('Skriven på nytt')

    // Kept as finished bytes until now: publishing is what changes them.
    expect((await all.read(address)).text).toContain('Version 1, publicerad')
    for (const step of ['approval', 'publication'])
      await strategist.post(`${report}/${step}`, { basedOn: saved.latest })
    const { text } = await all.read(address)
    expect(text).toContain('Skriven på nytt')
    expect(text).toContain('Version 2, publicerad 20 november 2023')
    expect(text).not.toContain('antog handlingsplanen')
  })

  test('that were masked are said to be, and when', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const id = await all.db.read(async (tx) => {
      const texts = await tx.select().from(tx.tables.texts)
      return texts.find(({ body }) => body?.startsWith('Nio punkter gäller främst barn'))!.id
    })
    await strategist.put(`${plan}/texts/${id}/mask`, { because: 'personuppgift' })
    const { text } = await all.read(address)
    expect(text).toContain('Barnperspektiv Borttaget 20 november 2023 (personuppgift)')
    expect(text).not.toContain('Nio punkter gäller främst barn')
  })
})
