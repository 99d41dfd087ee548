import type { Kind, ContentReason } from '#domain/file.ts'
import { countUnpacked, openZip, unpack, type Zip } from './zip.ts'

const list = '[Content_Types].xml'
const longestList = 1024 * 1024
/** A small file may hold much empty paper; a large one at most this. */
const alwaysRoomFor = 32 * 1024 * 1024
const neverMoreThan = 256 * 1024 * 1024

const mainParts: [kind: Kind, type: string, part: RegExp][] = [
  ['docx', 'wordprocessingml.document.main+xml', /^word\/document\d*\.xml$/],
  ['xlsx', 'spreadsheetml.sheet.main+xml', /^xl\/workbook\d*\.xml$/],
]

/**
 * Whether a zip is a Word or Excel document, by its own list of contents and by what is there; or why it is not taken: another archive, one
 * with macros, one that is broken or locked, or one that unpacks to far more than it says (every entry is unpacked and counted).
 */
export async function officeKind(bytes: Buffer): Promise<Kind | ContentReason> {
  const zip = await openZip(bytes)
  if (!zip) return 'file-broken'
  const { entries } = zip
  const contents = entries.find(({ name }) => name === list)
  const types = contents && (await unpack(zip, contents.entry, longestList))?.toString('utf8')
  if (types === undefined) return 'file-is-archive'
  if (/macroEnabled|vbaProject/i.test(types) || entries.some(({ name }) => macros.test(name)))
    return 'file-has-macros'
  const found = mainParts.find(
    ([, type, part]) => types.includes(type) && entries.some(({ name }) => part.test(name)),
  )
  if (!found) return 'file-is-archive'
  return (await bombIn(zip, bytes.length)) ?? found[0]
}

/** Word's and Excel's own, and the sheets of Excel's older macro language. */
const macros = /vba(Project|Data)|(^|\/)(macrosheets|activeX)\//i

async function bombIn(zip: Zip, length: number): Promise<ContentReason | undefined> {
  let room = Math.min(neverMoreThan, Math.max(alwaysRoomFor, 100 * length))
  for (const { entry } of zip.entries) {
    const size = await countUnpacked(zip, entry, room)
    if (size === undefined) return 'file-broken'
    room -= size
    if (room < 0) return 'file-bomb'
  }
  return undefined
}
