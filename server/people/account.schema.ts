import { Type, type Static } from 'typebox'
import { Shape, Whole } from '../http/schema.ts'

/** What somebody chooses for themselves; what is left out stays as it is. */
export const OwnSettings = Shape({
  language: Type.Optional(Type.Union([Type.Literal('sv'), Type.Literal('en')])),
  reminders: Type.Optional(Type.Boolean()),
})
export type OwnSettings = Static<typeof OwnSettings>

export const Nothing = Shape({})
export const Ended = Shape({ id: Whole })
export const ById = Shape({ id: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) })

/** How long the session still lasts if it is not used. */
export const SessionLeft = Shape({ secondsLeft: Whole })
export type SessionLeft = Static<typeof SessionLeft>
