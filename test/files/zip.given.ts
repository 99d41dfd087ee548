import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as it is written: what its list and its place say can be told apart from what lies there. */
export interface Written {
  name: string
  bytes: Buffer
  /** As it stands, not deflated. */
  stored?: boolean
  flags?: number
  claims?: { size?: number; crc?: number; nameInPlace?: string }
  /** Sizes stand in the zip64 field. */
  zip64?: boolean
}

const numbers = (...all: [bits: 16 | 32 | 64, value: number][]): Buffer =>
  Buffer.concat(
    all.map(([bits, value]) => {
      const written = Buffer.alloc(bits / 8)
      if (bits === 64) written.writeBigUInt64LE(BigInt(value))
      else if (bits === 32) written.writeUInt32LE(value)
      else written.writeUInt16LE(value)
      return written
    }),
  )

const deflated = new WeakMap<Buffer, Buffer>()

/** The bytes as they lie there; packed once, since both list and place ask. */
function packed({ bytes, stored }: Written): Buffer {
  if (stored) return bytes
  const known = deflated.get(bytes) ?? deflateRawSync(bytes)
  deflated.set(bytes, known)
  return known
}

/** What stands the same in the list and at the place, from the version needed to the length of the name. */
function common(entry: Written, name: string): Buffer {
  const { bytes, stored, flags = 0, claims, zip64 } = entry
  const size = (value: number) => (zip64 ? 0xffffffff : value)
  return numbers(
    [16, zip64 ? 45 : 20],
    [16, flags],
    [16, stored ? 0 : 8],
    [32, 0],
    [32, claims?.crc ?? crc32(bytes)],
    [32, size(packed(entry).length)],
    [32, size(claims?.size ?? bytes.length)],
    [16, Buffer.byteLength(name)],
  )
}

const extraOf = (entry: Written): Buffer =>
  entry.zip64
    ? numbers([16, 1], [16, 16], [64, entry.claims?.size ?? entry.bytes.length], [64, packed(entry).length])
    : Buffer.alloc(0)

/** An entry at its place: header and bytes. */
export function placeOf(entry: Written): Buffer {
  const name = entry.claims?.nameInPlace ?? entry.name
  const extra = extraOf(entry)
  const head = [Buffer.from('PK\u0003\u0004'), common(entry, name), numbers([16, extra.length])]
  return Buffer.concat([...head, Buffer.from(name), extra, packed(entry)])
}

/** A zip whose list says these entries stand at these places. */
export function zipOf(
  body: Buffer,
  listed: readonly { entry: Written; at: number }[],
  { count = listed.length, zip64 = false } = {},
): Buffer {
  const list = Buffer.concat(
    listed.map(({ entry, at }) => {
      const extra = extraOf(entry)
      const tail = numbers([16, extra.length], [16, 0], [16, 0], [16, 0], [32, 0], [32, at])
      const head = [Buffer.from('PK\u0001\u0002\u0014\0'), common(entry, entry.name), tail]
      return Buffer.concat([...head, Buffer.from(entry.name), extra])
    }),
  )
  const end64 = Buffer.concat([
    Buffer.from('PK\u0006\u0006'),
    numbers([64, 44], [16, 45], [16, 45], [32, 0], [32, 0], [64, count], [64, count]),
    numbers([64, list.length], [64, body.length]),
    Buffer.from('PK\u0006\u0007'),
    numbers([32, 0], [64, body.length + list.length], [32, 1]),
  ])
  const [n, length, at] = zip64 ? [0xffff, 0xffffffff, 0xffffffff] : [count, list.length, body.length]
  const end = numbers([16, 0], [16, 0], [16, n], [16, n], [32, length], [32, at], [16, 0])
  return Buffer.concat([body, list, ...(zip64 ? [end64] : []), Buffer.from('PK\u0005\u0006'), end])
}

/** A zip of these, one after the other, as programs write it. */
export function inOrder(entries: readonly Written[], how?: { count?: number; zip64?: boolean }): Buffer {
  const places = entries.map(placeOf)
  let at = 0
  const listed = entries.map((entry, index) => {
    const here = { entry, at }
    at += places[index]!.length
    return here
  })
  return zipOf(Buffer.concat(places), listed, how)
}

const text = (name: string, content: string): Written => ({ name, bytes: Buffer.from(content) })

/** What makes a zip a Word document. */
export const document: readonly Written[] = [
  text(
    '[Content_Types].xml',
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  text('word/document.xml', '<w:document>Inbjudan till föräldragruppen</w:document>'),
]
