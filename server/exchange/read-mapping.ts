import { refusePlan } from '#domain/plan.ts'
import { statuses } from '#domain/status.ts'
import { folded } from '#domain/text.ts'
import { faultOf, mappingFaults, type Fault } from './faults.ts'
import { Mapping } from './mapping.ts'

/** Reads a mapping file: JSON of the shape `Mapping` that does not contradict itself. Its places stand in the faults' `where`. */
export function readMapping(bytes: Uint8Array): { mapping: Mapping } | { faults: Fault[] } {
  const text = new TextDecoder('utf-8').decode(bytes).normalize('NFC')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { faults: [faultOf('mapping-not-json', { n: lineOf(text, error) })] }
  }
  const misshapen = mappingFaults(Mapping, value)
  if (misshapen.length > 0) return { faults: misshapen }
  const mapping = value as Mapping
  const faults = [
    ...planFaults(mapping),
    ...roundFaults(mapping),
    ...statusFaults(mapping),
    ...organisationFaults(mapping),
  ]
  return faults.length > 0 ? { faults } : { mapping }
}

/** The line where reading JSON came to a stop; the last one when it came to the end. */
function lineOf(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  return text.slice(0, position === undefined ? undefined : Number(position)).split('\n').length
}

function planFaults({ plan, columns, numbers }: Mapping): Fault[] {
  const refusals = refusePlan(plan)
  const misread = refusals.map(({ code, field }) => faultOf(code, { where: `plan.${field}` }))
  return numbers === 'area-first' && columns.areaNumber === undefined
    ? [...misread, missing('columns.areaNumber')]
    : misread
}

function roundFaults({ plan, rounds, columns }: Mapping): Fault[] {
  const faults: Fault[] = []
  let before = plan.adoption.on
  for (const [index, { value, adoption, heldOn, holdsFrom }] of rounds.entries()) {
    const where = `rounds[${index}]`
    const kinds = [adoption, heldOn, holdsFrom].filter((kind) => kind !== undefined)
    if (kinds.length !== 1) faults.push(faultOf('mapping-round-kind', { where }))
    if (columns.round !== undefined && value === undefined) faults.push(missing(`${where}.value`))
    const day = heldOn ?? holdsFrom
    // The first may lie on the day of the adoption; after it each comes later than the one before, the adoption itself first of all.
    const inOrder = day === undefined ? index === 0 : index === 0 ? day >= before : day > before
    if (kinds.length === 1 && !inOrder) faults.push(faultOf('mapping-rounds-order', { where }))
    before = day ?? before
  }
  if (rounds.length > 1 && columns.round === undefined) faults.push(missing('columns.round'))
  const dated = rounds.some(({ adoption }) => !adoption)
  if (dated && columns.status === undefined) faults.push(missing('columns.status'))
  return [
    ...faults,
    ...twice(
      rounds.flatMap(({ value }) => value ?? []),
      'rounds',
    ),
  ]
}

/** What the statuses need of what no list says: named once in the mapping, and not where it has no use. */
function statusFaults({ statuses: meanings }: Mapping): Fault[] {
  const faults = Object.entries(meanings).flatMap(([value, { status, handover, decision }]) => {
    const { needs } = statuses[status]
    const told = { handover, decision }
    return (['handover', 'decision'] as const).flatMap((key) => {
      const where = `statuses.${value}.${key}`
      if (needs.includes(key) && !told[key]) return [missing(where)]
      return !needs.includes(key) && told[key] ? [faultOf('mapping-key-unknown', { where })] : []
    })
  })
  return [...faults, ...twice(Object.keys(meanings), 'statuses')]
}

function organisationFaults({ organisations, columns, defaults }: Mapping): Fault[] {
  const code = defaults?.organisation
  const faults: Fault[] = []
  if (code === undefined && columns.organisation === undefined) faults.push(missing('defaults.organisation'))
  if (code !== undefined && !organisations.some((one) => one.code === code)) {
    faults.push(faultOf('mapping-organisation', { code }))
  }
  const names = organisations.flatMap((one) => [
    ...new Set([one.code, one.name, ...(one.alsoCalled ?? [])].map(folded)),
  ])
  return [...faults, ...twice(names, 'organisations')]
}

const missing = (where: string): Fault => faultOf('mapping-key-missing', { where })

function twice(names: readonly string[], where: string): Fault[] {
  const repeated = [...Map.groupBy(names, folded).values()].filter((same) => same.length > 1)
  return repeated.map(([name = '']) => faultOf('mapping-name-twice', { where, name }))
}
