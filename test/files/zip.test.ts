import { describe, expect, test } from 'vitest'
import { usualLimits } from '#domain/file.ts'
import { lookInto } from '../../server/files/content.ts'
import { openZip, unpack } from '../../server/files/zip.ts'
import { document, inOrder, placeOf, zipOf, type Written } from './zip.given.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const more = (entry: Partial<Written>): Written[] => [
  ...document,
  { name: 'word/media/a.bin', bytes: Buffer.from('åäö'.repeat(100)), ...entry },
]

/** Two entries of which the second lies whole inside the first's bytes: every name, size and checksum is right. */
function oneInsideTheOther(): Buffer {
  const inner: Written = { name: 'word/inner.bin', bytes: Buffer.alloc(2000, 'i') }
  const outer: Written = { name: 'word/outer.bin', bytes: placeOf(inner), stored: true }
  const before = Buffer.concat(document.map(placeOf))
  const outerLength = placeOf(outer).length
  return zipOf(Buffer.concat([before, placeOf(outer)]), [
    { entry: document[0]!, at: 0 },
    { entry: document[1]!, at: placeOf(document[0]!).length },
    { entry: outer, at: before.length },
    { entry: inner, at: before.length + outerLength - outer.bytes.length },
  ])
}

/** The last entry's bytes end with the list's first four, which are always the same: size and checksum are right. */
function overTheList(): Buffer {
  const short: Written = { name: 'word/last.bin', bytes: Buffer.alloc(10), stored: true }
  const long: Written = { ...short, bytes: Buffer.concat([short.bytes, Buffer.from('PK\u0001\u0002')]) }
  const before = Buffer.concat(document.map(placeOf))
  return zipOf(Buffer.concat([before, placeOf(short)]), [
    { entry: document[0]!, at: 0 },
    { entry: document[1]!, at: placeOf(document[0]!).length },
    { entry: long, at: before.length },
  ])
}

const crowd = (n: number): Written[] => [
  ...document,
  ...Array.from({ length: n - document.length }, (_, index) => ({
    name: `word/${index}`,
    bytes: Buffer.alloc(0),
    stored: true,
  })),
]

const broken: [string, () => Buffer][] = [
  ['two entries that share bytes', oneInsideTheOther],
  ['an entry that reaches into the list', overTheList],
  ['two entries of one name', () => inOrder([...document, document[1]!])],
  ['a name that leads out', () => inOrder(more({ name: '../../etc/cron.d/a' }))],
  ['one that leads out by the other stroke', () => inOrder(more({ name: 'word\\..\\..\\..\\a' }))],
  ['a name of another machine’s disk', () => inOrder(more({ name: 'C:/a' }))],
  ['a place that calls it otherwise', () => inOrder(more({ claims: { nameInPlace: 'word/media/b.bin' } }))],
  ['a locked entry', () => inOrder(more({ flags: 1 }))],
  ['a strongly locked one', () => inOrder(more({ flags: 0x41 }))],
  ['more entries than anybody writes', () => inOrder(crowd(10_001))],
  ['more entries than there are', () => inOrder(document, { count: 3 })],
  ['a size too small', () => inOrder(more({ claims: { size: 10 } }))],
  ['a size too large', () => inOrder(more({ claims: { size: 4_000_000_000 } }))],
  ['a size too large in zip64', () => inOrder(more({ zip64: true, claims: { size: 2 ** 40 } }))],
  ['another checksum', () => inOrder(more({ claims: { crc: 4711 } }))],
  ['another checksum of what is not packed', () => inOrder(more({ stored: true, claims: { crc: 4711 } }))],
]

describe('a document', () => {
  test.each(broken)('with %s is broken', async (_what, make) => {
    expect(await lookInto(make(), usualLimits)).toBe('file-broken')
  })

  test.each<[string, () => Buffer]>([
    ['as programs write it', () => inOrder(more({}))],
    ['whose entries are not packed', () => inOrder(more({ stored: true }))],
    [
      'whose names begin with a stroke',
      () => inOrder(document.slice(0, 1).concat({ ...document[1]!, name: '/word/document.xml' })),
    ],
    ['of as many entries as are taken', () => inOrder(crowd(10_000))],
    ['with sizes in zip64', () => inOrder(more({ zip64: true }))],
    ['with its list in zip64', () => inOrder(document, { zip64: true })],
    [
      'whose list has another order than its places',
      () => {
        const [first, second] = document as [Written, Written]
        const places = [placeOf(second), placeOf(first)]
        const listed = [
          { entry: first, at: places[0]!.length },
          { entry: second, at: 0 },
        ]
        return zipOf(Buffer.concat(places), listed)
      },
    ],
  ])('%s is taken', async (_what, make) => {
    expect(await lookInto(make(), usualLimits)).toMatchObject({ type: docx })
  })

  test('that says nothing of how much it holds is called a bomb, not broken', async () => {
    const bytes = Buffer.alloc(33 * 1024 * 1024)
    for (const size of [10, bytes.length]) {
      const bomb = inOrder(more({ bytes, claims: { size } }))
      expect(await lookInto(bomb, usualLimits), String(size)).toBe('file-bomb')
    }
  })

  test('of any one byte changed is taken or refused, and nothing falls over', async () => {
    const whole = inOrder(more({ bytes: Buffer.from('x') }))
    const reasons = new Set<unknown>()
    for (let at = 4; at < whole.length; at += 1)
      for (const value of [0, 0xff]) {
        const changed = Buffer.from(whole)
        changed[at] = value
        const found = await lookInto(changed, usualLimits)
        reasons.add(typeof found === 'string' ? found : found.type)
      }
    expect([...reasons].sort()).toEqual([docx, 'file-broken', 'file-is-archive'])
  })
})

describe('what is unpacked', () => {
  test('is as it was packed, at most so many bytes', async () => {
    const zip = (await openZip(inOrder(more({}))))!
    const { entry } = zip.entries.at(-1)!
    const bytes = Buffer.from('åäö'.repeat(100))
    expect(await unpack(zip, entry, bytes.length)).toEqual(bytes)
    expect(await unpack(zip, entry, bytes.length - 1)).toBeUndefined()
  })
})
