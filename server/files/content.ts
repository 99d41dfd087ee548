import { kindOf, kinds, type FileLimits, type Kind, type ContentReason } from '#domain/file.ts'
import { officeKind } from './office.ts'
import { pdfTrouble } from './pdf.ts'
import { makeAnew, type Picture } from './pictures.ts'

/** What is kept of a file: a document as it came, a picture made anew. */
export type Content = { type: string; picture?: Picture }

/** What a file is by its content, whatever it is called, and what is kept of it (A09); or why nothing is. */
export async function lookInto(bytes: Buffer, limits: FileLimits): Promise<Content | ContentReason> {
  const kind = await kindIn(bytes)
  if (!isKind(kind)) return kind
  if (!limits.kinds.includes(kind)) return 'file-kind-unknown'
  if (!kinds[kind].picture) return { type: kinds[kind].type }
  const picture = await makeAnew(bytes)
  return typeof picture === 'string' ? picture : { type: picture.type, picture }
}

const isKind = (found: Kind | ContentReason): found is Kind => Object.hasOwn(kinds, found)

async function kindIn(bytes: Buffer): Promise<Kind | ContentReason> {
  const { fileTypeFromBuffer } = await import('file-type')
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return officeKind(bytes)
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  // An animated picture: its first frame is kept.
  const kind = found?.mime === 'image/apng' ? 'png' : kindOf(found?.mime ?? '')
  if (kind === 'pdf') return (await pdfTrouble(bytes)) ?? kind
  if (kind) return kind
  if (found?.ext === 'cfb') return 'file-is-old-office'
  return isMarkup(bytes)
    ? 'file-is-code'
    : archives.has(found?.ext ?? '')
      ? 'file-is-archive'
      : 'file-kind-unknown'
}

/** HTML, SVG and other XML begin with `<`, after blanks or a mark of their encoding. */
const isMarkup = (bytes: Buffer): boolean =>
  /^(\u00ef\u00bb\u00bf|[\u00fe\u00ff]{2})?[\s\0]*</.test(bytes.subarray(0, 1024).toString('latin1'))

const archives = new Set([
  'zip',
  'rar',
  '7z',
  'gz',
  'bz2',
  'xz',
  'tar',
  'zst',
  'lz4',
  'cab',
  'ar',
  'epub',
  'jar',
  'odt',
  'ods',
])
