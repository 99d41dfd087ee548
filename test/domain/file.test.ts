import { describe, expect, test } from 'vitest'
import {
  mostFiles,
  nameFor,
  partBytes,
  partsOf,
  refuseDescription,
  refuseFile,
  sizeOfPart,
  usualLimits,
} from '#domain/file.ts'

const codes = (name: string, bytes = 10) => refuseFile({ name, bytes }, usualLimits).map(({ code }) => code)

describe('a file before it is sent', () => {
  test.each([
    ['', 'file-name-missing'],
    ['..', 'file-name-missing'],
    ['a/b.pdf', 'file-name-path'],
    ['..\\b.pdf', 'file-name-path'],
    ['a\u0000.pdf', 'file-name-unseen'],
    ['a\u200fb.pdf', 'file-name-unseen'],
    ['a\u2066b.pdf', 'file-name-unseen'],
    ['a\u200bb.pdf', 'file-name-unseen'],
    ['a\u00adb.pdf', 'file-name-unseen'],
    ['a\u2028b.pdf', 'file-name-unseen'],
    ['å'.repeat(121), 'file-name-too-long'],
  ])('%j is no name', (name, code) => {
    expect(codes(name)).toEqual([code])
  })

  test('a name may be in any language and hold what names hold', () => {
    for (const name of [
      'Årsrapport (1) & bilaga.pdf',
      'תוכנית.pdf',
      'план.docx',
      'IMG 1.JPG',
      'å'.repeat(120),
    ])
      expect(codes(name)).toEqual([])
  })

  test('it has at least one byte and at most what is taken', () => {
    const { bytes } = usualLimits
    expect([codes('a', 0), codes('a', 1), codes('a', bytes), codes('a', bytes + 1)]).toEqual([
      ['file-empty'],
      [],
      [],
      ['file-too-large'],
    ])
  })

  test('it is described in words, not too many', () => {
    expect(refuseDescription('  ').map(({ code }) => code)).toEqual(['file-description-missing'])
    expect(refuseDescription('ö'.repeat(300))).toEqual([])
    expect(refuseDescription('ö'.repeat(301)).map(({ code }) => code)).toEqual(['file-description-too-long'])
  })
})

describe('its pieces', () => {
  test('are as many as it takes, all but the last of one size, and add up to it', () => {
    for (const bytes of [1, partBytes - 1, partBytes, partBytes + 1, 20 * 1024 * 1024]) {
      const sizes = Array.from({ length: partsOf(bytes) }, (_none, at) => sizeOfPart(bytes, at + 1))
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes)
      expect(sizes.slice(0, -1).every((size) => size === partBytes)).toBe(true)
      expect(sizes.at(-1)).toBeGreaterThan(0)
    }
  })

  test('no other number has a size', () => {
    for (const n of [0, -1, 3, 1.5, Number.NaN]) expect(sizeOfPart(2 * partBytes, n)).toBe(0)
  })
})

test.each([
  ['IMG_1.JPG', 'image/webp', 'IMG_1.webp'],
  ['bild.webp', 'image/webp', 'bild.webp'],
  ['plan.pdf.exe', 'application/pdf', 'plan.pdf.exe.pdf'],
  ['plan.docx', 'application/pdf', 'plan.pdf'],
  ['plan', 'application/pdf', 'plan.pdf'],
  ['foto.jpeg', 'image/jpeg', 'foto.jpeg'],
  ['1.2 mål', 'application/pdf', '1.2 mål.pdf'],
])('%s with the content of %s is saved as %s', (name, type, saved) => {
  expect(nameFor(name, type)).toBe(saved)
})

test('an activity carries at most three files', () => {
  expect(mostFiles).toBe(3)
})
