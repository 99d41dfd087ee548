import type { Reading, TrailFields } from '#domain/trail.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Viewer } from '../http/viewer.ts'
import { recordRead } from './store.ts'

/** A list or file that showed others' personal data: which, in which plan (null: none), and how many people it told of. */
export interface Read {
  list: Reading
  planId: number | null
  count: number
  object?: string
  objectId?: string
  fields?: TrailFields
}

/**
 * Leaves a row for having read others' personal data (S03), in a transaction of its own: call it after the reading, before what was read is
 * handed over – what could not be recorded is not shown. Raises no revision. A page says it by `reading` in its loader's answer.
 */
export async function recordReading(
  dependencies: Pick<Dependencies, 'db' | 'now'>,
  viewer: Pick<Viewer, 'personId'> | undefined,
  read: Read,
): Promise<void> {
  await dependencies.db.write((tx) =>
    recordRead(tx, { personId: viewer?.personId ?? null, ...read }, dependencies.now()),
  )
}
