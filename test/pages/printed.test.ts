import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { latestOf, plan, update } from '../api/given.ts'
import { reading } from './given.ts'

const address = '/psykisk-halsa/kontrollera'
const report = '/psykisk-halsa/avstamningar/2023-ht'
const asked = (summa: string) => `${address}?${String(new URLSearchParams({ summa }))}`

describe('a printed page is matched with its locked report', () => {
  test('by the checksum at its foot, typed as it stands there', async () => {
    const { read } = await reading()
    const foot = (await read(report)).text
    const [, summa] = /Kontrollsumma ([0-9a-f ]{14})\./.exec(foot)!
    expect(foot).toMatch(/Jämför den på [\w.:]+\/psykisk-halsa\/kontrollera\./)
    const { text, html } = await read(asked(summa!))
    expect(text).toContain('Kontrollsumman hör till rapporten från hösten 2023')
    expect(text).toContain('Då var 18 av 25 punkter slutförda.')
    expect(text).toContain('Inget har rättats sedan dess.')
    expect(html).toContain(`href="${report}"`)
  })

  test.each([
    ['0000 0000 0000', 'Ingen låst rapport har den kontrollsumman'],
    ['0000', 'Kontrollsumman är för kort'],
    ['<b>hej</b>', 'Det där är ingen kontrollsumma'],
  ])('%j belongs to none, and the page says why', async (typed, title) => {
    const { read } = await reading()
    const { text, html, status } = await read(asked(typed))
    expect(status).toBe(200)
    expect(text).toContain(title)
    expect(html).not.toContain('<b>hej')
  })

  test('says what was corrected since, and lists corrections and remarks by day beside their report', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const mistaken = await latestOf(strategist, '18')
    const { holdsFrom: _, ...claim } = update({
      outlook: 'late',
      reason: 'Tre tjänster är vakanta.',
      basedOn: mistaken,
    })
    expect((await strategist.post(`${plan}/updates/${mistaken}/corrections`, claim)).statusCode).toBe(201)
    const remark = { text: 'Siffran för deltagare är räknad två gånger.', point: '5' }
    expect((await strategist.post(`${plan}/reviews/2023-ht/remarks`, remark)).statusCode).toBe(201)
    const { hash } = (await all.anybody.get(`${plan}/reviews/2023-ht`)).json() as { hash: string }
    const { text } = await all.read(asked(hash))
    expect(text).toContain('Två rättelser har skrivits bredvid rapporten sedan dess.')
    expect(text).toContain('20 november 2023 Hösten 2023, 18 Första linjens psykiska hälsa')
    expect(text).toContain('Siffran för deltagare är räknad två gånger.')
  })

  test('what it says of the checksum is true: anybody can compute the whole chain', async () => {
    const { anybody, read } = await reading()
    const { html } = await read(address)
    let previous = ''
    for (const term of ['2021-vt', '2021-ht', '2022-vt', '2022-ht', '2023-vt', '2023-ht']) {
      const told = (await anybody.get(`${plan}/reviews/${term}`)).json() as Record<
        'hash' | 'previousHash' | 'snapshot',
        string
      >
      expect(told.previousHash).toBe(previous)
      expect(createHash('sha256').update(`${previous}\n${told.snapshot}`).digest('hex')).toBe(told.hash)
      expect(html).toContain(told.hash.replace(/(.{4})(?=.)/g, '$1 '))
      previous = told.hash
    }
  })
})
