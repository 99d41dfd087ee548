import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type postgres from 'postgres'
import { postgresGuards, versionOf } from './guards.ts'
import { lastOf } from './journal.ts'
import { CannotOpen } from './problem.ts'

/** Any number, the same for every node: who holds it brings the database up to date, the others wait. */
const upgradeLock = 7_205_759

/**
 * Brings a PostgreSQL database up to the program's migrations, one node at a time: migrations in one transaction, then the guards, then a
 * look that every guard is there. Throws CannotOpen when the database is newer than the program, too old for it, or a guard is missing. The
 * copy before an upgrade is the operator's (docs/decisions.md).
 */
export async function migratePostgres(
  client: postgres.Sql,
  migrationsFolder: string,
  where: string,
): Promise<void> {
  const ours = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis)
  const newest = ours.at(-1) ?? 0
  const alone = await client.reserve()
  try {
    await alone`select pg_advisory_lock(${upgradeLock})`
    const last = lastOf(await applied(alone), ours, { file: where, setting: 'DATABASE_URL' })
    if (last < newest) {
      try {
        await migrate(drizzle(client), { migrationsFolder })
      } catch (cause) {
        const code = last === 0 ? 'first-migration-failed' : 'migration-failed'
        throw new CannotOpen(code, { file: where }, { cause })
      }
    }
    const version = String(versionOf(postgresGuards))
    if (last < newest || (await guardsVersion(alone)) !== version) {
      for (const { sql } of postgresGuards) await alone.unsafe(sql)
      await alone.unsafe(`comment on table installation is '${version}'`)
    }
    const missing = await missingGuards(alone)
    if (missing.length > 0) throw new CannotOpen('guard-missing', { file: where, guards: missing.join(', ') })
  } finally {
    await alone`select pg_advisory_unlock(${upgradeLock})`
    alone.release()
  }
}

/** When each migration in the database was made; none where it holds nothing yet. */
async function applied(client: postgres.Sql): Promise<number[]> {
  const [journal] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!journal?.name) return []
  const rows = await client<{ made: string }[]>`select created_at as made from drizzle.__drizzle_migrations`
  return rows.map(({ made }) => Number(made))
}

async function guardsVersion(client: postgres.Sql): Promise<string | null> {
  const [row] = await client<
    { version: string | null }[]
  >`select obj_description('installation'::regclass) as version`
  return row?.version ?? null
}

/** Guards that are gone, switched off, or whose function somebody has changed. */
async function missingGuards(client: postgres.Sql): Promise<string[]> {
  const up = await client<{ name: string; body: string }[]>`
    select t.tgname as name, p.prosrc as body from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where not t.tgisinternal and t.tgenabled <> 'D'`
  const bodies = new Map(up.map(({ name, body }) => [name, body]))
  return postgresGuards
    .filter(({ name, sql }) => !sql.includes(bodies.get(name) ?? '\0'))
    .map(({ name }) => name)
}
