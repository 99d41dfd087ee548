import type { TSchema } from 'typebox'
import type { Values } from '#words/say.ts'
import type { RefusalCode } from '../http/refusal.ts'
import { inside, shapeFaults, type ShapeFault } from '../http/shape-faults.ts'

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

/** What a value that came as JSON has against its shape, one fault a place: what is wrong, and where (`rounds[1].heldOn`). */
export const mappingFaults = (schema: TSchema, value: unknown): Fault[] =>
  shapeFaults(schema, value).map(mappingFault)

function mappingFault(fault: ShapeFault): Fault {
  const { where } = fault
  if (fault.kind !== 'misfit')
    return faultOf(`mapping-key-${fault.kind}`, { where: inside(where, fault.key) })
  const { error } = fault
  switch (error.keyword) {
    case 'type':
      if (where === '') return faultOf('mapping-not-object')
      return faultOf('mapping-type', { where, type: String(error.params.type) })
    case 'enum':
      return faultOf('mapping-choice', { where, choices: error.params.allowedValues.join(', ') })
    case 'const':
      return faultOf('mapping-choice', { where, choices: String(error.params.allowedValue) })
    case 'format':
      return faultOf('mapping-day', { where })
    case 'maxLength':
      return faultOf('mapping-too-long', { where, n: error.params.limit })
    default:
      return faultOf('mapping-malformed', { where })
  }
}
