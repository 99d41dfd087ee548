import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { inject as provided, onTestFinished } from 'vitest'
import type { Database } from '../../server/database/database.ts'
import { fileIn, openDatabase, type Opening } from '../../server/database/open.ts'
import { CannotOpen } from '../../server/database/problem.ts'
import { connectSqlite } from '../../server/database/sqlite.ts'

export const now = new Date('2023-11-20T09:00:00.000Z')

const ours = join(import.meta.dirname, '../../migrations/sqlite')

/** A folder that is gone when the test is over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avstamt-database-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A data folder with the example planted. */
export function plantedFolder(): string {
  const folder = emptyFolder()
  copyFileSync(provided('plantedFile'), fileIn(folder))
  return folder
}

/** The doors, closed when the test is over. */
export function opened(folder: string, more: Partial<Opening> = {}): Database {
  const db = openDatabase({ folder, now, ...more })
  onTestFinished(() => db.close())
  return db
}

/** Opens and closes, as a start of the program does. */
export async function started(folder: string, more: Partial<Opening> = {}): Promise<void> {
  await openDatabase({ folder, now, ...more }).close()
}

/** Why the start was refused; `started` when it was not. */
export async function refusalOf(
  folder: string,
  more: Partial<Opening> = {},
): Promise<CannotOpen | 'started'> {
  try {
    await started(folder, more)
    return 'started'
  } catch (error) {
    if (error instanceof CannotOpen) return error
    throw error
  }
}

/** A connection behind the doors' back, as a hand with the sqlite3 command would have; closed when the test is over. */
export function byHand(folder: string): Sqlite.Database {
  const connection = connectSqlite(fileIn(folder))
  onTestFinished(() => {
    connection.close()
  })
  return connection
}

/** The same, closed again at once, so that a start finds nobody in the file. */
export function inPassing<T>(folder: string, work: (connection: Sqlite.Database) => T): T {
  const connection = connectSqlite(fileIn(folder))
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

/** Everything in the file: how it is built, its guards among it, and every table's rows, but for drizzle's own journal. */
export function contentOf(folder: string): { schema: string[]; rows: Record<string, unknown[]> } {
  return inPassing(folder, (connection) => ({
    schema: connection
      .prepare(`select sql from sqlite_master where sql is not null order by type, name`)
      .pluck()
      .all() as string[],
    rows: Object.fromEntries(
      tablesIn(connection).map((name) => [name, connection.prepare(`select * from "${name}"`).all()]),
    ),
  }))
}

function tablesIn(connection: Sqlite.Database): string[] {
  const all = connection
    .prepare(`select name from sqlite_master where type = 'table'`)
    .pluck()
    .all() as string[]
  return all.filter((name) => !name.startsWith('sqlite_') && name !== '__drizzle_migrations')
}

export const filesIn = (folder: string): string[] => readdirSync(folder).sort()
export const copiesIn = (folder: string): string[] =>
  filesIn(folder).filter((name) => name.startsWith(`${basename(fileIn(folder))}.before-`))

/** Our migrations and, after them, some made by hand; each is its statements. */
export function migrationsAnd(...more: string[][]): string {
  const folder = emptyFolder()
  cpSync(ours, folder, { recursive: true })
  const journalFile = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8'))
  for (const statements of more) {
    const { idx, when } = journal.entries.at(-1)
    const tag = `${String(idx + 1).padStart(4, '0')}_made_by_hand`
    journal.entries.push({ idx: idx + 1, version: '6', when: when + 60_000, tag, breakpoints: true })
    writeFileSync(join(folder, `${tag}.sql`), statements.join(';--> statement-breakpoint\n'))
  }
  writeFileSync(journalFile, JSON.stringify(journal))
  return folder
}

/** The statements drizzle-kit writes when a table's definition changes in a way SQLite cannot alter. */
export function rebuildOf(folder: string, table: string): string[] {
  const { masters, names } = inPassing(folder, (connection) => ({
    masters: connection
      .prepare(`select type, sql from sqlite_master where tbl_name = ? and sql is not null`)
      .all(table) as { type: string; sql: string }[],
    names: connection.pragma(`table_info("${table}")`) as { name: string }[],
  }))
  const definition = masters.find(({ type }) => type === 'table')!.sql
  const columns = names.map(({ name }) => `"${name}"`).join(', ')
  return [
    'PRAGMA foreign_keys=OFF',
    definition.replace(`\`${table}\``, `\`__new_${table}\``),
    `INSERT INTO \`__new_${table}\`(${columns}) SELECT ${columns} FROM \`${table}\``,
    `DROP TABLE \`${table}\``,
    `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\``,
    'PRAGMA foreign_keys=ON',
    ...masters.filter(({ type }) => type === 'index').map(({ sql }) => sql),
  ]
}
