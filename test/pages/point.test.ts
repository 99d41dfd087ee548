import { dropFiles } from '../../server/reports/file-cache.store.ts'
import { describe, expect, test } from 'vitest'
import { embedded, latestOf, plan, update } from '../api/given.ts'
import { reading, type Reading } from './given.ts'
import { maskText, reviseWording } from '../support/by-address.ts'

const act = {
  by: { personId: 1, function: 'Folkhälsostrateg', organisationId: 1 },
  now: new Date('2023-11-21T09:00:00.000Z'),
  salt: () => 's',
}

const page = (all: Reading) => all.read('/psykisk-halsa/punkter/7')

async function record(all: Reading, said: Parameters<typeof update>[0] = {}): Promise<number> {
  const strategist = await all.as('strategist')
  const basedOn = await latestOf(strategist, '7')
  const answer = await strategist.post(`${plan}/points/7/updates`, update({ ...said, basedOn }))
  expect(answer.statusCode).toBe(201)
  return (await latestOf(strategist, '7')) ?? 0
}

describe('the page of a point', () => {
  test('opens with what it is and how it stands, then the latest words, whose it is and when', async () => {
    const { text } = await page(await reading())
    expect(text).toContain('Punkt 7: Bostad först – modell prövad Pågår Försenad')
    expect(text).toContain('Senast uppdaterad 14 november 2023')
    expect(text).toContain('Nästa steg är inflyttning i mars 2024.')
    expect(text).toContain('Huvudansvarig Socialkontoret Enhetschef, vuxenenheten')
    expect(text).toContain('1 januari 2022 till 31 mars 2024 Flyttad en gång, från 31 december 2023')
    expect(text).toMatch(/\d+ aktiviteter, \d+ deltagare Visar vad vi har gjort, inte effekten/)
  })

  test('tells its story, newest first, from the latest review day back to the decision', async () => {
    const { text } = await page(await reading())
    const story = text.slice(text.indexOf('Vad som har hänt'))
    const order = [
      'Läget ändrat till försenad',
      'Inget nytt sedan sist',
      'Status ändrad till pågår',
      'Antagen av kommunfullmäktige, § 187',
    ]
    const places = order.map((heading) => story.indexOf(heading))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(story).toContain('Slutdatum flyttat från 31 december 2023 till 31 mars 2024.')
    expect(story).toContain('Avstämning HT23. Enhetschef')
  })

  test('names nobody (A08)', async () => {
    const all = await reading()
    const people = await all.db.read((tx) => tx.select().from(tx.tables.people))
    const { html } = await page(all)
    const named = people
      .flatMap(({ name, email }) => [name, email])
      .filter((one) => one && html.includes(one))
    expect(people.length).toBeGreaterThan(60)
    expect(named).toEqual([])
  })

  test('says where a finished one lives on, and that evidence is missing when it is', async () => {
    const all = await reading()
    await record(all, { ...embedded, evidence: 'none' })
    const { text } = await page(all)
    expect(text).toContain('Slutförd – inarbetad i ordinarie verksamhet')
    expect(text).toContain('Lever vidare hos Vuxenenheten, socialkontoret, Enhetschef')
    expect(text).toContain('Finns i Verksamhetsplan 2024, avsnitt 3')
    expect(text).toContain('Underlag saknas')
  })

  test('shows a completed point that is opened again as reopened, with its reason', async () => {
    const all = await reading()
    await record(all, embedded)
    await record(all, { reason: 'Enheten har lagts ned.' })
    const { text } = await page(all)
    expect(text).toContain('Återöppnad, status pågår')
    expect(text).toContain('Enheten har lagts ned.')
    expect((await all.read('/psykisk-halsa')).text).toContain('Återöppnad Enheten har lagts ned.')
  })

  test('keeps a mistake readable, and lets it and its correction point at each other (F15)', async () => {
    const all = await reading()
    const mistaken = await record(all, { note: 'Sju personer har flyttat in.' })
    const strategist = await all.as('strategist')
    const { holdsFrom: _, ...claim } = update({
      note: 'Fyra personer har flyttat in, inte sju.',
      basedOn: mistaken,
    })
    const answer = await strategist.post(`${plan}/updates/${mistaken}/corrections`, claim)
    expect(answer.statusCode).toBe(201)
    const { text, html } = await page(all)
    expect(text).toContain('Sju personer har flyttat in.')
    expect(text).toContain('Rättelse: läget ändrat till enligt plan')
    expect(html).toContain(`<a href="#u${mistaken}">uppgiften från 20 nov 2023</a>`)
    expect(html).toMatch(/Rättad, se <a href="#u\d+">rättelsen 20 nov 2023<\/a>/)
  })

  test('shows an activity before its words are public, and its words when they are', async () => {
    const all = await reading()
    const ambassador = await all.as('ambassador')
    const said = {
      point: '7',
      what: 'Frukost med nya grannar.',
      happenedOn: '2023-11-19',
      occasions: 1,
      participants: 0,
    }
    const logged = await ambassador.post(`${plan}/activities`, said)
    expect(logged.statusCode).toBe(201)
    const before = await page(all)
    expect(before.text).toContain('1 tillfälle, 0 deltagare')
    expect(before.html).not.toContain('Frukost med nya grannar')
    const { activity } = logged.json<{ activity: { id: number } }>()
    const shown = await (
      await all.as('strategist')
    ).put(`${plan}/activities/${activity.id}/visibility`, { shown: true })
    expect(shown.statusCode).toBe(200)
    expect((await page(all)).text).toContain('Frukost med nya grannar.')
  })

  test('says that words were removed, when and why', async () => {
    const all = await reading()
    await record(all, { note: 'En mamma på Storgatan 1 hjälpte till.' })
    await all.db.write(async (tx) => {
      const [text] = (await tx.select().from(tx.tables.texts)).filter((one) =>
        one.body?.includes('Storgatan'),
      )
      await maskText(tx, 'psykisk-halsa', text!.id, 'personuppgift', act, dropFiles)
    })
    const { text, html } = await page(all)
    expect(html).not.toContain('Storgatan')
    expect(text).toContain('Borttaget 21 november 2023 (personuppgift)')
  })

  test('keeps an earlier wording readable when a decision changes it (F06)', async () => {
    const all = await reading()
    const decision = { by: 'kommunstyrelsen', on: '2023-11-20', reference: '§ 9' }
    await all.db.write((tx) =>
      reviseWording(tx, 'psykisk-halsa', '7', { title: 'Bostad först', decision }, act),
    )
    const { text } = await page(all)
    expect(text).toContain('Ny lydelse beslutad av kommunstyrelsen, § 9')
    expect(text).toContain('Tidigare lydelser')
    expect(text).toContain('Gällde 14 december 2020 till 19 november 2023 Bostad först – modell prövad')
  })
})
