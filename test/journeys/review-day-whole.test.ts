import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { verify } from '../../server/commands/verify.ts'
import { wantReminders } from '../../server/reviews/preparation/remind.ts'
import { linksIn } from '../support/mailbox.ts'
import { phone, withBrowser } from '../support/site.ts'
import {
  alva,
  api,
  bo,
  cleo,
  days,
  disa,
  elin,
  must,
  press,
  wholePlan,
  type Whole,
} from './review-day.given.ts'

withBrowser()

const day = `${days}/2024-vt`
const projector = { width: 1920, height: 1080 }

describe('a whole review day', () => {
  test('from laying out the year to the thanks', async () => {
    const whole = await wholePlan()
    await layOutTheYear(whole)
    await invite(whole)
    await logWhatWasDone(whole)
    await askEverybody(whole)
    await answerThreeWays(whole)
    await remindTheSilent(whole)
    await seeWhoHasAnswered(whole)
    await lockIt(await holdTheMeeting(whole))
    await readTheReport(whole)
    await writeTheMinutes(whole)
    await thankThem(whole)
    expect((await verify(whole.all.db)).faults).toEqual([])
  })
})

async function layOutTheYear({ all, on }: Whole) {
  on('2024-01-15T09:00:00Z')
  const page = await all.signIn('strategist', { at: `${days}/ny` })
  await page.getByLabel('Lägg ut året').check()
  await page.getByLabel('Dag 1: avstämningen våren 2024').fill('2024-05-30')
  expect(await page.getByLabel('Dag 2: avstämningen hösten 2024').inputValue()).toBe('2024-11-14')
  await press(page, 'Spara båda dagarna')
  await page.getByRole('link', { name: /^Fyll i tid och plats.*våren 2024$/ }).click()
  await page.getByLabel('Från kl.').fill('13.00')
  await page.getByLabel('Till kl.').fill('16.00')
  await page.getByLabel('Var?').fill('Stadshuset, sal Roslagen')
  await press(page, 'Spara ändringarna')
  await page.getByText(/^Sparat kl\./).waitFor()
  await page.goto(days)
  for (const held of ['30 maj 2024, v.\u00a022', '14 november 2024, v.\u00a046'])
    await page.getByRole('cell', { name: held }).waitFor()
}

async function invite({ all, post, deliver }: Whole) {
  const page = await all.signIn('strategist', { at: day })
  await press(page, 'Bjud in 7 personer')
  await page.getByText('Inbjudan är på väg till 7 personer.').waitFor()
  await deliver()
  const invitation = post.to(bo).at(-1)!
  expect(invitation.mail.subject).toBe('Avstämning 30 maj 2024 – Längre plan (exempel)')
  const part = invitation.mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')!
  const calendar = typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
  expect(invitation.raw).toMatch(/Content-Type: text\/calendar;[^\r]*method=REQUEST/i)
  for (const line of ['METHOD:REQUEST', 'DTSTART:20240530T110000Z', 'SEQUENCE:1', 'sal Roslagen'])
    expect(calendar.replace(/\r\n /g, '')).toContain(line)
}

async function logWhatWasDone({ all, on }: Whole) {
  on('2024-03-12T14:00:00Z')
  const ambassador = await all.as(elin)
  for (const [what, participants] of [
    ['Frukostsamtal om psykisk hälsa med årskurs åtta.', 28],
    ['Föräldramöte om sömn och skärmar.', 41],
  ] as const)
    await must(ambassador, 'post', `${api}/activities`, {
      point: '1',
      what,
      happenedOn: '2024-03-12',
      occasions: 1,
      participants,
    })
  const strategist = await all.as('strategist')
  const { items } = (await strategist.get(`${api}/activities`)).json() as { items: { id: number }[] }
  await must(strategist, 'put', `${api}/activities/${items[0]!.id}/visibility`, { shown: true })
}

async function askEverybody({ all, post, deliver, on }: Whole) {
  on('2024-04-29T08:00:00Z')
  await must(await all.as(cleo), 'put', '/api/v1/me', { language: 'en', reminders: true })
  const page = await all.signIn('strategist', { at: `${day}/forberedelse` })
  await page.getByRole('heading', { name: 'Ingen av 4 punkter har fått svar än.', level: 1 }).waitFor()
  await press(page, 'Be fyra ansvariga om uppdatering')
  await page.getByText('Fyra ansvariga får frågan.').waitFor()
  await deliver()
  expect(post.to(bo).at(-1)!.mail.subject).toBe('Avstämning torsdag 30 maj 2024 – din punkt')
  expect(post.to(bo).at(-1)!.mail.text).not.toContain('Trygga vuxna i skolan')
}

/** The page of somebody's own link in their last mail, on a phone that has never been here. */
async function byMail({ all, post }: Whole, address: string): Promise<Page> {
  const page = await all.visit({ viewport: phone })
  await page.goto(linksIn(post.to(address).at(-1)!)[0]!)
  return page
}

async function answerThreeWays(whole: Whole) {
  whole.on('2024-05-02T06:30:00Z')
  const news = await byMail(whole, alva)
  await news.getByText('Skriv en uppdatering').click()
  await news.locator('#status').selectOption('in_progress')
  await news.getByLabel('Hur ligger den till i tid?').selectOption('on_track')
  await news.locator('#note').fill('Alla mentorer har gått första utbildningsdagen.')
  await press(news, 'Spara uppdatering')
  await news.getByText('Din uppdatering om punkt 1 är sparad').waitFor()

  const nothing = await byMail(whole, bo)
  await press(nothing, 'Inget nytt sedan sist')
  await nothing.getByRole('heading', { name: /^Tack, sparat kl\./ }).waitFor()

  const help = await byMail(whole, cleo)
  await help.getByText('We need help').click()
  await help.getByRole('textbox', { name: /help/ }).fill('Vem betalar utbildarna efter sommaren?')
  await press(help, 'Ask for help')
  await help
    .getByText(/point 3/)
    .first()
    .waitFor()
}

async function remindTheSilent({ all, post, deliver, on }: Whole) {
  const before = post.mails.length
  const told: string[] = []
  for (const date of ['06', '07', '08', '09', '10', '15', '16', '17', '22', '23', '24']) {
    on(`2024-05-${date}T07:00:00Z`)
    await wantReminders(all.parts, { now: all.now })
    await wantReminders(all.parts, { now: all.now })
    await deliver()
    for (const { to, mail } of post.mails.slice(before + told.length))
      told.push(`${date} ${to} ${mail.subject}`)
  }
  const reminder = `${disa} En punkt väntar på din uppdatering före den 30 maj`
  // Ascension Day is nobody's working day.
  expect(told).toEqual([`08 ${reminder}`, `16 ${reminder}`, `23 ${reminder}`])
}

async function seeWhoHasAnswered({ all }: Whole) {
  const page = await all.signIn('strategist', { at: `${day}/forberedelse` })
  await page.getByRole('heading', { name: '3 av 4 punkter har fått svar.', level: 1 }).waitFor()
  await page.getByText('Vem betalar utbildarna efter sommaren?').waitFor()
  const rows = page.locator('table.readiness tbody tr')
  const chips = await rows.evaluateAll((found) =>
    found.flatMap((row) => [...row.querySelectorAll('.chip')].map((chip) => chip.className)),
  )
  expect(chips.toSorted()).toEqual(['chip answered', 'chip missing', 'chip needs_help', 'chip nothing_new'])
}

/** The meeting on a projector and on a phone; gives the projector's page. */
async function holdTheMeeting({ all, on }: Whole): Promise<Page> {
  on('2024-05-30T11:00:00Z')
  const page = await all.signIn('strategist', { at: `${day}/dagordning`, viewport: projector })
  const first = page.locator('.agenda-row').first()
  await first.getByText('Behöver hjälp: Vem betalar utbildarna efter sommaren?').waitFor()
  await page.getByRole('link', { name: 'Till mötet' }).click()
  await press(page, 'Starta mötet')
  const follower = await all.visit({ viewport: phone })
  await follower.goto((await page.locator('.slide-address a').getAttribute('href'))!)
  await follower.getByText('Sidan följer mötet av sig själv.').waitFor()
  await page.keyboard.press('ArrowRight')
  await follower.getByRole('heading', { name: '3 Utbildning i suicidprevention' }).waitFor()
  await follower.getByText('Vem betalar utbildarna efter sommaren?').waitFor()

  await page.getByLabel('Vi beslutar', { exact: true }).fill('KSON tar med frågan i budgeten för 2025.')
  await page.getByLabel('Vem', { exact: true }).selectOption('kson')
  await page.getByLabel('Senast').fill('2024-10-31')
  await page.getByLabel('Vi beslutar', { exact: true }).press('Enter')
  await follower.getByText('KSON tar med frågan i budgeten för 2025.').waitFor()
  await page.getByText('Det här sades').click()
  await page.getByLabel('Vad sades?').fill('Två utbildare slutar i augusti.')
  await page.getByLabel('Vad sades?').press('Enter')
  await page.locator('.meeting-list').getByText('Två utbildare slutar i augusti.').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await follower.getByRole('heading', { name: '1 Trygga vuxna i skolan' }).waitFor()
  expect(await follower.content()).not.toContain('Två utbildare slutar')
  await page.keyboard.press('ArrowRight')
  await follower.getByRole('heading', { name: /årskurs åtta|sömn och skärmar/ }).waitFor()
  return page
}

async function lockIt(page: Page) {
  await page.goto(`${day}/stang`)
  await page.getByText('KSON tar med frågan i budgeten för 2025.').waitFor()
  await page.getByLabel('Jag har läst det som låses').check()
  await press(page, 'Lås avstämningen')
  await page.getByRole('heading', { name: /^Låst kl\./ }).waitFor()
}

async function readTheReport({ all }: Whole) {
  const reader = await all.visit({ javaScriptEnabled: false })
  await reader.goto(day)
  await reader.getByText('1 påbörjad').waitFor()
  await reader.getByText('KSON tar med frågan i budgeten för 2025.').first().waitFor()
  await reader.getByText('Två utbildare slutar i augusti.').waitFor()
  expect(await reader.content()).not.toContain('Vem betalar utbildarna')
  await reader.goto('/langre-plan/jamfor?fran=2023-ht&till=2024-vt')
  await reader.getByRole('heading', { name: 'En av 4 punkter har ändrats.', level: 1 }).waitFor()
}

async function writeTheMinutes({ all, on }: Whole) {
  on('2024-06-03T07:00:00Z')
  const page = await all.signIn('strategist', { at: `${day}/efterat` })
  await page.getByRole('link', { name: 'Minnesanteckning' }).click()
  const text = page.getByLabel('Text', { exact: true })
  expect(await text.inputValue()).toContain('KSON tar med frågan i budgeten för 2025.')
  await text.fill(`${await text.inputValue()}\n\nKaffet var gott.`)
  await press(page, 'Spara minnesanteckningen')
  await page.getByText(/^Sparat kl\..* Det är version 1\.$/).waitFor()
  await page.reload()
  expect(await text.inputValue()).toContain('Kaffet var gott.')
}

async function thankThem({ all, post, deliver }: Whole) {
  const page = await all.signIn('strategist', { at: `${day}/efterat` })
  await press(page, 'Tacka två ambassadörer')
  await page.getByText('Två tack är på väg.').waitFor()
  await deliver()
  const thanks = post.to(elin).at(-1)!.mail
  expect(thanks.subject).toBe('Det här bidrog ni till – Längre plan (exempel)')
  for (const fact of [
    'Rodengymnasiet loggade två aktiviteter',
    '69 personer deltog.',
    'gick framåt: 1 Trygga vuxna i skolan',
    '0 av 4 punkter är slutförda.',
  ])
    expect(thanks.text).toContain(fact)
}
