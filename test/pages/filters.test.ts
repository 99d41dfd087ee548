import { describe, expect, test } from 'vitest'
import { reading } from './given.ts'

const address = '/psykisk-halsa'
const asked = (query: Record<string, string>) => `${address}?${String(new URLSearchParams(query))}`
/** What is said of how many were found, and no share of them. */
const count = (text: string) => /(\d+ av \d+ punkter), ordnade/.exec(text)?.[1]

describe('the list of points, filtered by a plain address (P13)', () => {
  test('by what concerns a committee: what its office leads and what it takes part in', async () => {
    const { read } = await reading()
    const { text, html } = await read(asked({ committee: 'Bygg- och miljönämnden' }))
    expect(text).toContain('Det här rör Bygg- och miljönämnden')
    expect(count(text)).toBe('3 av 25 punkter')
    for (const found of ['Trygga miljöer', 'psykisk livräddning', 'Samlad information till föräldrar'])
      expect(text).toContain(found)
    expect(html).toMatch(/<details class="rarer" open/)
  })

  test('by target area, national sub-goal and goal of Agenda 2030, alone and together', async () => {
    const { read } = await reading()
    expect(count((await read(asked({ 'public-health': '8' }))).text)).toBe('5 av 25 punkter')
    expect(count((await read(asked({ 'national-strategy': '6' }))).text)).toBe('2 av 25 punkter')
    expect(count((await read(asked({ 'agenda-2030': '11' }))).text)).toBe('3 av 25 punkter')
    const both = await read(asked({ 'agenda-2030': '11', status: 'not_completed' }))
    expect(count(both.text)).toBe('2 av 25 punkter')
  })

  test('the headline stays the plan’s own, and no second percentage stands beside it', async () => {
    const { read } = await reading()
    const percents = (text: string) => text.match(/\d+\s%/g)
    const whole = await read(address)
    const { text } = await read(asked({ committee: 'Socialnämnden' }))
    expect(text).toContain('18 av 25 punkter är slutförda.')
    expect(percents(text)).toEqual(percents(whole.text))
  })

  test('the rarer filters are folded until one of them is asked for', async () => {
    const { read } = await reading()
    const { html } = await read(address)
    expect(html).toMatch(/<details class="rarer">/)
    expect(html).toContain('Fler filter: nämnd och nationella mål')
  })

  test('says so where nothing fits, and leads back to all', async () => {
    const { text } = await (await reading()).read(asked({ committee: 'Ingen nämnd alls' }))
    expect(text).toContain('Ingen punkt passar. Visa alla 25.')
  })

  test('in English the official goals have their English names', async () => {
    const { text } = await (await reading()).read(`/en${asked({ 'agenda-2030': '3' })}`)
    expect(text).toContain('Goal 3 Good health and well-being')
  })
})

describe('a point’s page', () => {
  test('tells whose goals it contributes to, each a way to its fellows, and that the strategy came afterwards', async () => {
    const { text, html } = await (await reading()).read(`${address}/punkter/6`)
    expect(text).toContain('Mål 11 Hållbara städer och samhällen')
    expect(text).toContain('Koppling i efterhand: planen antogs innan strategin beslutades.')
    expect(html).toContain('href="/psykisk-halsa?agenda-2030=11#punkter"')
  })
})
