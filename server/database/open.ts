import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database, SlowWrite } from './database.ts'
import { migrateSqlite } from './migrate.ts'
import { CannotOpen } from './problem.ts'
import { connectSqlite, sqliteDatabase } from './sqlite.ts'

const migrationsOf = (engine: 'sqlite' | 'postgres'): string =>
  fileURLToPath(new URL(`../../migrations/${engine}`, import.meta.url))

export interface Opening {
  folder: string
  now: Date
  migrations?: string
  /** How long to wait for another process to leave the file before it is brought up to this version, in milliseconds. */
  patience?: number
  onSlowWrite?: (slow: SlowWrite) => void
}

/** The one file of an installation in its data folder. */
export const fileIn = (folder: string): string => join(folder, 'avstamt.db')

/** Opens the installation's database: folder, migrations, guards, doors. Throws CannotOpen with a code when it cannot. */
export function openDatabase({
  folder,
  now,
  migrations = migrationsOf('sqlite'),
  patience,
  onSlowWrite = () => undefined,
}: Opening): Database {
  const file = fileIn(folder)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new CannotOpen('folder-unwritable', { folder }, { cause })
  }
  try {
    migrateSqlite(file, (alone) => connectSqlite(file, alone, patience), migrations, now)
  } catch (error) {
    if (error instanceof CannotOpen) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // Also their finer forms, such as SQLITE_CANTOPEN_ISDIR.
    if (/^SQLITE_(CANTOPEN|READONLY)/.test(code)) {
      throw new CannotOpen('folder-unwritable', { folder }, { cause: error })
    }
    if (code.startsWith('SQLITE_BUSY')) throw new CannotOpen('database-in-use', { file }, { cause: error })
    if (code === 'SQLITE_NOTADB') throw new CannotOpen('not-a-database', { file }, { cause: error })
    throw error
  }
  return sqliteDatabase(file, onSlowWrite)
}

/**
 * Opens the database that `DATABASE_URL` names: migrations, guards, doors. Throws CannotOpen when it can not be reached, is newer than the
 * program or too old for it, or lacks a guard.
 */
export async function openPostgres(
  url: string,
  onSlowWrite: (slow: SlowWrite) => void = () => undefined,
): Promise<Database> {
  // Loaded only where it is used: an installation on SQLite starts without it.
  const { connectPostgres, postgresDatabase } = await import('./postgres.ts')
  const { migratePostgres } = await import('./migrate-postgres.ts')
  const client = connectPostgres(url)
  // A password never reaches a sentence or a log.
  const where = url.replace(/\/\/[^@/]*@/, '//')
  try {
    await migratePostgres(client, migrationsOf('postgres'), where)
    return postgresDatabase(client, onSlowWrite)
  } catch (error) {
    await client.end({ timeout: 1 })
    if (error instanceof CannotOpen) throw error
    throw new CannotOpen('database-unreachable', { file: where }, { cause: error })
  }
}
