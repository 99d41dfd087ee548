import { Type, type Static } from 'typebox'
import { TextJson } from '../../texts/json.ts'
import { ClaimedDay, Code, Instant, Maybe, StrictObject, Whole, Words } from '../../http/schema.ts'

/** The answer *nothing new since last*: what was seen, and – the second time in a row – that it is meant. */
export const NothingNew = StrictObject({
  basedOn: Maybe(Type.Integer({ minimum: 1 })),
  /** The day it holds from; today where it is left out. */
  holdsFrom: Type.Optional(ClaimedDay),
  onBehalfOf: Type.Optional(Code),
  /** It was the answer last time too, and whoever says it has been asked whether something stands in the way. */
  again: Type.Optional(Type.Boolean()),
})
export type NothingNew = Static<typeof NothingNew>

export const NewHelp = StrictObject({ text: Words(5000), onBehalfOf: Type.Optional(Code) })
export type NewHelp = Static<typeof NewHelp>

export const NewReply = StrictObject({
  text: Words(5000),
  /** The review day it was taken up on. */
  term: Type.Optional(Type.String({ maxLength: 12 })),
})
export type NewReply = Static<typeof NewReply>

/** A request for help, as those who lead the plan and who asked see it. */
export const HelpWhole = StrictObject({
  id: Whole,
  point: Type.String(),
  text: TextJson,
  recordedAt: Instant,
  by: Type.String(),
  reply: Maybe(StrictObject({ text: TextJson, recordedAt: Instant, by: Type.String() })),
})
export type HelpWhole = Static<typeof HelpWhole>

/** What became of asking everybody: to how many a mail goes, to how many of them later because they just got another, and who has no address. */
export const Asked = StrictObject({ askedAt: Instant, asked: Whole, later: Whole, withoutAddress: Whole })
export type Asked = Static<typeof Asked>
