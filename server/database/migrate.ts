import { existsSync, renameSync, rmSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { sqliteGuards, versionOf, type Guard } from './guards.ts'
import { lastOf } from './journal.ts'
import { CannotOpen } from './problem.ts'

/** A connection to the file; alone, it keeps everybody else out until it is closed. */
type Connect = (alone: boolean) => Sqlite.Database

const journal = '__drizzle_migrations'

/** When each migration in the file was made; none when it holds nothing yet. Refuses what another program made. */
function applied(connection: Sqlite.Database, file: string): number[] {
  const tables = connection.prepare(`select name from sqlite_master where type = 'table'`).pluck().all()
  const made = tables.includes(journal)
    ? (connection.prepare(`select created_at from ${journal}`).pluck().all() as number[])
    : []
  if (made.length === 0 && tables.some((name) => name !== journal)) {
    throw new CannotOpen('not-a-database', { file })
  }
  return made
}

/**
 * Brings the SQLite file up to the program's migrations and leaves it closed: nobody else in it, copy first (`<file>.before-<instant>`),
 * guards down and foreign keys off so that a rebuilt table does not delete its children's rows (drizzle-orm#5782), `foreign_key_check`
 * after, then the guards. When anything fails the copy takes the file's place again; a first file is gone again. Throws CannotOpen.
 */
export function migrateSqlite(file: string, connect: Connect, migrationsFolder: string, now: Date): void {
  const migrations = readMigrationFiles({ migrationsFolder })
  const ours = migrations.map(({ folderMillis }) => folderMillis)
  const newest = ours.at(-1) ?? 0
  const connected = <T>(alone: boolean, work: (connection: Sqlite.Database) => T): T => {
    const connection = connect(alone)
    try {
      return work(connection)
    } finally {
      connection.close()
    }
  }
  const last = (connection: Sqlite.Database): number =>
    lastOf(applied(connection, file), ours, { file, setting: 'DATA_DIR' })

  if (connected(false, last) < newest) {
    const failure = connected(true, (connection) => {
      // Again, for somebody else may have done it while we waited for them to leave.
      const before = last(connection)
      if (before >= newest) return undefined
      const copy = before === 0 ? undefined : copyOf(connection, file, now)
      try {
        upgrade(connection, migrationsFolder)
        return undefined
      } catch (cause) {
        return { copy, cause }
      }
    })
    if (failure) {
      takeBack(file, failure.copy)
      const code = failure.copy ? 'migration-failed' : 'first-migration-failed'
      throw new CannotOpen(code, { file }, { cause: failure.cause })
    }
  }
  connected(false, (connection) => {
    // A file that can only be read is found out now, not at the first write.
    connection.exec('BEGIN IMMEDIATE; PRAGMA user_version = 0; ROLLBACK')
    if (connection.pragma('user_version', { simple: true }) !== versionOf(sqliteGuards)) {
      putUp(connection, sqliteGuards)
    }
    const missing = missingGuards(connection, sqliteGuards)
    if (missing.length > 0) throw new CannotOpen('guard-missing', { file, guards: missing.join(', ') })
  })
}

function upgrade(connection: Sqlite.Database, migrationsFolder: string): void {
  // A guard that names a table stops its being rebuilt. Without them the file has no version, so a start broken off here puts them up.
  putUp(connection, [])
  // Outside the migrator's transaction, where it would be without effect.
  connection.pragma('foreign_keys = OFF')
  migrate(drizzle(connection), { migrationsFolder })
  const orphans = connection.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new Error(`${orphans.length} rows lost what they point at`)
  putUp(connection, sqliteGuards)
}

function copyOf(connection: Sqlite.Database, file: string, now: Date): string {
  const copy = `${file}.before-${now.toISOString().replace(/[:.]/g, '-')}`
  const wasThere = existsSync(copy)
  try {
    connection.prepare('VACUUM INTO ?').run(copy)
    return copy
  } catch (cause) {
    if (!wasThere) rmSync(copy, { force: true })
    throw new CannotOpen('copy-failed', { file, copy }, { cause })
  }
}

function takeBack(file: string, copy: string | undefined): void {
  for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true })
  if (copy) renameSync(copy, file)
  else rmSync(file, { force: true })
}

function putUp(connection: Sqlite.Database, guards: readonly Guard[]): void {
  const all = connection.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
    name: string
  }[]
  connection.transaction(() => {
    for (const { name } of all) connection.exec(`drop trigger "${name}"`)
    for (const { sql } of guards) connection.exec(sql)
    connection.pragma(`user_version = ${guards.length === 0 ? 0 : versionOf(guards)}`)
  })()
}

function missingGuards(connection: Sqlite.Database, guards: readonly Guard[]): string[] {
  const rows = connection
    .prepare(`select name, sql from sqlite_master where type = 'trigger'`)
    .all() as Guard[]
  const up = new Map(rows.map((row) => [row.name, row.sql.toLowerCase()]))
  return guards.filter((guard) => up.get(guard.name) !== guard.sql.toLowerCase()).map((guard) => guard.name)
}
