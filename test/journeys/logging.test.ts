import type { Socket } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { issueLink } from '../../server/people/links.store.ts'
import { peopleWithRole } from '../../server/people/store.ts'
import { desktop, faultsOf, narrow, phone, sideways, site, withBrowser, type Site } from '../support/site.ts'

withBrowser()

const form = '/psykisk-halsa/logga'
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).click()
const savedHeading = (page: Page) => page.getByRole('heading', { name: /^Sparat/, level: 1 }).waitFor()
const what = (page: Page) => page.getByLabel('Vad gjorde ni?')

const written = (all: Site) =>
  all.db.read(async (tx) => {
    const texts = await tx.select().from(tx.tables.texts)
    const activities = await tx.select().from(tx.tables.activities)
    return activities.map(({ whatId }) => texts.find((text) => text.id === whatId)?.body)
  })

async function mailedLink(all: Site): Promise<string> {
  const token = await all.db.write(async (tx) => {
    const [person] = await peopleWithRole(tx, 'ambassador')
    return issueLink(tx, { purpose: 'log', personId: person!.id, planId: 1 }, all.now)
  })
  return `${form}/${token}`
}

/** What a browser has been given to keep. */
const keptIn = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    local: Object.keys(localStorage).concat(Object.keys(sessionStorage)),
  }))
const nothing = { workers: [], databases: [], caches: [], local: [] }

describe('the link of a mail', () => {
  test('leads to a saved activity on the narrowest phone, in six questions, and leaves nothing behind', async () => {
    const all = await site()
    const page = await all.visit({ viewport: narrow })
    await page.goto(await mailedLink(all))
    expect(await faultsOf(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    const questions = await page
      .locator('main .form > .field')
      .evaluateAll((fields) =>
        fields.map((field) => field.querySelector('legend, label')?.textContent.trim()),
      )
    expect(questions.map((question) => question?.replace(/\u00a0.*/, ''))).toEqual([
      'Vilken punkt?',
      'Vad gjorde ni?',
      'När?',
      'För vem?',
      'Hur många?',
      'Länk, bild eller fil',
    ])
    await page.getByLabel('Punkt', { exact: true }).selectOption('7')
    await what(page).fill('Studiebesök med en mamma, 121212-1212.')
    await press(page, 'Spara aktivitet')
    await page.getByText('Texten verkar innehålla ett personnummer.').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await what(page).fill('Studiebesök i tre lägenheter.')
    await press(page, 'Spara aktivitet')
    await savedHeading(page)
    expect(await faultsOf(page)).toEqual([])
    expect((await written(all)).filter((text) => text === 'Studiebesök i tre lägenheter.')).toHaveLength(1)
    await press(page, 'Logga samma igen, annat datum')
    await page.getByLabel('När?').fill('2023-11-13')
    await press(page, 'Spara aktivitet')
    await savedHeading(page)
    expect((await written(all)).filter((text) => text === 'Studiebesök i tre lägenheter.')).toHaveLength(2)
    expect(await keptIn(page)).toEqual(nothing)
    expect(await page.context().cookies()).toEqual([])
  })

  test('works without JavaScript: asked once, saved once, with a receipt', async () => {
    const all = await site()
    const page = await all.visit({ viewport: narrow, javaScriptEnabled: false })
    await page.goto(await mailedLink(all))
    expect(await page.getByLabel('Sök på nummer eller ord').isVisible()).toBe(false)
    await press(page, 'Spara aktivitet')
    await page.getByText('Två saker behöver ändras').waitFor()
    await page.getByLabel('Punkt', { exact: true }).selectOption('7')
    await what(page).fill('Ring Kim på 070-123 45 67 om nästa träff.')
    await press(page, 'Spara aktivitet')
    await page.getByText('Texten verkar innehålla ett telefonnummer.').first().waitFor()
    await press(page, 'Spara ändå')
    await savedHeading(page)
    await page.getByRole('main').getByRole('link', { name: 'Logga samma igen' }).click()
    expect(await what(page).inputValue()).toBe('Ring Kim på 070-123 45 67 om nästa träff.')
    expect(await page.getByLabel('När?').inputValue()).toBe('2023-11-20')
  })

  test('that opens nothing any more says so, and how to go on', async () => {
    const all = await site()
    const page = await all.visit({ viewport: phone })
    for (const [base, heading] of [
      ['', 'Länken gäller inte längre'],
      ['/en', 'The link no longer works'],
    ] as const) {
      await page.goto(`${base}${form}/${'x'.repeat(43)}`)
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
      expect(await faultsOf(page)).toEqual([])
    }
    await page
      .getByRole('main')
      .getByRole('link', { name: /Sign in/ })
      .click()
    await page.waitForURL(/\/en\/logga-in$/)
  })
})

describe('a draft (S13)', () => {
  test('is restored in another browser, can be begun anew, and is gone when it is saved', async () => {
    const all = await site()
    const first = await all.signIn('ambassador', { at: `${form}?punkt=7`, viewport: phone })
    await what(first).fill('Studiebesök i tre läg')
    await first.getByText(/^\s*Utkastet sparades kl\.\u00a010\.00/).waitFor()

    const second = await all.signIn('ambassador', { at: form, viewport: desktop })
    await second.getByText(/Ditt utkast från 20 november 2023 kl\.\u00a010\.00 är tillbaka\./).waitFor()
    expect(await what(second).inputValue()).toBe('Studiebesök i tre läg')
    expect(await second.getByLabel('Punkt', { exact: true }).inputValue()).toBe('7')
    expect(await faultsOf(second)).toEqual([])
    await what(second).fill('Studiebesök i tre lägenheter.')
    await press(second, 'Spara aktivitet')
    await savedHeading(second)
    expect((await all.rows()).drafts).toBe(0)

    await second.goto(`${form}?punkt=3`)
    await what(second).fill('Ett till')
    await second.getByText(/^\s*Utkastet sparades/).waitFor()
    await second.reload()
    await press(second, 'Börja om')
    expect(await what(second).inputValue()).toBe('')
    await expect.poll(async () => (await all.rows()).drafts).toBe(0)
  })
})

describe('without a network (A16)', () => {
  /** The phone of an ambassador who has asked for the form to lie on it; her clock is the server's. */
  async function prepared(all: Site) {
    const page = await all.signIn('ambassador', { viewport: narrow })
    await page.clock.setFixedTime(all.now)
    await page.goto(form)
    expect(await keptIn(page)).toEqual(nothing)
    await press(page, 'Gör det möjligt att logga utan nät')
    await page.getByText('Den här telefonen kan logga utan nät.').waitFor()
    expect(await keptIn(page)).toMatchObject({ workers: [form], local: [] })
    return page
  }
  const log = async (page: Page, number: string, text: string) => {
    await page.getByLabel('Punkt', { exact: true }).selectOption(number)
    await what(page).fill(text)
    await press(page, 'Spara aktivitet')
  }
  /** This page alone reaches nothing, to its end: a closed page is for a moment back on the network. */
  const losesAll = (page: Page) => page.route('**/api/v1/**', (route) => route.abort('internetdisconnected'))
  /** Nobody reaches the server: a page that is loaded again is for a moment back on the network, whatever the browser was told. */
  const unreachable = ({ app }: Site) => {
    const refuse = (socket: Socket) => socket.destroy()
    app.server.on('connection', refuse)
    app.server.closeAllConnections()
    return () => app.server.off('connection', refuse)
  }
  const waiting = (page: Page) => page.getByRole('heading', { name: 'Väntar på att skickas' }).waitFor()

  test('what is logged waits on the phone through a reload, and is sent once; what is refused stays until it is changed', async () => {
    const all = await site()
    const page = await prepared(all)
    const before = (await written(all)).length
    const back = unreachable(all)
    await page.context().setOffline(true)
    await log(page, '11', 'Temakväll om sömn')
    await waiting(page)
    await page.getByText('Du är utan nät.').waitFor()
    await page.getByText('Sparad på telefonen kl.\u00a010.00').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await press(page, 'Logga en till')
    await page.clock.setFixedTime(new Date(all.now.getTime() + 60_000))
    await log(page, '1', 'Andra träffen i Strandby')
    await waiting(page)

    // The next morning, still without a network: the form comes from the phone, and knows what day it is.
    await page.clock.setFixedTime(new Date('2023-11-21T07:00:00.000Z'))
    await page.reload()
    await page.getByText('Andra träffen i Strandby').waitFor()
    expect(await page.getByLabel('När?').inputValue()).toBe('2023-11-21')
    await log(page, '7', 'Dagen som inte har kommit för servern')
    await expect.poll(() => page.locator('.waiting-rows > li').count()).toBe(3)
    expect((await written(all)).length).toBe(before)

    back()
    await page.context().setOffline(false)
    await page.getByText('Två aktiviteter är skickade och sparade.').waitFor()
    await page.getByText('Den här kunde inte sparas: Dagen har inte kommit än.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect((await written(all)).slice(before)).toEqual(['Temakväll om sömn', 'Andra träffen i Strandby'])

    await press(page, 'Ändra: Dagen som inte har kommit för servern')
    await page.getByLabel('När?').fill('2023-11-20')
    await press(page, 'Spara aktivitet')
    await savedHeading(page)
    await page.reload()
    expect(await page.locator('.waiting-rows > li').count()).toBe(0)
    expect((await written(all)).length).toBe(before + 3)

    await page.context().setOffline(true)
    await page.getByLabel('När?').fill('2023-11-20')
    await log(page, '3', 'Den sista väntar medan en ny börjas')
    await waiting(page)
    await press(page, 'Logga en till')
    await page.context().setOffline(false)
    await page.getByText('En aktivitet är skickad och sparad.').waitFor()
    expect(await page.getByText('Väntar på att skickas').count()).toBe(0)
    expect((await written(all)).length).toBe(before + 4)
  })

  test('signing out warns while something waits, from any page, and takes the queue, the form and its worker along', async () => {
    const all = await site()
    const page = await prepared(all)
    const before = (await written(all)).length
    await losesAll(page)
    await log(page, '11', 'Temakväll om sömn')
    await waiting(page)
    const leaving = await page.context().newPage()
    await page.close()
    await leaving.goto('/psykisk-halsa')
    await leaving.locator('.foot').getByRole('button', { name: 'Logga ut' }).click()
    await leaving.getByRole('heading', { name: 'Aktiviteter på telefonen är inte skickade' }).waitFor()
    expect(await faultsOf(leaving)).toEqual([])
    await press(leaving, 'Logga ut och ta bort dem')
    await leaving.waitForURL(/\/$/)
    expect(await keptIn(leaving)).toEqual(nothing)
    expect(await leaving.context().cookies()).toEqual([])
    expect((await written(all)).length).toBe(before)
  })

  test('somebody else on the same phone neither sees nor sends it', async () => {
    const all = await site()
    const page = await prepared(all)
    const before = (await written(all)).length
    await losesAll(page)
    await log(page, '11', 'Temakväll om sömn')
    await waiting(page)
    const other = await page.context().newPage()
    await page.close()
    await other.context().clearCookies()
    const token = await all.db.write(async (tx) => {
      const [person] = await peopleWithRole(tx, 'reporter')
      return issueLink(tx, { purpose: 'sign-in', personId: person!.id }, all.now)
    })
    await other.goto(`/logga-in/${token}`)
    await press(other, 'Logga in')
    await other.waitForURL(/\/mitt$/)
    await other.goto(form)
    await other.getByText('En aktivitet på telefonen är någon annans.').waitFor()
    expect(await other.getByText('Temakväll om sömn').count()).toBe(0)
    expect((await written(all)).length).toBe(before)
  })

  test('an attempt whose answer was lost, kept on the phone and sent later, is one activity', async () => {
    const all = await site()
    const page = await all.signIn('ambassador', { at: form, viewport: phone })
    const before = (await written(all)).length
    const losesAnswers = '**/api/v1/plans/*/activities'
    await page.route(losesAnswers, async (route) => {
      await route.fetch()
      await route.abort('internetdisconnected')
    })
    await log(page, '11', 'Temakväll om sömn')
    await page.getByText('Vi kunde inte spara.').waitFor()
    await press(page, 'Spara i telefonen tills nätet är tillbaka')
    await waiting(page)
    await press(page, 'Försök skicka nu')
    await page.getByText('Det gick inte att skicka.').waitFor()
    expect((await written(all)).length).toBe(before + 1)
    await page.unroute(losesAnswers)
    await press(page, 'Försök skicka nu')
    await page.getByRole('heading', { name: 'En aktivitet är skickad och sparad.', level: 1 }).waitFor()
    expect((await written(all)).length).toBe(before + 1)
  })

  test('a phone that was never prepared keeps it after one press, and says when it is full or has no room', async () => {
    const all = await site()
    const page = await all.signIn('ambassador', { at: form, viewport: phone })
    await page.context().setOffline(true)
    await log(page, '11', 'Temakväll om sömn')
    await page.getByText('Vi kunde inte spara. Din text är kvar – försök igen.').waitFor()
    expect(await keptIn(page)).toEqual(nothing)
    await page.evaluate(() => {
      const real: unknown = Reflect.get(IDBObjectStore.prototype, 'put')
      Reflect.set(IDBObjectStore.prototype, 'put', () => {
        Reflect.set(IDBObjectStore.prototype, 'put', real)
        throw new DOMException('full', 'QuotaExceededError')
      })
    })
    await press(page, 'Spara i telefonen tills nätet är tillbaka')
    await page.getByText('Telefonen har inte plats för mer. Din text är kvar här.').first().waitFor()
    expect(await what(page).inputValue()).toBe('Temakväll om sömn')
    await press(page, 'Spara i telefonen tills nätet är tillbaka')
    await waiting(page)

    await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open('avstamt')
        opening.onsuccess = () => done(opening.result)
      })
      const store = db.transaction('waiting', 'readwrite').objectStore('waiting')
      for (let n = 0; n < 49; n += 1)
        store.put({ key: `fylld ${n}`, account: 'ingen', at: '2023-11-20T09:00:00Z' })
      await new Promise((done) => (store.transaction.oncomplete = done))
      db.close()
    })
    await press(page, 'Logga en till')
    await log(page, '11', 'Temakväll om mat')
    await press(page, 'Spara i telefonen tills nätet är tillbaka')
    await page.getByText('Telefonen har redan 50 aktiviteter som väntar.').first().waitFor()
    expect(await what(page).inputValue()).toBe('Temakväll om mat')
    expect(await faultsOf(page)).toEqual([])
  })
})

test('a strategist shows many at once, hides one again, and takes a text away; everybody reads words without a name', async () => {
  const all = await site()
  const ambassador = await all.as('ambassador')
  for (const text of [
    'Tredje träffen i Strandby',
    'Fjärde träffen i Strandby',
    'Ring Kim på 070-123 45 67',
  ]) {
    const said = { point: '1', what: text, happenedOn: '2023-11-16' }
    await ambassador.post('/api/v1/plans/psykisk-halsa/activities', said)
  }
  const page = await all.signIn('strategist', { at: '/psykisk-halsa/aktiviteter', viewport: phone })
  expect(await faultsOf(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  for (const text of ['Tredje träffen i Strandby', 'Fjärde träffen i Strandby'])
    await page.getByLabel(`Välj ${text}`).check()
  await press(page, 'Visa 2 valda för alla')
  await page.getByText('Två aktiviteter visas nu för alla.').waitFor()
  const reader = await all.visit({ viewport: narrow, colorScheme: 'dark' })
  const shown = async () => {
    await reader.goto('/psykisk-halsa/aktiviteter?punkt=1')
    return (await reader.locator('.examples .written').allInnerTexts()).slice(0, 2)
  }
  expect(await shown()).toEqual(['Fjärde träffen i Strandby', 'Tredje träffen i Strandby'])
  expect(await faultsOf(reader)).toEqual([])
  expect(await sideways(reader)).toBe(0)
  const [person] = await all.db.read((tx) => peopleWithRole(tx, 'ambassador'))
  expect(await reader.content()).not.toContain(person!.name!)

  await page.getByLabel('Välj Fjärde träffen i Strandby').check()
  await press(page, 'Låt den valda vara intern')
  await page.getByText('En aktivitet är intern.').waitFor()
  expect(await shown()).not.toContain('Fjärde träffen i Strandby')

  const row = page.locator('.examples > li').filter({ hasText: 'Ring Kim' })
  await row.locator('summary').click()
  expect(await faultsOf(page)).toEqual([])
  await row.getByRole('button', { name: 'Ta bort orden' }).click()
  await page.getByText('Orden är borttagna.').waitFor()
  await page.getByText('Borttaget 20 november 2023 (personuppgift)', { exact: true }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await page.getByText('Ring Kim').count()).toBe(0)
})

test('the pages of activities have no fault that axe can see, in both languages and at every width', async () => {
  const all = await site()
  const ambassador = await all.as('ambassador')
  const answer = await ambassador.post('/api/v1/plans/psykisk-halsa/activities', {
    point: '1',
    what: 'Första träffen i Strandby',
    happenedOn: '2023-11-16',
  })
  const { id } = (answer.json() as { activity: { id: number } }).activity
  const page = await all.signIn('ambassador', { viewport: narrow })
  const faults: string[] = []
  for (const base of ['', '/en']) {
    for (const path of [
      '/aktiviteter',
      '/aktiviteter?mina=ja',
      `/aktiviteter/${id}/ratta`,
      `/logga?upprepa=${id}`,
      '/aktiviteter?punkt=99',
    ]) {
      await page.goto(`${base}/psykisk-halsa${path}`)
      faults.push(...(await faultsOf(page)))
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ ...narrow, width })
        if ((await sideways(page)) > 0) faults.push(`${base}${path} is too wide at ${width}`)
      }
      await page.setViewportSize(narrow)
    }
  }
  expect(faults).toEqual([])
})

test('an own activity is set right on a phone, and counts once', async () => {
  const all = await site()
  const page = await all.signIn('ambassador', { at: `${form}?punkt=7`, viewport: phone })
  await what(page).fill('Studiebesök i tre läg')
  await press(page, 'Spara aktivitet')
  await savedHeading(page)
  const told = await page.getByText(/Tack! Det här är den/).innerText()
  await page.getByRole('link', { name: 'Rätta den här aktiviteten' }).click()
  await page.getByRole('heading', { name: 'Rätta aktiviteten från 20 november 2023' }).waitFor()
  await what(page).fill('Studiebesök i tre lägenheter.')
  await press(page, 'Spara rättelsen')
  await savedHeading(page)
  await page.getByText('Rättelsen är sparad').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Logga samma igen' }).click()
  expect(await what(page).inputValue()).toBe('Studiebesök i tre lägenheter.')
  await press(page, 'Spara aktivitet')
  await savedHeading(page)
  const next = (text: string) => Number(/(\d+):/.exec(text)![1])
  expect(next(await page.getByText(/Tack! Det här är den/).innerText())).toBe(next(told) + 1)
})

test('a public page leaves nothing in the browser, not for a reader and not after somebody has worked there (P01)', async () => {
  const all = await site()
  const reader = await all.visit()
  for (const path of [
    '/',
    '/psykisk-halsa',
    '/psykisk-halsa/punkter/7',
    '/psykisk-halsa/aktiviteter',
    '/logga-in',
  ]) {
    await reader.goto(path)
    expect([path, await keptIn(reader), await reader.context().cookies()]).toEqual([path, nothing, []])
  }
  const page = await all.signIn('ambassador', { viewport: phone })
  for (const path of ['/psykisk-halsa', '/mitt', form]) {
    await page.goto(path)
    expect([path, await keptIn(page)]).toEqual([path, nothing])
  }
})
