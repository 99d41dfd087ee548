import type { Database } from '../database/database.ts'
import { csvLines, swedishCsv } from '../exchange/csv.ts'
import { subjectsIn } from './subjects.ts'
import { listTrail, type TrailEntry, type TrailWanted } from './store.ts'
import { fieldsInFile, sentenceOf, whoOf, type Teller } from './telling.ts'

const onePiece = 1000

/**
 * The trail as CSV, the newest first, piece by piece, so that memory stays flat however long it has grown. Pieces are sought by key: a row
 * that is written meanwhile is newer than all of them.
 */
export async function* trailFile(
  db: Database,
  wanted: TrailWanted,
  teller: Omit<Teller, 'names'>,
): AsyncGenerator<string> {
  const { csv } = teller.words.trail
  yield swedishCsv(
    Object.values(csv).map((head) => teller.say(head)),
    [],
  )
  let before = wanted.before
  for (;;) {
    const piece = { ...wanted, ...(before !== undefined && { before }) }
    const { entries, names } = await db.read(async (tx) => {
      const found = await listTrail(tx, piece, onePiece)
      return { entries: found, names: await subjectsIn(tx, found) }
    })
    yield csvLines(entries.map((entry) => lineOf(entry, { ...teller, names })))
    if (entries.length < onePiece) return
    before = entries.at(-1)!.id
  }
}

function lineOf(entry: TrailEntry, teller: Teller): string[] {
  return [
    entry.at,
    entry.person ? String(entry.person.id) : '',
    whoOf(entry, teller),
    entry.kind,
    entry.deed,
    sentenceOf(entry, teller).join(''),
    entry.object ?? '',
    entry.objectId ?? '',
    fieldsInFile(entry.fields),
    entry.count === null ? '' : String(entry.count),
  ]
}
