import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import type { Values } from '#words/say.ts'
import type { RefusalCode } from '../http/refusal.ts'

/** What can be wrong with a file, its mapping or its rows before any rule is asked. Each has its sentence in words/<language>/import.ts. */
export type ImportReason =
  | 'administrator-missing'
  | 'area-number-two-titles'
  | 'cell-empty'
  | 'cell-too-long'
  | 'cells-extra'
  | 'cells-missing'
  | 'column-missing'
  | 'column-twice'
  | 'due-unreadable'
  | 'file-empty'
  | 'file-missing'
  | 'file-not-csv'
  | 'file-too-large'
  | 'mapping-choice'
  | 'mapping-day'
  | 'mapping-key-missing'
  | 'mapping-key-unknown'
  | 'mapping-malformed'
  | 'mapping-name-twice'
  | 'mapping-not-json'
  | 'mapping-not-object'
  | 'mapping-organisation'
  | 'mapping-round-kind'
  | 'mapping-rounds-order'
  | 'mapping-too-long'
  | 'mapping-type'
  | 'number-twice'
  | 'organisation-not-mapped'
  | 'plan-exists'
  | 'point-not-adopted'
  | 'point-told-twice'
  | 'quote-unclosed'
  | 'round-ahead'
  | 'round-unknown'
  | 'status-at-adoption'
  | 'status-unknown'

/**
 * Why nothing was imported: the row as a spreadsheet numbers it (null: the whole file, or the mapping), the column's name in the file, a
 * code that words are put on at the edge, and what its sentence names.
 */
export interface Fault {
  row: number | null
  column: string | null
  code: ImportReason | RefusalCode
  facts: Values
}

export const faultOf = (code: Fault['code'], facts: Values = {}): Fault => ({
  row: null,
  column: null,
  code,
  facts,
})

/** The faults in the order of the file; those of no row first. */
export const inRowOrder = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))

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
