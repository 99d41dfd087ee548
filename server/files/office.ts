import type { Kind } from '#domain/file.ts'
import type { ContentReason } from './content.ts'
import { entriesOf, unpack, unpackedSize, type Entry } from './zip.ts'

const list = '[Content_Types].xml'
const longestList = 1024 * 1024
/** A small file may hold much empty paper; a large one at most this. */
const alwaysRoomFor = 32 * 1024 * 1024
const neverMoreThan = 256 * 1024 * 1024

const mainParts: [kind: Kind, type: string, part: RegExp][] = [
  ['docx', 'wordprocessingml.document.main+xml', /^\/?word\/document\d*\.xml$/],
  ['xlsx', 'spreadsheetml.sheet.main+xml', /^\/?xl\/workbook\d*\.xml$/],
]

/**
 * Whether a zip is a Word or Excel document, by its own list of contents and by what is there; or why it is not taken: another archive, one
 * with macros, one that is broken or locked, or one that unpacks to far more than it says (every entry is unpacked and counted).
 */
export async function officeKind(bytes: Buffer): Promise<Kind | ContentReason> {
  const entries = entriesOf(bytes)
  if (!entries) return 'file-broken'
  const contents = entries.find((entry) => entry.name === list)
  const types = contents && (await unpack(contents, longestList))?.toString('utf8')
  if (types === undefined) return 'file-is-archive'
  if (/macroEnabled|vbaProject/i.test(types) || entries.some(holdsMacros)) return 'file-has-macros'
  const found = mainParts.find(
    ([, type, part]) => types.includes(type) && entries.some((entry) => part.test(entry.name)),
  )
  if (!found) return 'file-is-archive'
  return (await bombIn(entries, bytes.length)) ?? found[0]
}

/** Word's and Excel's own, and the sheets of Excel's older macro language. */
const holdsMacros = ({ name }: Entry): boolean => /vba(Project|Data)|\/(macrosheets|activeX)\//i.test(name)

async function bombIn(entries: readonly Entry[], length: number): Promise<ContentReason | undefined> {
  let room = Math.min(neverMoreThan, Math.max(alwaysRoomFor, 100 * length))
  for (const entry of entries) {
    const size = await unpackedSize(entry, room)
    if (size === undefined) return 'file-broken'
    room -= size
    if (room < 0) return 'file-bomb'
  }
  return undefined
}
