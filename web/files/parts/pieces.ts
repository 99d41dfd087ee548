import { partBytes, partsOf } from '#domain/file.ts'
import type { FileState } from '../../../server/files/schema.ts'
import { beginFile, fileState, sendPart } from '../../api.ts'
import type { RequestOptions, Outcome } from '../../client.ts'

/** A file on its way: what it is called, its bytes, and its number once it has been begun. `key` stands for its beginning alone. */
export type OnItsWay = { bytes: Blob; name: string; key: string; id?: number }

/**
 * Sends what is still missing of a file, piece by piece, and tells how many bytes are there. After a lost network the same once more goes on
 * where it was: the server tells which pieces it has. Gives the file's number when every piece is there.
 */
export async function sendPieces(
  slug: string,
  file: OnItsWay,
  options: Omit<RequestOptions, 'key'>,
  tell: (sent: number) => void,
): Promise<Outcome<number>> {
  const asked = { ...options, key: file.key }
  const { bytes, name } = file
  const begun: Outcome<FileState> =
    file.id === undefined
      ? await beginFile(slug, { name, bytes: bytes.size }, asked)
      : await fileState(slug, file.id, asked)
  if (begun.kind !== 'done') return begun
  const { id, parts, finished } = begun.value
  file.id = id
  const there = new Set(finished ? numbersOf(bytes) : parts)
  const told = () => tell(Math.min(bytes.size, there.size * partBytes))
  told()
  for (const n of numbersOf(bytes).filter((one) => !there.has(one))) {
    const piece = bytes.slice((n - 1) * partBytes, n * partBytes)
    const sent = await sendPart(slug, id, n, piece, asked)
    if (sent.kind !== 'done') return sent
    there.add(n)
    told()
  }
  return { kind: 'done', value: id }
}

const numbersOf = ({ size }: Blob): number[] => Array.from({ length: partsOf(size) }, (_none, at) => at + 1)
