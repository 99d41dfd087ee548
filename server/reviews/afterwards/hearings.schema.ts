import { Type, type Static } from 'typebox'
import {
  ClaimedDay,
  ClaimedLine,
  Day,
  Instant,
  Maybe,
  StrictObject,
  Whole,
  Words,
} from '../../http/schema.ts'

/** A report was taken up; with `replaces` in the place of an earlier row that said it wrong. */
export const NewHearing = StrictObject({
  body: ClaimedLine,
  heldOn: ClaimedDay,
  paragraph: Type.Optional(Maybe(ClaimedLine)),
  reference: Type.Optional(Maybe(ClaimedLine)),
  url: Type.Optional(Maybe(Words(2000))),
  replaces: Type.Optional(Maybe(Type.Integer({ minimum: 1 }))),
})
export type NewHearing = Static<typeof NewHearing>

export const HearingRow = StrictObject({
  id: Whole,
  body: Type.String(),
  heldOn: Day,
  paragraph: Maybe(Type.String()),
  reference: Maybe(Type.String()),
  url: Maybe(Type.String()),
  recordedAt: Instant,
  byFunction: Type.String(),
})
export type HearingRow = Static<typeof HearingRow>
export const Hearings = StrictObject({ items: Type.Array(HearingRow), next: Maybe(Type.String()) })
export type Hearings = Static<typeof Hearings>
