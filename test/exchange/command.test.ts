import { expect, test } from 'vitest'
import { installation, munster } from './given.ts'

const usage = ['Skriv så här: npm run import -- FIL.csv --mapping MAPPNING.json']

test.each([
  ['no file', []],
  ['no mapping', [munster.table]],
  ['a mapping without its name', [munster.table, '--mapping']],
  ['two files', [munster.table, munster.table, '--mapping', munster.mapping]],
])('told %s, the command says how it is used', async (_what, args) => {
  const { run } = await installation()
  expect(await run(...args)).toEqual({ code: 1, lines: usage })
})

test('files that are not there are named, both of them', async () => {
  const { run, rows } = await installation()
  const before = await rows()
  expect(await run('borta.csv', '--mapping', 'borta.json')).toEqual({
    code: 1,
    lines: [
      'Filen borta.csv går inte att läsa. Kontrollera namnet och mappen.',
      'Filen borta.json går inte att läsa. Kontrollera namnet och mappen.',
      'Ingenting skrevs. Rätta de 2 felen och kör importen igen.',
    ],
  })
  expect(await rows()).toEqual(before)
})

test('a mapping for another file is told by what is missing', async () => {
  const { run } = await installation()
  const { code, lines } = await run(munster.table, '--mapping', 'test/exchange/punktlista.json')
  expect(code).toBe(1)
  expect(lines[0]).toBe(
    'Kolumnen Nr finns inte i filen. Filens kolumner är: measure_id, category, title, priority, potential, current_assessment, period, period_assessment, text. Rätta columns i mappningen.',
  )
  expect(lines.at(-1)).toBe('Ingenting skrevs. Rätta de 5 felen och kör importen igen.')
})
