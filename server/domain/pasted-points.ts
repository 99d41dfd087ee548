import { lastDayOf, organisationsIn, type Called } from './cells.ts'
import { columnsOf, pastedRows } from './pasted.ts'
import { areaNamed, refusePoint, type PointClaim, type PointContext, type PointReason } from './point.ts'
import { folded } from './text.ts'

type Column = 'number' | 'title' | 'organisation' | 'due' | 'area' | 'function'

/** The columns as they are asked for; the last two may be left out. */
const usual: readonly Column[] = ['number', 'title', 'organisation', 'due', 'area', 'function']

const headings: Readonly<Record<Column, readonly string[]>> = {
  number: ['nr', 'nummer', 'no', 'number', '#'],
  title: ['titel', 'namn', 'rubrik', 'punkt', 'åtgärd', 'insats', 'title', 'name', 'point', 'measure'],
  organisation: [
    'organisation',
    'ansvarig',
    'huvudansvarig',
    'ansvarig organisation',
    'kontor',
    'förvaltning',
    'lead',
  ],
  due: ['slut', 'slutdatum', 'klart', 'klart senast', 'senast', 'due', 'end', 'deadline'],
  area: ['område', 'målområde', 'fokusområde', 'delområde', 'area', 'focus area'],
  function: ['funktion', 'ansvarig funktion', 'function'],
}

/** What a line can have wrong before any rule of a point is asked. */
export const pastedReasons = [
  'cells-alone',
  'cells-extra',
  'due-unreadable',
  'number-twice',
  'organisation-not-known',
  'area-not-known',
] as const
export type PastedReason = (typeof pastedReasons)[number]

export interface PastedFault {
  code: PastedReason | PointReason
  field: string
  values: Record<string, string | number>
}

export interface PastedPoint {
  line: number
  point: PointClaim
  /** The leading organisation as the house calls it; '' where nobody knows it. */
  lead: string
  faults: PastedFault[]
}

export interface PastedContext extends Omit<PointContext, 'organisations'> {
  organisations: readonly Called[]
}

/**
 * Reads a pasted list, one point a line: *number; title; organisation; due*, and where they are written *focus area; function*. Ends are read as an
 * import reads them (`2025-12`, `HT25`), organisations by code, name or alias, the first of a cell leading. Each line is told apart with everything
 * that is wrong with it, but for the decision of points added after the adoption, which stands beside the list.
 */
export function readPoints(text: string, context: PastedContext): PastedPoint[] {
  const { columns, rows } = columnsOf(pastedRows(text), headings, usual)
  const firstLine = new Map<string, number>()
  return rows.map(({ line, cells }) => {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
    const faults: PastedFault[] = []
    const fault = (code: PastedFault['code'], field: string, values: PastedFault['values'] = {}) =>
      faults.push({ code, field, values })

    if (cells.length === 1) fault('cells-alone', 'line')
    if (cells.slice(columns.length).some((one) => one !== '')) fault('cells-extra', 'line')
    const { named, unknown } = organisationsIn(cell('organisation'), context.organisations)
    for (const name of unknown) fault('organisation-not-known', 'lead', { name })
    const dueOn = cell('due') === '' ? null : lastDayOf(cell('due'))
    if (dueOn === undefined) fault('due-unreadable', 'dueOn', { value: cell('due') })
    const area = areaOf(cell('area'), context)
    if (cell('area') !== '' && !area) fault('area-not-known', 'focusArea', { name: cell('area') })
    const earlier = firstLine.get(cell('number'))
    if (earlier !== undefined) fault('number-twice', 'number', { number: cell('number'), line: earlier })
    else if (cell('number') !== '') firstLine.set(cell('number'), line)

    const [lead, ...partners] = named
    const point: PointClaim = {
      number: cell('number'),
      title: cell('title'),
      focusArea: area || undefined,
      lead: {
        organisation: lead?.code ?? '',
        function: cell('function') || undefined,
      },
      takesPart: partners.length > 0 ? partners.map(({ code }) => code) : undefined,
      dueOn: dueOn ?? undefined,
    }
    const all = [...faults, ...ruled(point, context, faults)]
    return { line, point, lead: lead?.name ?? '', faults: all.sort((a, b) => placeOf(a) - placeOf(b)) }
  })
}

const cellOrder = ['line', 'number', 'title', 'lead', 'dueOn', 'focusArea']

/** Where in its line a fault stands, from the left. */
const placeOf = ({ field }: PastedFault): number => {
  const place = cellOrder.indexOf(field)
  return place < 0 ? cellOrder.length : place
}

/** What the rules of a point say of a line, but for what has been said of the same cell, and of the decision, which stands beside the list. */
function ruled(point: PointClaim, context: PastedContext, told: readonly PastedFault[]): PastedFault[] {
  if (told.some(({ code }) => code === 'cells-alone')) return []
  const rules = { ...context, organisations: context.organisations.map(({ code }) => code) }
  return refusePoint(point, rules)
    .filter(({ field }) => !field.startsWith('decision') && !told.some((fault) => fault.field === field))
    .map(({ code, field }) => ({ code, field, values: {} }))
}

/** An area by its number or title, whatever their case; its own way of writing it. */
function areaOf(text: string, { areas }: PastedContext): string | undefined {
  if (text === '') return undefined
  const exact = areaNamed(text, areas)
  if (exact) return text
  const found = areas.find(({ number, title }) => [number ?? '', title].map(folded).includes(folded(text)))
  return found?.title
}
