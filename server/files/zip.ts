import { crc32 } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, validateFileName, type Entry, type ZipFile } from 'yauzl'

const mostEntries = 10_000

/** A zip whose list has been read and held against what lies in it. Nothing of it is unpacked yet. */
export interface Zip {
  file: ZipFile
  entries: readonly { name: string; entry: Entry }[]
}

/**
 * What a zip holds, by the list at its end and what stands at each place, in the list's order; undefined for one that is cut off, locked,
 * has too many entries or two of one name, names a place outside of it, lies about its places or lets two entries share their bytes (how
 * the small zips that unpack to millions of gigabytes are made).
 */
export async function openZip(bytes: Buffer): Promise<Zip | undefined> {
  try {
    // Sizes are counted here: a stream that refuses what is longer than it says could not be told from a broken one.
    const file = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false })
    if (file.entryCount > mostEntries) return undefined
    // The types call it a boolean; before the first entry it is where the list begins.
    const listed = Number(file.readEntryCursor)
    const entries: { name: string; entry: Entry }[] = []
    for await (const entry of file.eachEntry()) entries.push({ name: nameOf(entry), entry })
    if (new Set(entries.map(({ name }) => name)).size < entries.length) return undefined
    const apart = await liesApart(
      file,
      entries.map(({ entry }) => entry),
      listed,
    )
    return apart ? { file, entries } : undefined
  } catch {
    return undefined
  }
}

/** The name as readers take it, without the stroke some programs begin it with; throws for one that leads out of the zip. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).replace(/^\//, '')
  const fault = validateFileName(name)
  if (fault) throw new Error(fault)
  return name
}

/** Whether every entry is one we can read, stands where the list says, and shares no byte with another or with the list. */
async function liesApart(file: ZipFile, entries: readonly Entry[], listed: number): Promise<boolean> {
  const inPlace = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let free = 0
  for (const entry of inPlace) {
    if (!entry.canDecodeFileData() || entry.relativeOffsetOfLocalHeader < free) return false
    const place = await file.readLocalFileHeaderPromise(entry)
    const same =
      place.fileName.equals(entry.fileNameRaw) && place.compressionMethod === entry.compressionMethod
    if (!same) return false
    free = place.fileDataStart + entry.compressedSize
  }
  return free <= listed
}

/**
 * How many bytes an entry really unpacks to, whatever it says itself; counting stops beyond `most`. Each piece is given to `take` and not
 * kept. Undefined when it can not be unpacked, or – counted to its end – is not what its size and checksum say.
 */
export async function countUnpacked(
  { file }: Zip,
  entry: Entry,
  most: number,
  take: (piece: Buffer) => void = () => undefined,
): Promise<number | undefined> {
  let [size, sum] = [0, 0]
  try {
    for await (const piece of (await file.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > most) return size
      sum = crc32(piece, sum)
      take(piece)
    }
  } catch {
    return undefined
  }
  return size === entry.uncompressedSize && sum === entry.crc32 ? size : undefined
}

/** An entry's own bytes, at most so many; undefined when there are more, or it can not be unpacked. */
export async function unpack(zip: Zip, entry: Entry, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  const size = await countUnpacked(zip, entry, most, (piece) => pieces.push(piece))
  return size === undefined || size > most ? undefined : Buffer.concat(pieces)
}
