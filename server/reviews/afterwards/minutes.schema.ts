import { Type, type Static } from 'typebox'
import { TextJson } from '../../texts/json.ts'
import { Instant, Maybe, StrictObject, Whole, Words } from '../../http/schema.ts'

/** A new version of the minutes, and which one it was made from. */
export const NewMinutes = StrictObject({ text: Words(30_000), basedOn: Maybe(Whole) })
export type NewMinutes = Static<typeof NewMinutes>

export const MinutesWhole = StrictObject({
  /** The versions, the first first. */
  items: Type.Array(StrictObject({ id: Whole, recordedAt: Instant, text: TextJson })),
  next: Maybe(Type.String()),
})
export type MinutesWhole = Static<typeof MinutesWhole>
