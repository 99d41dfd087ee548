import { expect, test } from 'vitest'
import { inFours, matchChecksum, shortChecksum } from '#domain/checksum.ts'

const first = '1a2b3c4d5e6f'.padEnd(64, '0')
const second = 'ffff3c4d5e6f'.padEnd(64, '9')

test('a checksum is shown in fours, its first twelve signs on paper', () => {
  expect(shortChecksum(first)).toBe('1a2b\u00a03c4d\u00a05e6f')
  expect(inFours(first.slice(0, 10))).toBe('1a2b 3c4d 50'.replace('50', '5e'))
})

test.each([
  ['', 'nothing'],
  [' . ', 'nothing'],
  ['hej', 'malformed'],
  ['1a2b 3c4d 5e6g', 'malformed'],
  [`${first}0`, 'malformed'],
  ['1a2b 3c4d 5e6', 'short'],
  ['1a2b 3c4d 5e60', 'unknown'],
])('%j is %s', (typed, kind) => {
  expect(matchChecksum(typed, [first, second])).toEqual({ kind })
})

test.each(['1A2B 3C4D 5E6F', '1a2b\u00a03c4d\u00a05e6f.', '1a2b-3c4d-5e6f', first])(
  '%j finds its report',
  (typed) => {
    expect(matchChecksum(typed, [second, first])).toEqual({ kind: 'known', at: 1 })
  },
)
