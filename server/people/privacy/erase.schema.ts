import { Type, type Static } from 'typebox'
import { Instant, StrictObject, Whole } from '../../http/schema.ts'

export const PersonAddress = Type.Object({ id: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) })

/** It cannot be undone: whoever asks for it says that they know. */
export const Erasure = StrictObject({ confirmed: Type.Boolean() })
export type Erasure = Static<typeof Erasure>

export const Erased = StrictObject({ id: Whole, erasedAt: Instant })
export type Erased = Static<typeof Erased>
