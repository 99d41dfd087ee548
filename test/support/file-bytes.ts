import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'

// Real files of each kind, made here so that none lies in the repository.

interface Zipped {
  name: string
  bytes: Buffer
  /** What the list says of its size, where it lies. */
  claims?: number
}

/** A zip of these files, packed. */
export function zip(files: readonly Zipped[]): Buffer {
  const places: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, bytes, claims = bytes.length } of files) {
    const packed = deflateRawSync(bytes, { level: 9 })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), common, rest, Buffer.from(name)]))
    places.push(place)
    at += place.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...places, listed, Buffer.from('PK\u0005\u0006'), end])
}

const ooxml = 'application/vnd.openxmlformats-officedocument'
const contents = (part: string, type: string): Zipped => ({
  name: '[Content_Types].xml',
  bytes: Buffer.from(
    `<?xml version="1.0"?><Types><Override PartName="${part}" ContentType="${type}"/></Types>`,
  ),
})

export const docx = (
  more: readonly Zipped[] = [],
  type = `${ooxml}.wordprocessingml.document.main+xml`,
): Buffer =>
  zip([
    contents('/word/document.xml', type),
    {
      name: 'word/document.xml',
      bytes: Buffer.from('<w:document>Inbjudan till föräldragruppen</w:document>'),
    },
    ...more,
  ])

export const xlsx = (): Buffer =>
  zip([
    contents('/xl/workbook.xml', `${ooxml}.spreadsheetml.sheet.main+xml`),
    { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') },
  ])

/** A PDF with these objects, as programs write them. */
export const pdf = (objects: readonly (string | Buffer)[] = ['<< /Type /Catalog >>'], trailer = ''): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((object, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from(`trailer\n<< /Root 1 0 R ${trailer}>>\nstartxref\n9\n%%EOF\n`),
  ])

/** Objects packed in a stream, where a search for words does not see them. */
export function packedObjects(text: string): Buffer {
  const packed = deflateSync(Buffer.from(text))
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

/** A photo as a phone takes it: noisy, lying on its side, with its maker and the place it was taken. */
export const photo = (width = 800, height = 600): Promise<Buffer> =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#446688',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Norrtaljefon' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '59/1 45/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '18/1 42/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** A picture of one colour: many pixels, few bytes. */
export const plain = (
  width: number,
  height: number,
  format: 'png' | 'webp' | 'jpeg' = 'png',
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#88aa88' }, limitInputPixels: false })
    .toFormat(format)
    .toBuffer()

/** A PNG that says it is 40 000 × 40 000 in a few hundred bytes. */
export async function pixelBomb(): Promise<Buffer> {
  const small = await plain(8, 8)
  const head = Buffer.from(small.subarray(12, 29))
  head.writeUInt32BE(40_000, 4)
  head.writeUInt32BE(40_000, 8)
  const bomb = Buffer.from(small)
  head.copy(bomb, 12)
  bomb.writeUInt32BE(crc32(head), 29)
  return bomb
}
