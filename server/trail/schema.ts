import { Type, type Static } from 'typebox'
import type { TrailFields, TrailKind } from '#domain/trail.ts'
import { Day, Instant, Maybe, StrictObject, Whole } from '../http/schema.ts'

const WholeText = Type.String({ pattern: '^[1-9][0-9]{0,8}$' })
const Word = Type.String({ maxLength: 60 })

const filter = {
  person: Type.Optional(WholeText),
  kind: Type.Optional(Type.Unsafe<TrailKind>(Type.Enum(['change', 'read']))),
  deed: Type.Optional(Word),
  object: Type.Optional(Word),
  id: Type.Optional(Word),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}

/** What a file of the trail may be filtered by. */
export const TrailFilter = StrictObject(filter)

export const TrailQuery = StrictObject({
  ...filter,
  /** The `next` of the page before. */
  after: Type.Optional(WholeText),
  limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|100)$' })),
})

export type TrailQuery = Static<typeof TrailQuery>

/** A row of the trail: ids, codes and field names; `person` is null for the program itself, its name null for somebody erased. */
export const TrailRow = StrictObject({
  id: Whole,
  at: Instant,
  person: Maybe(StrictObject({ id: Whole, name: Maybe(Type.String()) })),
  kind: Type.String(),
  deed: Type.String(),
  object: Maybe(Type.String()),
  objectId: Maybe(Type.String()),
  fields: Type.Unsafe<TrailFields>(Type.Object({}, { additionalProperties: true })),
  count: Maybe(Whole),
})
export type TrailRow = Static<typeof TrailRow>

export const TrailRows = StrictObject({ items: Type.Array(TrailRow), next: Maybe(Type.String()) })
