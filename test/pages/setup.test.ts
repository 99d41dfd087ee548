import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { world } from '../support/world.ts'
import { drawReally, seen } from './given.ts'

const addresses = [
  '/mitt/planer/ny',
  '/mitt/organisationer',
  '/psykisk-halsa/installningar',
  '/psykisk-halsa/punkter/nya',
  '/psykisk-halsa/punkter/7/ordalydelse',
]

const titleOf = (html: string): string => /<title>(.*?)<\/title>/.exec(html)?.[1] ?? ''

describe('the pages of those who set up a plan', () => {
  test('ask others to sign in, or say that they may not', async () => {
    const { anybody, as } = await world()
    for (const url of addresses) expect([url, (await anybody.get(url)).statusCode]).toEqual([url, 401])
    for (const role of ['reporter', 'ambassador', 'reader'] as Role[]) {
      const member = await as(role)
      for (const url of addresses) {
        expect([role, url, (await member.get(url)).statusCode]).toEqual([role, url, 403])
      }
    }
  })

  test('are not there for a plan or a point that is not', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    for (const url of [
      '/ingen-plan/installningar',
      '/ingen-plan/punkter/nya',
      '/psykisk-halsa/punkter/99/ordalydelse',
    ]) {
      expect([url, (await strategist.get(url)).statusCode]).toEqual([url, 404])
    }
  })

  test('have titles of their own, in both languages, one h1 each, and no word left unfilled', async () => {
    const { as } = await world({ render: drawReally })
    const strategist = await as('strategist')
    const titles: string[] = []
    for (const base of ['', '/en']) {
      for (const url of addresses) {
        const { body, statusCode } = await strategist.get(`${base}${url}`)
        expect([base, url, statusCode]).toEqual([base, url, 200])
        expect(body.match(/<h1/g)).toHaveLength(1)
        expect(seen(body)).not.toMatch(/\{[a-z]\w*\}|undefined/i)
        titles.push(titleOf(body))
      }
    }
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('registering begins with what the last plan says of the municipality, never of that plan', async () => {
    const { as } = await world()
    const answer = await (
      await as('strategist')
    ).get('/mitt/planer/ny', { headers: { accept: 'application/json' } })
    expect(answer.json()).toMatchObject({
      draft: {
        title: '',
        municipality: 'Norrtälje (exempel)',
        periodFrom: '',
        adoptedOn: '',
        paragraph: '',
        reference: '',
        validUntil: '',
      },
    })
  })

  test('the old wording stays readable beside the new one, with the days it held (F06)', async () => {
    const { as, anybody } = await world({ render: drawReally })
    const strategist = await as('strategist')
    const decision = { by: 'kommunstyrelsen', on: '2023-11-15', reference: '§ 201' }
    const revised = { title: 'Bostad först', description: 'Tolv lägenheter.', decision }
    const answer = await strategist.post('/api/v1/plans/psykisk-halsa/points/7/wordings', revised)
    expect(answer.statusCode).toBe(201)
    const text = seen((await anybody.get('/psykisk-halsa/punkter/7')).body)
    expect(text).toContain('Tidigare lydelser')
    expect(text).toContain('Gällde 14 december 2020 till 14 november 2023')
    expect(text).toContain('Bostad först – modell prövad')
    expect(text).toContain('Ny lydelse beslutad av kommunstyrelsen, §')
    expect(text).toContain('Tolv lägenheter.')
  })

  test('those who lead find the ways in; others do not', async () => {
    const { as } = await world({ render: drawReally })
    const ways = {
      '/psykisk-halsa': ['/psykisk-halsa/installningar', '/psykisk-halsa/punkter/nya'],
      '/psykisk-halsa/punkter/7': ['/psykisk-halsa/punkter/7/ordalydelse'],
      '/mitt': ['/mitt/planer/ny', '/mitt/organisationer', '/psykisk-halsa/installningar'],
    }
    const strategist = await as('strategist')
    const ambassador = await as('ambassador')
    for (const [from, targets] of Object.entries(ways)) {
      const theirs = (await strategist.get(from)).body
      const others = (await ambassador.get(from)).body
      for (const target of targets) {
        expect([from, target, theirs.includes(`href="${target}"`)]).toEqual([from, target, true])
        expect([from, target, others.includes(`href="${target}"`)]).toEqual([from, target, false])
      }
    }
  })
})
