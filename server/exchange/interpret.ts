import { lastDayOf, organisationsIn } from '#domain/cells.ts'
import { folded, limits, lengthOf } from '#domain/text.ts'
import type { NewPoint } from '../points/schema.ts'
import { findColumns, readEntries, type Entry, type Report } from './entries.ts'
import { inRowOrder, type Fault } from './faults.ts'
import type { ColumnKey, Mapping } from './mapping.ts'
import type { Interpretation, ProposedUpdate } from './proposal.ts'
import type { Table } from './read.ts'
import { storyOf } from './story.ts'

/**
 * What a table tells, read as the mapping says: a whole plan with its history, or everything that could not be read, row by row (F04). Pure:
 * it asks no database and no clock.
 */
export function interpret(table: Table, mapping: Mapping): Interpretation {
  const columns = findColumns(table, mapping)
  if ('faults' in columns) return columns

  const faults: Fault[] = []
  const report: Report = (row, key, code, facts = {}) =>
    faults.push({ row, column: mapping.columns[key] ?? null, code, facts })

  const entries = readEntries(table, mapping, columns.at, report)
  const focusAreas = areasOf(entries, report)
  const updates: Map<number, ProposedUpdate>[] = []
  const points = [...Map.groupBy(entries, (entry) => entry.number).values()].map((same) => {
    refuseDifferences(same, mapping, report)
    const { point, leadName } = pointOf(same, mapping, report)
    updates.push(storyOf(same, leadName, mapping, report))
    return { row: same[0]!.row, point }
  })

  if (faults.length > 0) return { faults: inRowOrder(faults) }
  return {
    proposal: {
      plan: { ...mapping.plan, focusAreas },
      publish: mapping.publish,
      organisations: mapping.organisations.map(({ code, name, kind }) => ({ code, name, kind })),
      points,
      rounds: mapping.rounds.flatMap(({ heldOn, holdsFrom }, index) => {
        const day = heldOn ?? holdsFrom
        const told = updates.flatMap((story) => story.get(index) ?? [])
        return day === undefined ? [] : [{ day, closes: heldOn !== undefined, updates: told }]
      }),
      remarks: entries.flatMap(({ row, number, round, cells }) => {
        const unsaid = !mapping.rounds[round]!.adoption && cells.status === '' && cells.text !== ''
        return unsaid ? [{ code: 'text-without-status' as const, row, number }] : []
      }),
      unused: columns.unused,
      columns: mapping.columns,
    },
  }
}

/** The areas in the order of the file. One number has one title, and one title one number. */
function areasOf(entries: readonly Entry[], report: Report): { number: string | null; title: string }[] {
  const areas: { number: string | null; title: string }[] = []
  for (const { row, cells } of entries) {
    const { area: title, areaNumber } = cells
    if (title === '') continue
    if (lengthOf(title) > 200) report(row, 'area', 'cell-too-long', { n: 200 })
    if (lengthOf(areaNumber) > 20) report(row, 'areaNumber', 'cell-too-long', { n: 20 })
    const known = areas.find((one) => one.title === title || (areaNumber !== '' && one.number === areaNumber))
    if (!known) areas.push({ number: areaNumber || null, title })
    else if (known.title !== title || (known.number ?? '') !== areaNumber) {
      report(row, areaNumber === '' ? 'area' : 'areaNumber', 'area-number-two-titles', {
        number: areaNumber || title,
        title: known.title,
      })
    }
  }
  return areas
}

const saidOnce: readonly ColumnKey[] = ['title', 'area', 'organisation', 'dueOn']

/** A point tells its facts alike in all its rows, each round once, and was there when the plan was adopted. */
function refuseDifferences(same: readonly Entry[], { rounds }: Mapping, report: Report): void {
  const [first, ...others] = same
  if (!first) return
  const told = new Map([[first.round, first.row]])
  for (const { row, number, round, cells } of others) {
    const firstRow = told.get(round)
    if (firstRow !== undefined) {
      report(row, 'number', 'number-twice', { number, firstRow })
      continue
    }
    told.set(round, row)
    for (const key of saidOnce) {
      if (folded(cells[key]) === folded(first.cells[key])) continue
      report(row, key, 'point-told-twice', { number, firstRow: first.row })
    }
  }
  if (rounds[0]?.adoption && !told.has(0)) {
    report(first.row, 'round', 'point-not-adopted', { number: first.number, value: rounds[0].value ?? '' })
  }
}

function pointOf(
  same: readonly Entry[],
  mapping: Mapping,
  report: Report,
): { point: NewPoint; leadName: string } {
  const { row, number, cells } = same[0]!
  const { defaults } = mapping
  if (lengthOf(cells.title) > 200) report(row, 'title', 'cell-too-long', { n: 200 })
  const adopted = same.find(({ round }) => mapping.rounds[round]!.adoption)
  const description = adopted?.cells.text ?? ''
  if (lengthOf(description) > limits.note) report(adopted!.row, 'text', 'cell-too-long', { n: limits.note })

  const { named, unknown } = organisationsIn(cells.organisation, mapping.organisations)
  for (const name of unknown) report(row, 'organisation', 'organisation-not-mapped', { name })
  const [lead, ...partners] = named
  const usual = mapping.organisations.find((one) => one.code === defaults?.organisation)
  if (!lead && !usual && unknown.length === 0) report(row, 'organisation', 'cell-empty')

  const dueOn = cells.dueOn === '' ? null : lastDayOf(cells.dueOn)
  if (dueOn === undefined) report(row, 'dueOn', 'due-unreadable', { value: cells.dueOn })
  return {
    point: {
      number,
      title: cells.title,
      description: description || undefined,
      focusArea: cells.area || undefined,
      lead: {
        organisation: lead?.code ?? usual?.code ?? '',
        function: defaults?.function,
      },
      takesPart: partners.map((one) => one.code),
      dueOn: dueOn ?? null,
    },
    leadName: lead?.name ?? usual?.name ?? '',
  }
}
