import { describe, expect, test } from 'vitest'
import { plan } from '../api/given.ts'
import { reading } from './given.ts'

describe('the chain from decision to report (P10)', () => {
  test('goes from the council’s paragraph to those who took up each report, in order of day', async () => {
    const { text } = await (await reading()).read('/psykisk-halsa/om')
    const chain = text.slice(text.indexOf('Från beslut till rapport'))
    const links = [
      'Kommunfullmäktige antar planen, § 187, Dnr KS 2020/412',
      'Avstämning hösten 2022: 10 av 25 slutförda',
      'Kommunstyrelsen tog upp rapporten från hösten 2022, § 232, Dnr KS 2020/412',
      'KSON:s direktion tog upp rapporten från hösten 2022, § 64',
      'Avstämning hösten 2023: 18 av 25 slutförda',
    ]
    const places = links.map((link) => chain.indexOf(link))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('leads out to the minutes, says where to, and stands beside the report too', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const claim = {
      body: 'Kommunstyrelsen',
      heldOn: '2023-11-20',
      url: 'https://www.kommun.example/protokoll/9',
    }
    expect((await strategist.post(`${plan}/reviews/2023-ht/hearings`, claim)).statusCode).toBe(201)
    for (const path of ['/psykisk-halsa/om', '/psykisk-halsa/avstamningar/2023-ht']) {
      const { html, text } = await all.read(path)
      expect(text).toContain('Läs protokollet på kommun.example')
      expect(html).toContain('href="https://www.kommun.example/protokoll/9" rel="external"')
    }
    const report = await all.read('/psykisk-halsa/avstamningar/2023-ht')
    expect(report.text).toContain('Här har rapporten tagits upp 20 november 2023')
  })
})
