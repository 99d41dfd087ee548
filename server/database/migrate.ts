import { existsSync, renameSync, rmSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { sqliteGuards, versionOf, type Guard } from './guards.ts'
import { CannotOpen } from './problem.ts'

type Connect = () => Sqlite.Database

const journal = '__drizzle_migrations'

function lastApplied(connection: Sqlite.Database): number | undefined {
  const known = connection
    .prepare('select 1 from sqlite_master where type = ? and name = ?')
    .get('table', journal)
  if (!known) return undefined
  const row = connection.prepare(`select max(created_at) as latest from ${journal}`).get() as {
    latest: number | null
  }
  return row.latest ?? undefined
}

/**
 * Brings the SQLite file up to the program's migrations and leaves it closed: copy first (`<file>.before-<instant>`), foreign keys off so that
 * a rebuilt table does not delete its children's rows (drizzle-orm#5782), `foreign_key_check` after, then the guards. When anything fails
 * the copy takes the file's place again. Throws CannotOpen when the database is newer than the program.
 */
export function migrateSqlite(file: string, connect: Connect, migrationsFolder: string, now: Date): void {
  const migrations = readMigrationFiles({ migrationsFolder })
  const newest = migrations.at(-1)?.folderMillis ?? 0
  let connection = connect()
  try {
    const applied = lastApplied(connection)
    if (applied !== undefined && applied > newest) throw new CannotOpen('database-newer', { file })
    const pending = migrations.filter((migration) => migration.folderMillis > (applied ?? 0)).length
    if (pending > 0) {
      const copy =
        applied === undefined ? undefined : `${file}.before-${now.toISOString().replace(/[:.]/g, '-')}`
      if (copy) connection.prepare('VACUUM INTO ?').run(copy)
      try {
        // Outside the migrator's transaction, where it would be without effect.
        connection.pragma('foreign_keys = OFF')
        migrate(drizzle(connection), { migrationsFolder })
        const orphans = connection.pragma('foreign_key_check') as unknown[]
        if (orphans.length > 0) throw new Error(`${orphans.length} rows lost what they point at`)
        putUp(connection, sqliteGuards)
      } catch (cause) {
        connection.close()
        if (copy) takeBack(file, copy)
        throw new CannotOpen(copy ? 'migration-failed' : 'first-migration-failed', { file }, { cause })
      }
    } else if (connection.pragma('user_version', { simple: true }) !== versionOf(sqliteGuards)) {
      putUp(connection, sqliteGuards)
    }
  } finally {
    if (connection.open) connection.close()
  }
  connection = connect()
  try {
    const missing = missingGuards(connection, sqliteGuards)
    if (missing.length > 0) throw new CannotOpen('guard-missing', { file, guards: missing.join(', ') })
  } finally {
    connection.close()
  }
}

function takeBack(file: string, copy: string): void {
  for (const rest of ['-wal', '-shm']) if (existsSync(file + rest)) rmSync(file + rest)
  renameSync(copy, file)
}

function putUp(connection: Sqlite.Database, guards: readonly Guard[]): void {
  const all = connection.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
    name: string
  }[]
  connection.transaction(() => {
    for (const { name } of all) connection.exec(`drop trigger "${name}"`)
    for (const { sql } of guards) connection.exec(sql)
    connection.pragma(`user_version = ${versionOf(guards)}`)
  })()
}

function missingGuards(connection: Sqlite.Database, guards: readonly Guard[]): string[] {
  const rows = connection
    .prepare(`select name, sql from sqlite_master where type = 'trigger'`)
    .all() as Guard[]
  const up = new Map(rows.map((row) => [row.name, row.sql.toLowerCase()]))
  return guards.filter((guard) => up.get(guard.name) !== guard.sql.toLowerCase()).map((guard) => guard.name)
}
