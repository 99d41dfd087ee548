import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import { faultOf, type Fault } from './faults.ts'

type ShapeError = ReturnType<typeof Errors>[number]

/** What a value that came as JSON has against its shape, one fault a place: what is wrong, and where (`rounds[1].heldOn`). */
export function shapeFaults(schema: TSchema, value: unknown): Fault[] {
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

function faultsOf(error: ShapeError, where: string): Fault[] {
  const inside = (key: string) => ({ where: where === '' ? key : `${where}.${key}` })
  switch (error.keyword) {
    case 'additionalProperties':
      return error.params.additionalProperties.map((key) => faultOf('mapping-key-unknown', inside(key)))
    case 'required':
      return error.params.requiredProperties.map((key) => faultOf('mapping-key-missing', inside(key)))
    case 'type':
      if (where === '') return [faultOf('mapping-not-object')]
      return [faultOf('mapping-type', { where, type: String(error.params.type) })]
    case 'enum':
      return [faultOf('mapping-choice', { where, choices: error.params.allowedValues.join(', ') })]
    case 'const':
      return [faultOf('mapping-choice', { where, choices: String(error.params.allowedValue) })]
    case 'format':
      return [faultOf('mapping-day', { where })]
    case 'maxLength':
      return [faultOf('mapping-too-long', { where, n: error.params.limit })]
    default:
      return [faultOf('mapping-malformed', { where })]
  }
}

/** `/rounds/1/heldOn` as it would be written in a program: `rounds[1].heldOn`; the file itself is ''. */
function placeOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}
