import { describe, expect, test } from 'vitest'
import { latestOf, plan, update } from '../api/given.ts'
import { reading, seen } from './given.ts'

const address = '/psykisk-halsa/avstamningar/2023-ht'

/** The report itself, without the layout around it, whose foot says when something was last recorded, and without later corrections. */
const report = (html: string) =>
  seen(html.replace(/<footer.*/s, '').replace(/<div class="corrections">.*?<\/ul><\/div>/s, ''))

describe('the report of a closed review day', () => {
  test('answers the three questions, each with a sentence', async () => {
    const { text } = await (await reading()).read(address)
    expect(text).toContain('1 Hur ligger vi till? 18 av 25 punkter är slutförda, fyra fler än i våras.')
    expect(text).toContain('7 är genomförda och avslutade, 11 är inarbetade i ordinarie verksamhet.')
    expect(text).toContain('2 Vad har vi kvar? Sju punkter är inte slutförda.')
    expect(text).toContain('3 Hur tar vi hand om det som är kvar? Fyra beslut är fattade om det som är kvar.')
    expect(text).toMatch(/Kontrollsumma [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\./)
  })

  test('tells what changed since the one before, and how many did not', async () => {
    const { text } = await (await reading()).read(address)
    expect(text).toContain('Skillnad mot avstämningen 16 maj 2023. 16 punkter är oförändrade.')
    for (const change of ['4 nya slutförda', '1 påbörjad', '2 har halkat efter', '1 vilar', '1 utgår']) {
      expect(text).toContain(change)
    }
  })

  test('compares the first one with the adoption', async () => {
    const { text } = await (await reading()).read('/psykisk-halsa/avstamningar/2021-vt')
    expect(text).toContain('Ingen av 25 punkter är slutförd.')
    expect(text).toContain('Skillnad mot när planen antogs.')
  })

  test('never changes, whatever is recorded later (F21)', async () => {
    const all = await reading()
    const before = report((await all.read(address)).html)
    const strategist = await all.as('strategist')
    const url = `${plan}/points/18/updates`
    const late = update({
      outlook: 'late',
      reason: 'Ingen har sökt tjänsterna.',
      basedOn: await latestOf(strategist, '18'),
    })
    expect((await strategist.post(url, late)).statusCode).toBe(201)
    expect((await all.read('/psykisk-halsa')).text).toContain('Ingen har sökt tjänsterna.')
    expect(report((await all.read(address)).html)).toBe(before)
  })

  test('has a later correction beside it, dated, and stands as it was (trap 21)', async () => {
    const all = await reading()
    const before = report((await all.read(address)).html)
    const strategist = await all.as('strategist')
    const mistaken = await latestOf(strategist, '18')
    const { holdsFrom: _, ...claim } = update({
      outlook: 'late',
      reason: 'Tre tjänster är vakanta.',
      basedOn: mistaken,
    })
    const answer = await strategist.post(`${plan}/updates/${mistaken}/corrections`, claim)
    expect(answer.statusCode).toBe(201)
    const after = await all.read(address)
    expect(after.text).toContain('Rättat efteråt')
    expect(after.text).toContain('Rättat från risk för försening till försenad.')
    expect(report(after.html)).toBe(before)
  })

  test('is listed with its count, the latest first', async () => {
    const { text } = await (await reading()).read('/psykisk-halsa/avstamningar')
    expect(text).toContain('Sex avstämningar är gjorda.')
    expect(text.indexOf('Hösten 2023')).toBeLessThan(text.indexOf('Våren 2023'))
    expect(text).toContain('Hösten 2023 Tisdag 14 november 2023, v. 46 Låst 18 av 25 4 nya slutförda')
  })
})

describe('a review day that is not closed', () => {
  test('has no report, but a page that says when it is, or that it is not locked yet', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const planned = await strategist.post(`${plan}/reviews`, { heldOn: '2024-02-06' })
    expect(planned.statusCode).toBe(201)
    const coming = await all.read('/psykisk-halsa/avstamningar/2024-vt')
    expect(coming.text).toContain('Avstämningen är 6 februari 2024.')
    expect(coming.text).not.toContain('Kontrollsumma')
    expect((await all.read('/psykisk-halsa')).text).toContain('Nästa avstämning tisdag 6 februari 2024')
    all.now = new Date('2024-02-07T09:00:00.000Z')
    const held = await all.read('/psykisk-halsa/avstamningar/2024-vt')
    expect(held.text).toContain('Avstämningen är inte låst än. Den hölls 6 februari 2024.')
  })
})

describe('the page about the plan', () => {
  test('has the decision, what follows from it, and how we count', async () => {
    const { text, html } = await (await reading()).read('/psykisk-halsa/om')
    expect(text).toContain('Beslut 14 december 2020, § 187')
    expect(text).toContain('Diarienummer Dnr KS 2020/412')
    expect(text).toContain('Uppföljningsansvarig')
    expect(text).toContain('14 december 2020 Kommunfullmäktige antar planen, § 187')
    expect(text).toContain('Avstämning hösten 2023: 18 av 25 slutförda')
    expect(text).toContain('Nämnaren är de 25 punkter som kommunfullmäktige antog.')
    expect(html).toContain('id="sa-raknar-vi"')
    expect(html).toContain('href="mailto:folkhalsa@example.se"')
  })
})

test('the statement of accessibility has all that the law asks for (domain §2.6)', async () => {
  const { text, html } = await (await reading()).read('/tillganglighet')
  expect(text).toContain('Norrtälje kommun (exempel) står bakom den här webbplatsen.')
  for (const part of [
    'delvis förenlig',
    'Rapportera brister',
    'Tillsyn',
    '12 §',
    'Innehåll som inte omfattas av lagen',
    'Senaste bedömningen',
  ]) {
    expect(text).toContain(part)
  }
  expect(html).toContain('https://www.digg.se/tdosanmalan')
})
