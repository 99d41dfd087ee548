import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { citations } from './support/citations.ts'

const root = join(import.meta.dirname, '..')
const list = readFileSync(join(root, 'docs/requirements.md'), 'utf8')

/** The rows of the list: number, what is asked for, how it stands, where it is tested. */
const rows = [...list.matchAll(/^\| ([A-Z]\d{2}b?) \| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(
  ([, number, what, state, tested]) => ({ number: number!, what: what!, state: state!, tested: tested! }),
)

const through = (letter: string, ...numbers: [from: number, to: number][]) =>
  numbers.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${letter}${String(from + index).padStart(2, '0')}`),
  )
const every = [
  ...through('F', [1, 8], [10, 27], [30, 36], [40, 45]),
  ...through('A', [1, 18]),
  ...['P01b', ...through('P', [1, 20])],
  ...through('T', [1, 10]),
  ...through('S', [1, 14]),
  ...through('O', [1, 9]),
  ...through('K', [1, 13]),
  ...through('L', [1, 9]),
  ...through('M', [1, 2]),
  ...through('N', [1, 5]),
  ...through('B', [1, 5]),
  ...through('V', [1, 9]),
  ...through('X', [1, 5]),
  ...through('R', [1, 7]),
]

describe('the list of requirements', () => {
  const cited = citations()
  const built = rows.filter(({ state }) => state === 'built' || state.startsWith('built:'))

  test('has every number once', () => {
    expect(rows.map(({ number }) => number).toSorted()).toEqual(every.toSorted())
  })

  test('says of each whether it must, should or delights, and how it stands: what is not built says what is missing', () => {
    const odd = rows.filter(
      ({ what, state }) =>
        !/^(MUST|SHOULD|DELIGHT) ./.test(what) ||
        !/^(built$|built: .|part: .|not yet$|not yet: .)/.test(state),
    )
    expect(odd).toEqual([])
  })

  test('counts itself right', () => {
    const count = (kind: string, must = '') =>
      rows.filter(({ what, state }) => state.startsWith(kind) && what.startsWith(must)).length
    const told = (must?: string) => [count('built', must), count('part', must), count('not yet', must)]
    const [built, part, notYet] = told()
    const [mustBuilt, mustPart, mustNot] = told('MUST')
    expect(list).toContain(
      `Of ${rows.length} numbers ${built} are built, ${part} in part, ${notYet} not yet;`,
    )
    expect(list).toContain(`of the ${count('', 'MUST')} MUST ${mustBuilt}, ${mustPart} and ${mustNot}.`)
  })

  test('knows every number that a comment or the name of a test cites', () => {
    expect([...cited].filter(([number]) => !every.includes(number))).toEqual([])
  })

  test('calls nothing built that no comment and no test cites', () => {
    expect(built.map(({ number }) => number).filter((number) => !cited.has(number))).toEqual([])
  })

  test('names the tests of what is built, and they are there', () => {
    const named = rows.map(({ number, tested }) => ({
      number,
      files: tested.match(/[\w/.-]+\.test\.ts/g) ?? [],
    }))
    const absent = named.flatMap(({ number, files }) =>
      files.filter((file) => !existsSync(join(root, 'test', file))).map((file) => `${number}: ${file}`),
    )
    expect(absent).toEqual([])
    expect(built.filter(({ tested }) => !tested.includes('.test.ts')).map(({ number }) => number)).toEqual([])
  })
})
