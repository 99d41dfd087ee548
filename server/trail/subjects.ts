import type { Tx } from '../database/database.ts'
import { namesOf, type TrailEntry } from './store.ts'

/** What the people are called whom rows are about: null for one who has been erased. */
export function subjectsIn(tx: Tx, entries: readonly TrailEntry[]): Promise<Map<number, string | null>> {
  const about = entries.filter(({ object, objectId }) => object === 'person' && objectId !== null)
  return namesOf(
    tx,
    about.map(({ objectId }) => Number(objectId)).filter((id) => Number.isSafeInteger(id)),
  )
}
