import { createHash } from 'node:crypto'
import { partsOf, refuseDescription, type FileLimits } from '#domain/file.ts'
import { refusedField, refuseFor } from '../http/refusal.ts'
import type { Dependencies } from '../dependencies.ts'
import { lookInto, type Content } from './content.ts'
import { dropFile, partNumbers, readPart, type FileRecord, type Finishing } from './store.ts'

/** SHA-256 over salt, line break and bytes, piece by piece, as of a free text; lower-case hex. */
export async function hashOf(
  salt: string,
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<string> {
  const hash = createHash('sha256').update(`${salt}\n`)
  for await (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

/** One after the other, whoever asks: a picture being made anew takes memory, and two at once twice as much. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

/**
 * Looks into a file whose pieces are all there and says what is to be kept of it; outside any transaction, since it takes a while. A piece or
 * a description that is missing can still come (422). A content that is not taken (422) takes the file with it: nothing of it is stored.
 */
export async function prepare(
  dependencies: Pick<Dependencies, 'db' | 'salt' | 'now'>,
  file: FileRecord,
  description: string | null,
  limits: FileLimits,
): Promise<Finishing> {
  if (description !== null || file.descriptionId === null) refuseFor(refuseDescription(description))
  const there = await dependencies.db.read((tx) => partNumbers(tx, file.id))
  if (there.length < partsOf(file.bytes)) throw refusedField('file-part-missing', 'parts')
  const bytes = Buffer.concat(await gathered(dependencies, file))
  const content = await lookInto(bytes, limits)
  if (typeof content === 'string') {
    await dependencies.db.write((tx) => dropFile(tx, file, dependencies.now()))
    throw refusedField(content, 'file')
  }
  const salt = dependencies.salt()
  const kept = content.picture?.bytes ?? bytes
  return { ...content, salt, sha256: await hashOf(salt, [kept]), description } satisfies Content & Finishing
}

/** Each piece in a short read of its own. */
async function gathered({ db }: Pick<Dependencies, 'db'>, file: FileRecord): Promise<Buffer[]> {
  const pieces: Buffer[] = []
  for (let n = 1; n <= partsOf(file.bytes); n += 1) {
    const piece = await db.read((tx) => readPart(tx, file.id, n))
    if (!piece) throw refusedField('file-part-missing', 'parts')
    pieces.push(piece)
  }
  return pieces
}
