import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as endOfTurn } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { postgresColumns } from './columns.ts'
import { slowAfter, type Database, type SlowWrite, type Tx } from './database.ts'
import { tablesIn } from './tables.ts'

const tables = tablesIn(postgresColumns)
/** Far more than the stores say. */
const statementsKept = 500

/** Connections to the server a URL names: `postgres://user:password@host:port/database`, several hosts parted by commas. */
export const connectPostgres = (url: string, connections = 10): postgres.Sql =>
  postgres(url, { max: connections, onnotice: () => undefined, connect_timeout: 10 })

/** Opens the two doors on a migrated PostgreSQL database. */
export function postgresDatabase(client: postgres.Sql, onSlowWrite: (slow: SlowWrite) => void): Database {
  const inside = new AsyncLocalStorage<postgres.TransactionSql>()
  const known = new Set<string>()
  /** Whether the server is asked to keep a statement: a list of ids of its own length makes one of its own. */
  const worthKeeping = (text: string): boolean =>
    known.has(text) || (known.size < statementsKept && known.add(text) === known)

  // What is asked inside a transaction goes to its connection. One `tx` for all of them: what stores have prepared for it stays prepared.
  const toOpenTransaction = {
    options: client.options,
    unsafe: (text: string, values: never[]) =>
      inside.getStore()!.unsafe(text, values, { prepare: worthKeeping(text) }),
  }
  const queries = drizzle(toOpenTransaction as unknown as postgres.Sql, { casing: 'snake_case' })
  /** The same queries as on SQLite, on this engine's tables. */
  const tx = Object.assign(queries, { tables }) as unknown as Tx

  function refuseNested(door: string) {
    if (inside.getStore()) throw new Error(`db.${door} inside a transaction: use the tx that is already open`)
  }

  async function within<T>(kind: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    // Awaited within: what `work` gives back may be a query that is not asked yet.
    return (await client.begin(kind, (open) => inside.run(open, async () => await work(tx)))) as T
  }

  const asking = new Map<string | undefined, Promise<[number, number]>>()

  /** One question for all who want it in the same turn of the loop. It leaves when the turn is over: nobody is told what was so before they asked. */
  async function askRevisions(slug: string | undefined): Promise<[number, number]> {
    await endOfTurn()
    asking.delete(slug)
    const of = slug ?? null
    const [row] = await client<{ installation: number; plan: string }[]>`
      select i.revision as installation, coalesce((select sum(revision) from plans where slug = coalesce(${of}, slug)), 0) as plan
      from installation i where i.id = 1`
    return row ? [row.installation, Number(row.plan)] : [0, 0]
  }

  return {
    async read(work) {
      refuseNested('read')
      return within('isolation level repeatable read read only', work)
    },
    async write(work) {
      refuseNested('write')
      const started = performance.now()
      const answer = await within('', work)
      const milliseconds = performance.now() - started
      if (milliseconds > slowAfter) onSlowWrite({ milliseconds })
      return answer
    },
    revisions(slug) {
      const asked = asking.get(slug) ?? askRevisions(slug)
      asking.set(slug, asked)
      return asked
    },
    async close() {
      // A plain end waits for ever when the server has gone away.
      await client.end({ timeout: 3 })
    },
  }
}
