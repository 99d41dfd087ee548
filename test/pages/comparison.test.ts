import { describe, expect, test } from 'vitest'
import { reading } from './given.ts'

const address = '/psykisk-halsa/jamfor'

describe('the comparison of two days', () => {
  test('says what it cannot compare, and offers the choice again', async () => {
    const { read } = await reading()
    const { status, text, html } = await read(`${address}?fran=2023-ht&till=2022-ht`)
    expect(status).toBe(200)
    expect(text).toContain('Välj en avstämning som är tidigare än den du jämför med.')
    expect(html).toContain('<select')
  })

  test('says in a sentence how much has changed, and tells each kind of completion apart', async () => {
    const { read } = await reading()
    const { text } = await read(`${address}?fran=2023-vt&till=2023-ht`)
    expect(text).toContain('9 av 25 punkter har ändrats.')
    expect(text).toContain('Slutförda: 14 av 25 den 16 maj 2023, 18 av 25 den 14 november 2023.')
    expect(text).toContain('4 nya inarbetade')
    expect(text).toContain('2 har halkat efter')
    expect(text).toMatch(/Först 31 december 2023, flyttat en gång\./)
  })

  test('says that the organisations do not add up, with the number from the count', async () => {
    const { read, anybody } = await reading()
    const { items } = (await anybody.get('/api/v1/plans/psykisk-halsa/points')).json() as {
      items: { lead: { code: string }; takesPart: { code: string }[] }[]
    }
    const addedUp = items.reduce(
      (sum, { lead, takesPart }) => sum + new Set([lead.code, ...takesPart.map(({ code }) => code)]).size,
      0,
    )
    const { text } = await read(`${address}?fran=2021-vt&till=nu`)
    expect(text).toContain(`organisationernas punkter tillsammans ${addedUp}, inte 25.`)
    const some = await read(`${address}?fran=2021-vt&till=nu&organisation=soc`)
    expect(some.text).toContain('Här visas punkterna som organisationen eller nämnden ansvarar för')
  })

  test('is reached from the report and from the list, and speaks English', async () => {
    const { read } = await reading()
    expect((await read('/psykisk-halsa/avstamningar')).html).toContain(`href="${address}"`)
    expect((await read('/psykisk-halsa/avstamningar/2023-ht')).html).toContain(`${address}?fran=2023-ht`)
    const { text } = await read(`/en${address}?fran=2023-vt&till=2023-ht`)
    expect(text).toContain('9 of 25 points have changed.')
  })
})
