import { copyFileSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { inject as provided, onTestFinished } from 'vitest'
import type { Database } from '../../server/database/database.ts'
import { fileIn, openDatabase, type Opening } from '../../server/database/open.ts'
import { CannotOpen } from '../../server/database/problem.ts'
import { connectSqlite } from '../../server/database/sqlite.ts'
import { ownFolder } from '../support/own-folder.ts'

export const now = new Date('2023-11-20T09:00:00.000Z')

/** A folder that is gone when the test is over. */
export const emptyFolder = (): string => ownFolder('database')

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

export type Row = Record<string, string | number | null>

/** Inserts a row; gives its id. */
export function insert(connection: Sqlite.Database, table: string, row: Row, how = 'insert'): number {
  const names = Object.keys(row)
  const places = names.map((name) => `@${name}`)
  const done = connection.prepare(`${how} into ${table} (${names.join()}) values (${places.join()})`).run(row)
  return Number(done.lastInsertRowid)
}

/** The last row of a table, without its id, and with what a test wants otherwise: ready to be inserted. */
export function likeTheLast(connection: Sqlite.Database, table: string, otherwise: Row = {}): Row {
  const { id: _, ...row } = connection
    .prepare(`select * from ${table} order by id desc limit 1`)
    .get() as Row & { id: number }
  return { ...row, ...otherwise }
}
