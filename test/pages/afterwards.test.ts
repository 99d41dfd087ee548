import { describe, expect, test } from 'vitest'
import { plan } from '../api/given.ts'
import { reading, seen } from './given.ts'

const report = '/psykisk-halsa/avstamningar/2023-ht'

describe('after a review day', () => {
  test('its pages are for those who lead', async () => {
    const all = await reading()
    for (const page of ['efterat', 'minnesanteckning']) {
      expect((await all.read(`${report}/${page}`)).status).toBe(401)
      expect((await (await all.as('reporter')).get(`${report}/${page}`)).statusCode).toBe(403)
    }
  })

  test('the report shows what became of a decision, and a correction, each with its day', async () => {
    const all = await reading()
    all.now = new Date('2024-03-12T09:00:00Z')
    const strategist = await all.as('strategist')
    const { items } = (await all.anybody.get(`${plan}/decisions`)).json() as {
      items: { id: number; term: string }[]
    }
    const { id } = items.find(({ term }) => term === '2023-ht')!
    await strategist.post(`${plan}/decisions/${id}/answers`, { done: true, text: 'Nämnden har sagt ja.' })
    await strategist.post(`${plan}/reviews/2023-ht/remarks`, {
      text: 'Talet på sidan 2 var fel.',
      point: '7',
    })
    const { text } = await all.read(report)
    expect(text).toContain('Klart 12 mars 2024: Nämnden har sagt ja.')
    expect(text).toMatch(/Rättat efteråt.*12 mars 2024 7 .*Talet på sidan 2 var fel\./)
    const page = seen((await strategist.get(`${report}/efterat`)).body)
    expect(page).toContain('Klart 12 mars 2024: Nämnden har sagt ja.')
  })

  test('the minutes begin as what was entered, and earlier versions can be read', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const page = async (query = '') => seen((await strategist.get(`${report}/minnesanteckning${query}`)).body)
    const draft = await page()
    expect(draft).toContain('Minnesanteckning från avstämningen hösten 2023')
    expect(draft).toContain('18 av 25 punkter är slutförda.')
    expect(draft).toMatch(/Beslut 1\. /)
    const url = `${plan}/reviews/2023-ht/minutes`
    const first = await strategist.post(url, { text: 'Så här gick det.', basedOn: null })
    const [{ id }] = (first.json() as { items: [{ id: number }] }).items
    await strategist.post(url, { text: 'Så här gick det till.', basedOn: id })
    expect(await page()).toContain('Så här gick det till.')
    const earlier = await page('?version=1')
    expect(earlier).toContain('Det här är version 1')
    expect(earlier).not.toContain('Så här gick det till.')
    expect((await all.read(report)).text).not.toContain('Så här gick det')
  })
})
