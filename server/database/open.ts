import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database, SlowWrite } from './database.ts'
import { migrateSqlite } from './migrate.ts'
import { CannotOpen } from './problem.ts'
import { connectSqlite, sqliteDatabase } from './sqlite.ts'

const shipped = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url))

export interface Opening {
  folder: string
  now: Date
  migrations?: string
  onSlowWrite?: (slow: SlowWrite) => void
}

/** The one file of an installation in its data folder. */
export const fileIn = (folder: string): string => join(folder, 'avstamt.db')

/** Opens the installation's database: folder, migrations, guards, doors. Throws CannotOpen with a code when it cannot. */
export function openDatabase({
  folder,
  now,
  migrations = shipped,
  onSlowWrite = () => undefined,
}: Opening): Database {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new CannotOpen('folder-unwritable', { folder }, { cause })
  }
  const file = fileIn(folder)
  try {
    migrateSqlite(file, () => connectSqlite(file), migrations, now)
  } catch (error) {
    if (error instanceof CannotOpen) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') {
      throw new CannotOpen('folder-unwritable', { folder }, { cause: error })
    }
    if (code === 'SQLITE_NOTADB') throw new CannotOpen('not-a-database', { file }, { cause: error })
    throw error
  }
  return sqliteDatabase(file, onSlowWrite)
}
