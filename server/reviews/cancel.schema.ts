import { Type, type Static } from 'typebox'
import { ClaimedLine, Maybe, StrictObject } from '../http/schema.ts'

/** That a review day will not be held; the reason is shown to everybody. */
export const NewCancellation = StrictObject({ reason: Type.Optional(Maybe(ClaimedLine)) })
export type NewCancellation = Static<typeof NewCancellation>
