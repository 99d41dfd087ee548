import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'

type ShapeError = ReturnType<typeof Errors>[number]

/** What a place of a value has against its shape: a key too many, a key that is not there, or something that does not fit. */
export type ShapeFault =
  | { kind: 'unknown' | 'missing'; where: string; key: string }
  | { kind: 'misfit'; where: string; error: ShapeError }

/**
 * What a value that came as JSON has against its shape, one fault a place: what is wrong, and where, as it would be written in a program
 * (`rounds[1].heldOn`; the value itself is ''). `where` of a key that is unknown or missing is the object it is about.
 */
export function shapeFaults(schema: TSchema, value: unknown): ShapeFault[] {
  const errors = Errors(schema, value).filter(({ keyword }) => keyword !== 'boolean' && keyword !== 'anyOf')
  const places = Map.groupBy(errors, (error) => error.instancePath)
  return [...places].flatMap(([path, found]) => {
    // What may be left out may be null too; that it is not null says nothing.
    const told = found.filter((error) => !(error.keyword === 'type' && error.params.type === 'null'))
    // An object may both lack a key and have one too many; anything else is told once.
    return told
      .filter((error, index) => index === 0 || aboutKeys.includes(error.keyword))
      .flatMap((error) => faultsOf(error, placeOf(path)))
  })
}

const aboutKeys = ['additionalProperties', 'required']

function faultsOf(error: ShapeError, where: string): ShapeFault[] {
  if (error.keyword === 'additionalProperties')
    return error.params.additionalProperties.map((key) => ({ kind: 'unknown', where, key }))
  if (error.keyword === 'required')
    return error.params.requiredProperties.map((key) => ({ kind: 'missing', where, key }))
  return [{ kind: 'misfit', where, error }]
}

/** A key inside a place: `rounds[1]` and `heldOn` are `rounds[1].heldOn`. */
export const inside = (where: string, key: string): string => (where === '' ? key : `${where}.${key}`)

/** `/rounds/1/heldOn` as it would be written in a program: `rounds[1].heldOn`; the value itself is ''. */
function placeOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}
