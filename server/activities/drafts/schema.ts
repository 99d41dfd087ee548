import { Type, type Static } from 'typebox'
import { Instant, Maybe, StrictObject, Words } from '../../http/schema.ts'

/** What stands in the log form, as it was typed: half a day and half a number too. Rules are asked when it is saved. */
export const ActivityDraft = StrictObject({
  point: Words(20),
  what: Words(10_000),
  happenedOn: Words(20),
  targetGroup: Words(40),
  occasions: Words(40),
  participants: Words(40),
  link: Words(1000),
  organisation: Type.Optional(Words(40)),
})
export type ActivityDraft = Static<typeof ActivityDraft>

/** `account`: whose form it was written in, as the page told it. */
export const NewDraft = StrictObject({ draft: ActivityDraft, account: Type.Optional(Words(64)) })
export type NewDraft = Static<typeof NewDraft>

/** Null where nothing has been begun. */
export const KeptDraft = StrictObject({ draft: Maybe(ActivityDraft), changedAt: Maybe(Instant) })
export type KeptDraft = Static<typeof KeptDraft>
