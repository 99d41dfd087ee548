import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject as provided, onTestFinished } from 'vitest'
import { importCommand } from '../../server/commands/import.ts'
import type { Database } from '../../server/database/database.ts'
import { fileIn, openDatabase } from '../../server/database/open.ts'
import type { Fault } from '../../server/exchange/faults.ts'
import { importPlan } from '../../server/exchange/import.ts'
import type { Imported } from '../../server/exchange/proposal.ts'
import type { Mapping } from '../../server/exchange/mapping.ts'
import { markInstallation } from '../../server/database/installation.ts'
import { addPerson, peopleWithRole } from '../../server/people/store.ts'
import { swedishCsv } from '../../server/http/csv.ts'
import { newFolder } from '../support/folders.ts'

export const importDay = new Date('2023-11-20T09:00:00.000Z')

export const munster = {
  table: join(import.meta.dirname, '../../seed/klimat-munster/muenster_measures_tidy.csv'),
  mapping: join(import.meta.dirname, '../../seed/klimat-munster/mapping.json'),
}
export const flatList = {
  table: join(import.meta.dirname, 'punktlista.csv'),
  mapping: join(import.meta.dirname, 'punktlista.json'),
}

export interface Installation {
  db: Database
  /** Runs the command as it is run at a terminal. */
  run: (...args: string[]) => Promise<{ code: number; lines: string[] }>
  /** Imports bytes, as a browser would send them. */
  receive: (table: Uint8Array, mapping: Uint8Array) => Promise<Imported>
  /** How many rows each table holds: what "nothing was written" compares. */
  rows: () => Promise<Record<string, number>>
}

/** An installation with an administrator and no plan; closed when the test is over, or when `over` says. */
export async function installation(
  options: { administrator?: boolean; over?: (close: () => Promise<void>) => void } = {},
): Promise<Installation> {
  const now = importDay
  const folder = newFolder('import')
  copyFileSync(provided('emptyFile'), fileIn(folder))
  const db = openDatabase({ folder, now })
  const over = options.over ?? onTestFinished
  over(async () => {
    await db.close()
    rmSync(folder, { recursive: true })
  })
  const person = { name: 'Ada Lund', email: 'ada@example.org', organisationId: null }
  await db.write(async (tx) => {
    await markInstallation(tx, false, now)
    if (options.administrator !== false) await addPerson(tx, { ...person, administrator: true }, now)
  })
  let salts = 0
  const salt = () =>
    createHash('sha256')
      .update(`import ${(salts += 1)}`)
      .digest('hex')
  return {
    db,
    async run(...args) {
      const lines: string[] = []
      const print = (line: string) => void lines.push(line)
      return { code: await importCommand(args, { db, now: () => now, salt, print }), lines }
    },
    receive: (table, mapping) =>
      importPlan(
        { table, mapping },
        {
          db,
          now: () => now,
          salt,
          async actor(tx) {
            const [administrator] = await peopleWithRole(tx, 'administrator')
            return administrator && { personId: administrator.id, function: 'Import', organisationId: null }
          },
        },
      ),
    rows: () =>
      db.read(async (tx) => {
        const counts: Record<string, number> = {}
        for (const [name, table] of Object.entries(tx.tables))
          counts[name] = (await tx.select().from(table)).length
        return counts
      }),
  }
}

export const head = ['nr', 'titel', 'område', 'organisation', 'slut', 'omgång', 'status', 'text']
/** Two points, told at the adoption and on one review day. */
export const goodRows: readonly (readonly string[])[] = [
  ['1', 'Ett', 'Unga', 'Kommunen', '2022', 'antagen', '', 'Vad som ska göras.'],
  ['1', 'Ett', 'Unga', 'Kommunen', '2022', '2021', 'gul', 'Arbetet har börjat.'],
  ['2', 'Två', 'Äldre', 'Kommunen', '', 'antagen', '', ''],
  ['2', 'Två', 'Äldre', 'Kommunen', '', '2021', 'grön', 'Det blev gjort.'],
]

export const goodMapping: Mapping = {
  plan: {
    slug: 'planen',
    title: 'Planen',
    municipality: 'Kommunen',
    period: { from: '2021-01-01', to: '2023-12-31' },
    adoption: { by: 'Fullmäktige', on: '2020-12-14' },
  },
  publish: true,
  columns: {
    number: 'nr',
    title: 'titel',
    area: 'område',
    organisation: 'organisation',
    dueOn: 'slut',
    round: 'omgång',
    status: 'status',
    text: 'text',
  },
  rounds: [
    { value: 'antagen', adoption: true },
    { value: '2021', heldOn: '2021-12-31' },
    { value: '2022', heldOn: '2022-12-31' },
  ],
  statuses: {
    vit: { status: 'not_started' },
    gul: { status: 'in_progress' },
    röd: { status: 'in_progress', outlook: 'late' },
    grön: { status: 'closed' },
  },
  nothingNew: 'Inget nytt',
  organisations: [{ code: 'kommunen', name: 'Kommunen', kind: 'municipality' }],
}

/** A file of these rows, as Excel would leave it. */
export const fileOf = (rows: readonly (readonly string[])[], first: readonly string[] = head): Uint8Array =>
  bytesOf(swedishCsv(first, rows))
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const jsonOf = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value))
export const bytesIn = (path: string): Uint8Array => readFileSync(path)

/** `goodRows` with one cell changed: row as a spreadsheet numbers it, column by its name. */
export function rowsWith(row: number, column: string, cell: string): string[][] {
  const rows = goodRows.map((cells) => [...cells])
  rows[row - 2]![head.indexOf(column)] = cell
  return rows
}

export const faultsOf = (imported: Imported): Fault[] => ('faults' in imported ? imported.faults : [])
