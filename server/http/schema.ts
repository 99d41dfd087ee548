import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from 'typebox'
import type { PersonalData } from '#domain/personal-data.ts'
import type { RefusalCode } from './refusal.ts'

/** An object of which nothing unnamed passes, in or out. */
export const StrictObject = <P extends TProperties>(properties: P): TObject<P> =>
  Type.Object(properties, { additionalProperties: false })

export const Day = Type.String({ format: 'date', description: 'A Swedish day, YYYY-MM-DD.' })
/** A day somebody claims: the rules say what is wrong with one that is none. */
export const ClaimedDay = Type.String({ maxLength: 20, description: 'A Swedish day, YYYY-MM-DD.' })
export const Instant = Type.String({ format: 'date-time', description: 'ISO 8601 with Z.' })
/** The same or null, said as one more type: a union's every value would be tried against both, by a check that costs more than the rest. */
export const Maybe = <T extends TSchema>(schema: T): TUnsafe<Static<T> | null> => {
  const { type, enum: values } = schema as { type?: string; enum?: unknown[] }
  if (type === undefined) return Type.Unsafe(Type.Union([schema, Type.Null()]))
  return Type.Unsafe({ ...schema, type: [type, 'null'], ...(values && { enum: [...values, null] }) })
}
/** One line somebody writes; never blank. */
export const Line = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^(?=.*\\S)[^\\x00-\\x1f\\x7f]+$' })
/** One line as somebody typed it: the rules say what is wrong with one that is blank or too long. */
export const ClaimedLine = Type.String({ maxLength: 1000, pattern: '^[^\\x00-\\x1f\\x7f]*$' })
export const Words = (maxLength: number) => Type.String({ maxLength })
export const Code = Type.String({ pattern: '^[a-z0-9](-?[a-z0-9])*$', maxLength: 40 })
export const Whole = Type.Integer({ minimum: 0 })

export const ProblemDetails = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  errors: Type.Optional(
    Type.Array(Type.Object({ field: Type.String(), code: Type.String(), title: Type.String() })),
  ),
  current: Type.Optional(Type.Unknown()),
})
export type ProblemDetails = Static<typeof ProblemDetails>

/** What is wrong with a form that was sent without JavaScript: a rule's code, or what its words seem to say of one person. */
export const FormFault = Type.Object({
  field: Type.String(),
  code: Type.Optional(Type.Unsafe<RefusalCode>({ type: 'string' })),
  doubt: Type.Optional(Type.Unsafe<PersonalData>({ type: 'string' })),
})
export type FormFault = Static<typeof FormFault>

export const Address = Type.Object({ plan: Type.String({ maxLength: 60 }) })
export type Address = Static<typeof Address>
export const PointAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  number: Type.String({ maxLength: 20 }),
})
export const ReviewAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  term: Type.String({ maxLength: 12 }),
})
export type ReviewAddress = Static<typeof ReviewAddress>
const RowId = Type.String({ pattern: '^[0-9]{1,15}$' })
export const UpdateAddress = Type.Object({ plan: Type.String({ maxLength: 60 }), id: RowId })
export const TextAddress = Type.Object({ plan: Type.String({ maxLength: 60 }), id: RowId })
export const ActivityAddress = Type.Object({ plan: Type.String({ maxLength: 60 }), id: RowId })
