import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNumbers, refuseNumber } from '#domain/number.ts'
import { told } from './given.ts'

describe('the number of a point', () => {
  test.each(['a/b', 'a\\b', '7?', '#7', '50%', '.', '..', ' 7', '7 ', '7\n8', '7\u0000'])(
    '%j is refused',
    (number) => {
      expect(told(refuseNumber(number))).toEqual(['number-malformed number'])
    },
  )

  test('is not empty and has at most 20 characters', () => {
    expect(told(refuseNumber(' '))).toEqual(['number-missing number'])
    expect(told(refuseNumber('1'.repeat(21)))).toEqual(['number-too-long number'])
  })

  test.each(['7', '3.4', '7.10', 'Ü1', 'B5+6', 'Üneu2', 'A 3', '12b'])('%j is one', (number) => {
    expect(refuseNumber(number)).toEqual([])
  })
})

describe('the order of numbers', () => {
  test.each([
    [
      ['10', '2', '1'],
      ['1', '2', '10'],
    ],
    [
      ['3.10', '3.4', '3', '10.1', '3.4.1'],
      ['3', '3.4', '3.4.1', '3.10', '10.1'],
    ],
    [
      ['Üneu1', 'Ü10', 'Ü2', 'Ü1'],
      ['Ü1', 'Ü2', 'Ü10', 'Üneu1'],
    ],
    [
      ['B10', 'B5+6', 'B5', 'A11', 'B6'],
      ['A11', 'B5', 'B5+6', 'B6', 'B10'],
    ],
    [
      ['ö1', 'ä1', 'å1', 'z1', 'Å2', '1'],
      ['1', 'z1', 'å1', 'Å2', 'ä1', 'ö1'],
    ],
    [
      ['7b', '7', '7a', '07'],
      ['07', '7', '7a', '7b'],
    ],
  ])('%j becomes %j', (numbers, ordered) => {
    expect([...numbers].sort(compareNumbers)).toEqual(ordered)
  })

  test('is one order: of any three numbers it never goes in a circle, and only equal ones are equal', () => {
    const number = fc.string({ unit: fc.constantFrom(...'0129.aAöÜ+ '), maxLength: 20 })
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(Math.sign(compareNumbers(a, b))).toBe(-Math.sign(compareNumbers(b, a)) + 0)
        expect(compareNumbers(a, b) === 0).toBe(a === b)
        if (compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0) {
          expect(compareNumbers(a, c)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
