import type { TrailFields } from '#domain/trail.ts'

/** Who does something: a person by id, with the function and organisation that readers see instead of a name (A08). */
export interface Actor {
  personId: number
  function: string
  organisationId: number | null
}

/** What the trail's row of a change says besides what was asked for (trail/note.ts). */
export interface TrailNote {
  fields: TrailFields
  planId: number | null
  object?: string
  objectId?: string
}

/** What every write is given besides its transaction: by whom, when, and where the salt of free text comes from. */
export interface WriteContext {
  by: Actor
  now: Date
  salt: () => string
  /** Present in a write through the door, which leaves a row in the trail by itself. */
  trail?: TrailNote
}
