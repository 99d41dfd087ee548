import { Type, type Static } from 'typebox'
import { Day, Maybe, StrictObject, Words } from '../../http/schema.ts'

const Id = Type.Integer({ minimum: 1 })

/** To whom all of somebody's points go, null to nobody yet; and what the one who comes should know. */
export const HandOver = StrictObject({ to: Maybe(Id), note: Type.Optional(Maybe(Words(20_000))) })
export type HandOver = Static<typeof HandOver>

export const HandedOver = StrictObject({ points: Type.Array(Type.String()) })
export type HandedOver = Static<typeof HandedOver>

export const NewOwner = StrictObject({ person: Maybe(Id), note: Type.Optional(Maybe(Words(20_000))) })
export type NewOwner = Static<typeof NewOwner>

export const OwnerWhole = StrictObject({
  number: Type.String(),
  title: Type.String(),
  person: Maybe(StrictObject({ id: Id, name: Maybe(Type.String()), function: Maybe(Type.String()) })),
  since: Maybe(Day),
  note: Maybe(Type.String()),
})
export type OwnerWhole = Static<typeof OwnerWhole>
