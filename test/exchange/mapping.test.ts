import { expect, test } from 'vitest'
import { readMapping } from '../../server/exchange/read-mapping.ts'
import { bytesIn, bytesOf, flatList, goodMapping, jsonOf, munster } from './given.ts'

const { columns, rounds, statuses } = goodMapping
const without = <T extends object>(whole: T, key: keyof T) => ({ ...whole, [key]: undefined })

const found = (mapping: unknown) => {
  const read = readMapping(jsonOf(mapping))
  return 'faults' in read ? read.faults.map(({ code, facts }) => `${code} ${facts.where}`) : []
}

test.each([
  [
    'a misspelled key is both one too many and one missing',
    { ...without(goodMapping, 'columns'), colums: columns },
    ['mapping-key-missing columns', 'mapping-key-unknown colums'],
  ],
  [
    'embedded needs to know who carries on and where that stands (F11)',
    { ...goodMapping, statuses: { ...statuses, lila: { status: 'embedded' } } },
    ['mapping-key-missing statuses.lila.handover'],
  ],
  [
    'withdrawn needs its decision',
    { ...goodMapping, statuses: { ...statuses, lila: { status: 'withdrawn' } } },
    ['mapping-key-missing statuses.lila.decision'],
  ],
  [
    'a decision that a status has no use for is not dropped in silence',
    {
      ...goodMapping,
      statuses: {
        ...statuses,
        lila: { status: 'closed', decision: { by: 'KS', on: '2022-01-01', reference: '§ 1' } },
      },
    },
    ['mapping-key-unknown statuses.lila.decision'],
  ],
  [
    'two values that differ only in case mean the same',
    { ...goodMapping, statuses: { ...statuses, GUL: { status: 'closed' } } },
    ['mapping-name-twice statuses'],
  ],
  [
    'numbers with the area in front need the area’s number',
    { ...goodMapping, numbers: 'area-first' },
    ['mapping-key-missing columns.areaNumber'],
  ],
  [
    'rounds in a column have a value each',
    { ...goodMapping, rounds: rounds.with(1, { heldOn: '2021-12-31' }) },
    ['mapping-key-missing rounds[1].value'],
  ],
  [
    'several rounds need a column',
    { ...goodMapping, columns: without(columns, 'round') },
    ['mapping-key-missing columns.round'],
  ],
  [
    'a day on which things stood needs a status column',
    { ...goodMapping, columns: without(columns, 'status') },
    ['mapping-key-missing columns.status'],
  ],
  [
    'somebody is responsible',
    { ...goodMapping, columns: without(columns, 'organisation') },
    ['mapping-key-missing defaults.organisation'],
  ],
  [
    'the adoption comes first',
    { ...goodMapping, rounds: [rounds[1]!, rounds[0]!] },
    ['mapping-rounds-order rounds[1]'],
  ],
  [
    'a review day is not both held and a mere day',
    {
      ...goodMapping,
      rounds: rounds.with(1, { value: '2021', heldOn: '2021-12-31', holdsFrom: '2021-12-31' }),
    },
    ['mapping-round-kind rounds[1]'],
  ],
])('%s', (_sentence, mapping, faults) => {
  expect(found(mapping)).toEqual(faults)
})

test('what may be null and is something else is told once', () => {
  expect(found({ ...goodMapping, plan: { ...goodMapping.plan, source: 7 } })).toEqual([
    'mapping-type plan.source',
  ])
})

test('JSON that breaks off says on which line', () => {
  const at = (text: string) => {
    const read = readMapping(bytesOf(text))
    return 'faults' in read ? read.faults : []
  }
  expect(at('{\n  "plan": {,\n}')).toMatchObject([{ code: 'mapping-not-json', facts: { n: 2 } }])
  expect(at('{\n\n"plan": {')).toMatchObject([{ facts: { n: 3 } }])
})

test('a list, a word or nothing is no mapping', () => {
  for (const value of [[], 'planen', null]) expect(found(value)).toEqual(['mapping-not-object undefined'])
})

test('the mappings of the repository are read', () => {
  for (const path of [munster.mapping, flatList.mapping])
    expect(readMapping(bytesIn(path))).toHaveProperty('mapping')
  expect(found(goodMapping)).toEqual([])
})
