import { describe, expect, test } from 'vitest'
import { createPlan } from '../../server/plans/store.ts'
import { embedded, latestOf, update } from '../api/given.ts'
import { reading, type Reading } from './given.ts'
import { addPoint, closeReview, planReview, publishPlan } from '../support/by-address.ts'

const act = (now: string) => ({
  by: { personId: 1, function: 'Folkhälsostrateg', organisationId: 1 },
  now: new Date(now),
  salt: () => 'salt',
})

const newPlan = (slug: string) => ({
  slug,
  title: 'En ny plan',
  municipality: 'Norrtälje (exempel)',
  period: { from: '2024-01-01', to: '2026-12-31' },
  adoption: { by: 'kommunfullmäktige', on: '2023-10-30' },
})

async function plant({ db }: Reading, slug: string, points: number): Promise<void> {
  const founding = act('2023-11-01T09:00:00.000Z')
  await db.write(async (tx) => {
    await createPlan(tx, newPlan(slug), founding)
    for (let number = 1; number <= points; number += 1) {
      const lead = { organisation: 'ksk' }
      await addPoint(tx, slug, { number: `${number}`, title: `Nummer ${number}`, lead }, founding)
    }
    await publishPlan(tx, slug, founding)
  })
}

describe('a plan that is not there', () => {
  test('gives a page with a way on, and the same for one that is not published', async () => {
    const all = await reading()
    await all.db.write((tx) => createPlan(tx, newPlan('opublicerad'), act('2023-11-01T09:00:00.000Z')))
    for (const path of [
      '/finns-inte',
      '/opublicerad',
      '/psykisk-halsa/punkter/99',
      '/psykisk-halsa/avstamningar/2019-vt',
    ]) {
      const page = await all.read(path)
      expect([path, page.status]).toEqual([path, 404])
      expect(page.text).toContain('Sidan finns inte')
      expect(page.html).toContain('<a href="/">Gå till alla planer</a>')
    }
    expect((await all.read('/en/finns-inte')).text).toContain('There is no such page')
  })
})

describe('a plan without points', () => {
  test('says so in a sentence: no number, no percentage, no empty table (trap 1)', async () => {
    const all = await reading()
    await plant(all, 'tom', 0)
    const { text, html } = await all.read('/tom')
    expect(text).toContain('Planen har inga punkter än.')
    expect(text).not.toMatch(/NaN|Infinity|undefined|0 av 0|Slutfört/)
    expect(html).not.toContain('<table')
    expect((await all.read('/')).text).toContain('Planen har inga punkter än.')
    expect((await all.read('/tom/om')).status).toBe(200)
    expect((await all.read('/tom/avstamningar')).text).toContain('Ingen avstämning är gjord än.')
  })
})

describe('a plan where nothing has started', () => {
  test('says 0 of all, and true sentences instead of an empty chart and list', async () => {
    const all = await reading()
    await plant(all, 'ny', 3)
    const { text } = await all.read('/ny')
    expect(text).toContain('0 av 3 punkter är slutförda.')
    expect(text).toContain('3 ej påbörjade')
    expect(text).toContain('Ingen punkt är försenad eller vilar. Planen börjar gälla den 1 januari 2024.')
    expect(text).toContain('Ingen avstämning har gjorts än.')
    expect(text).not.toContain('Aldrig uppdaterad')
  })

  test('says when the first review day is', async () => {
    const all = await reading()
    await plant(all, 'ny', 3)
    await all.db.write((tx) =>
      planReview(tx, 'ny', { heldOn: '2024-05-14' }, act('2023-11-20T09:00:00.000Z')),
    )
    const { text } = await all.read('/ny')
    expect(text).toContain('Den första är den 14 maj 2024.')
    expect(text).toContain('Nästa avstämning tisdag 14 maj 2024')
    expect((await all.read('/ny/avstamningar/2024-vt')).text).toContain('Avstämningen är 14 maj 2024.')
  })
})

describe('the example plan', () => {
  test('answers in its first lines: how many, of which kind, what completed means', async () => {
    const { text } = await (await reading()).read('/psykisk-halsa')
    expect(text).toContain('18 av 25 punkter är slutförda.')
    expect(text).toContain('Slutförd betyder att punkten är genomförd och avslutad')
    expect(text).toContain('7 genomförda och avslutade')
    expect(text).toContain('11 inarbetade i ordinarie verksamhet')
    expect(text).toContain('5 pågår, 1 är försenad')
    expect(text).toContain('Slutfört 72 %')
  })

  test('tells what does not go as planned, the gravest first, with the reason of each', async () => {
    const { text } = await (await reading()).read('/psykisk-halsa')
    const list = text.slice(text.indexOf('Det här går inte som planerat'), text.indexOf('Så har antalet'))
    expect(list.match(/Försenad|Risk för försening|Vilande|Utgår/g)).toEqual([
      'Försenad',
      'Risk för försening',
      'Vilande',
      'Utgår',
    ])
    expect(list).toContain('Två av sex lägenheter saknas. Nya kontrakt väntas i mars 2024.')
  })

  test('reads sensibly long after its time: all of it has passed, no next review day, nothing nags', async () => {
    const { text } = await (await reading(new Date('2026-11-20T09:00:00.000Z'))).read('/psykisk-halsa')
    expect(text).toContain('Tid som har gått 100 %')
    expect(text).toContain('Planen gällde till 31 december 2023')
    expect(text).toContain('Det här blev inte som planerat')
    expect(text).toContain('Uppgifterna gäller 14 november 2023')
    expect(text).not.toMatch(/Nästa avstämning|Bör uppdateras|Inaktuell|Aldrig uppdaterad/)
  })

  test('shows the filtered list, how many there are, and a way back when nothing fits', async () => {
    const all = await reading()
    const found = await all.read('/psykisk-halsa?status=not_completed&lead=kson')
    expect(found.text).toContain('2 av 25 punkter, ordnade efter nummer')
    expect(found.html).toContain('<option value="not_completed" selected')
    const none = await all.read('/psykisk-halsa?q=finns+inte')
    expect(none.text).toContain('Ingen punkt passar. Visa alla 25.')
  })

  test('speaks English whole, and marks no Swedish sentence of its own', async () => {
    const { text, html } = await (await reading()).read('/en/psykisk-halsa')
    expect(text).toContain('18 of 25 points are completed.')
    expect(text).toContain('What is not going as planned')
    expect(html).toMatch(/<a [^>]*lang="sv"[^>]*>Bostad först – modell prövad/)
    expect(text).not.toMatch(/slutförda|Ansvarig|punkter/)
  })

  test('shows at once what somebody records, and once more counted when it is completed', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const url = '/api/v1/plans/psykisk-halsa/points/7/updates'
    const basedOn = await latestOf(strategist, '7')
    expect((await strategist.post(url, update({ ...embedded, basedOn }))).statusCode).toBe(201)
    const { text } = await all.read('/psykisk-halsa')
    expect(text).toContain('19 av 25 punkter är slutförda.')
    expect(text).toContain('12 inarbetade i ordinarie verksamhet')
    expect(text).not.toContain('Försenad Två av sex')
  })

  test('leaves no name without a value, on any page in any language', async () => {
    const all = await reading()
    const paths = ['', '/om', '/avstamningar', '/avstamningar/2023-ht', '/avstamningar/2021-vt']
    const points = Array.from({ length: 25 }, (_, index) => `/punkter/${index + 1}`)
    const whole = ['', '/en'].flatMap((lang) => [
      lang || '/',
      `${lang}/tillganglighet`,
      ...[...paths, ...points].map((path) => `${lang}/psykisk-halsa${path}`),
    ])
    for (const path of whole) {
      const page = await all.read(path)
      expect([path, page.status]).toEqual([path, 200])
      expect([path, /\{[A-Za-z]+\}|undefined|\bnull\b|NaN|\[object/.exec(page.text)?.[0]]).toEqual([
        path,
        undefined,
      ])
    }
  })
})

test('a review day closed in an empty plan has a report that can be read', async () => {
  const all = await reading(new Date('2024-05-14T15:00:00.000Z'))
  await plant(all, 'tom', 0)
  await all.db.write(async (tx) => {
    const closing = act('2024-05-14T14:00:00.000Z')
    const term = await planReview(tx, 'tom', { heldOn: '2024-05-14' }, closing)
    await closeReview(tx, 'tom', term, { basedOn: null, decisions: [] }, closing)
  })
  const { status, text } = await all.read('/tom/avstamningar/2024-vt')
  expect(status).toBe(200)
  expect(text).toContain('Planen hade inga punkter')
  expect(text).not.toMatch(/NaN|undefined/)
})

test('the first page says where it is in each language, and something answers there', async () => {
  const { anybody } = await reading()
  for (const page of ['/', '/en']) {
    const { body } = await anybody.get(page)
    const places = [...body.matchAll(/rel="alternate" hreflang=".." href="([^"]*)"/g)].map(
      ([, place]) => place!,
    )
    expect([page, places.toSorted()]).toEqual([page, ['/', '/en']])
  }
})
