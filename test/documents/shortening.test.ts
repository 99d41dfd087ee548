import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalText, withLegalText } from '../../server/reports/legal-text.ts'
import { clipped, linesOf, rowsWithin, withinRoom } from '../../server/reports/shortening.ts'
import { tallyLayout } from '../../server/reports/tally-layout.ts'

describe('as many of each group as there is room for', () => {
  test.each([
    [[4, 1, 2], 7, [4, 1, 2]],
    [[4, 1, 2], 6, [2, 1, 2]],
    [[5, 6, 8, 6], 13, [5, 3, 1, 1]],
    [[54], 3, [2]],
    [[2], 1, [0]],
    [[], 5, []],
  ])('%j in %i lines: %j', (groups, room, shown) => expect(withinRoom(groups, room)).toEqual(shown))

  test('never more lines than there are, never more than there is', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
        fc.nat(30),
        (groups, room) => {
          const shown = withinRoom(groups, room)
          const lines = shown.map((some, at) => (some === 0 ? 0 : some + (some < groups[at]! ? 1 : 0)))
          expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(room)
          for (const [at, some] of shown.entries()) expect(some).toBeLessThanOrEqual(groups[at]!)
        },
      ),
    ))
})

test('rows that fit, with room for the one that counts the rest', () => {
  expect(rowsWithin([1, 1, 1], 3, 1)).toBe(3)
  expect(rowsWithin([1, 1, 1, 1], 3, 1)).toBe(2)
  expect(rowsWithin([], 3, 1)).toBe(0)
})

describe('a text on so many lines', () => {
  test('is left alone when it fits, else cut after a word', () => {
    expect(clipped('Kort text', 1, 5, 14)).toBe('Kort text')
    expect(clipped('Ofrivillig ensamhet bland äldre – uppsökande verksamhet', 1, 3.2, 14)).toBe(
      'Ofrivillig ensamhet bland …',
    )
  })

  test('always fits afterwards, also where one word is longer than the line', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 1, max: 4 }), (text, lines) => {
        expect(linesOf(clipped(text, lines, 3, 14), 3, 14)).toBeLessThanOrEqual(lines)
      }),
    ))
})

test('a text keeps what XML can hold, and nothing else', () => {
  expect(legalText('å\u0000ä\u0008ö\ud83d 🌻\tb\nc\ufffe')).toBe('åäö 🌻\tb\nc')
  expect(withLegalText({ a: ['\u0001x', { b: '\u0002y' }], c: 1, d: null, e: undefined })).toEqual({
    a: ['x', { b: 'y' }],
    c: 1,
    d: null,
    e: undefined,
  })
})

test('the tally stays within its width, one row or two, and no cell lies on another', () => {
  const groups = (sizes: number[]) =>
    sizes.map((size, at) => ({
      status: 'closed' as const,
      label: at % 2 ? 'inarbetade i ordinarie verksamhet' : 'vilande',
      cells: Array.from({ length: size }, (_, index) => ({ number: `${at}${index}`, title: '' })),
    }))
  for (const sizes of [[7, 11, 5, 1, 1], [54], [17, 37], [1, 1, 1, 1, 1, 1, 1], [25]]) {
    const laid = tallyLayout(groups(sizes), { width: 12, widest: 0.5, letter: 0.115 })
    expect(laid.cells).toHaveLength(sizes.reduce((sum, size) => sum + size, 0))
    for (const { x } of laid.cells) expect(x + laid.cell.width).toBeLessThanOrEqual(12.001)
    expect(new Set(laid.cells.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(
      laid.cells.length,
    )
    expect(new Set(laid.cells.map(({ y }) => y)).size).toBe(
      sizes.reduce((sum, size) => sum + size, 0) > 40 ? 2 : 1,
    )
  }
})
