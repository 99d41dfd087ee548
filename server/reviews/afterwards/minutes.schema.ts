import { Type, type Static } from 'typebox'
import { SaidShape } from '../../texts/json.ts'
import { Instant, Maybe, Shape, Whole, Words } from '../../http/schema.ts'

/** A new version of the minutes, and which one it was made from. */
export const NewMinutes = Shape({ text: Words(30_000), basedOn: Maybe(Whole) })
export type NewMinutes = Static<typeof NewMinutes>

export const MinutesWhole = Shape({
  /** The versions, the first first. */
  items: Type.Array(Shape({ id: Whole, recordedAt: Instant, text: SaidShape })),
  next: Maybe(Type.String()),
})
export type MinutesWhole = Static<typeof MinutesWhole>
