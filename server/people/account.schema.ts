import { Type, type Static } from 'typebox'
import { StrictObject, Whole } from '../http/schema.ts'

/** What somebody chooses for themselves; what is left out stays as it is. */
export const OwnSettings = StrictObject({
  language: Type.Optional(Type.Union([Type.Literal('sv'), Type.Literal('en')])),
  reminders: Type.Optional(Type.Boolean()),
})
export type OwnSettings = Static<typeof OwnSettings>

export const Nothing = StrictObject({})
export const Ended = StrictObject({ id: Whole })
export const ById = StrictObject({ id: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) })

/** How long the session still lasts if it is not used. */
export const SessionLeft = StrictObject({ secondsLeft: Whole })
export type SessionLeft = Static<typeof SessionLeft>
