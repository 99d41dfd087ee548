import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { postgresColumns } from './columns.ts'
import { slowAfter, type Database, type SlowWrite, type Tx } from './database.ts'
import { tablesIn } from './tables.ts'

const tables = tablesIn(postgresColumns)

/** Connections to the server a URL names: `postgres://user:password@host:port/database`, several hosts parted by commas. */
export const connectPostgres = (url: string, connections = 10): postgres.Sql =>
  postgres(url, { max: connections, onnotice: () => undefined, connect_timeout: 10 })

/** Opens the two doors on a migrated PostgreSQL database. */
export function postgresDatabase(client: postgres.Sql, onSlowWrite: (slow: SlowWrite) => void): Database {
  const inside = new AsyncLocalStorage<true>()
  const queries = drizzle(client, { casing: 'snake_case' })

  function refuseNested(door: string) {
    if (inside.getStore()) throw new Error(`db.${door} inside a transaction: use the tx that is already open`)
  }

  /** The same queries as on SQLite, on this engine's tables. */
  const doorOf = (open: object): Tx => Object.assign(open, { tables }) as unknown as Tx

  return {
    async read(work) {
      refuseNested('read')
      return queries.transaction((open) => inside.run(true, () => work(doorOf(open))), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      })
    },
    async write(work) {
      refuseNested('write')
      const started = performance.now()
      const answer = await queries.transaction((open) => inside.run(true, () => work(doorOf(open))))
      const milliseconds = performance.now() - started
      if (milliseconds > slowAfter) onSlowWrite({ milliseconds })
      return answer
    },
    async revisions(slug) {
      const of = slug ?? null
      const [row] = await client<{ installation: number; plan: string }[]>`
        select i.revision as installation, coalesce((select sum(revision) from plans where slug = coalesce(${of}, slug)), 0) as plan
        from installation i where i.id = 1`
      return row ? [row.installation, Number(row.plan)] : [0, 0]
    },
    async close() {
      // A plain end waits for ever when the server has gone away.
      await client.end({ timeout: 3 })
    },
  }
}
