import { AsyncLocalStorage } from 'node:async_hooks'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { slowAfter, type Database, type SlowWrite, type Tx } from './database.ts'
import { sqliteTables } from './tables.ts'

const readers = 4
/** Far more than the stores say; a list of ids of its own length makes a statement of its own. */
const statementsKept = 500
/** How long to wait for another process to let go of the file, in milliseconds. */
const usualPatience = 5000

/**
 * One connection, set as the house wants it: an acknowledged write is a written write, and REPLACE meets the guards. Alone, it waits until
 * nobody else has the file open, and keeps everybody out until it is closed.
 */
export function connectSqlite(file: string, alone = false, patience = usualPatience): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: patience })
  if (alone) connection.pragma('locking_mode = EXCLUSIVE')
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('recursive_triggers = ON')
  // What is masked or let go is overwritten in the file, not only out of reach.
  connection.pragma('secure_delete = ON')
  connection.pragma('temp_store = MEMORY')
  connection.pragma('cache_size = -16000')
  connection.pragma('mmap_size = 134217728')
  connection.pragma('journal_size_limit = 67108864')
  return connection
}

function connectReader(file: string): Sqlite.Database {
  const connection = connectSqlite(file)
  connection.pragma('query_only = ON')
  return connection
}

/** A statement is made once for each connection, however often a store says the same. */
function preparedOnce(connection: Sqlite.Database): Sqlite.Database {
  const statements = new Map<string, Sqlite.Statement>()
  const prepare = connection.prepare.bind(connection) as (source: string) => Sqlite.Statement
  const once = (source: string): Sqlite.Statement => {
    const known = statements.get(source)
    if (known) return known
    const made = prepare(source)
    if (statements.size < statementsKept) statements.set(source, made)
    return made
  }
  return Object.assign(connection, { prepare: once as Sqlite.Database['prepare'] })
}

function doorOf(connection: Sqlite.Database): Tx {
  const queries = drizzle(preparedOnce(connection), { casing: 'snake_case' })
  return Object.assign(queries as unknown as Omit<Tx, 'tables'>, { tables: sqliteTables })
}

/** Opens the two doors on a migrated SQLite file. */
export function sqliteDatabase(file: string, onSlowWrite: (slow: SlowWrite) => void): Database {
  const inside = new AsyncLocalStorage<true>()
  const writer = connectSqlite(file)
  const writerTx = doorOf(writer)
  const idle: { connection: Sqlite.Database; tx: Tx }[] = []
  const waiting: (() => void)[] = []
  const opened: Sqlite.Database[] = []
  const reading = new Set<Promise<unknown>>()
  let queue: Promise<unknown> = Promise.resolve()

  // Not the writer's connection, which sees what is not committed yet: bytes kept under a revision that was still to come would be old.
  const committed = connectReader(file)
  const revisionsStatement = committed.prepare(
    `select i.revision as installation, coalesce((select sum(revision) from plans where slug = coalesce(?, slug)), 0) as plan
     from installation i where i.id = 1`,
  )

  async function takeReader() {
    while (idle.length === 0 && opened.length >= readers)
      await new Promise<void>((free) => waiting.push(free))
    const free = idle.pop()
    if (free) return free
    const connection = connectReader(file)
    opened.push(connection)
    return { connection, tx: doorOf(connection) }
  }

  async function inTransaction<T>(
    connection: Sqlite.Database,
    begin: string,
    tx: Tx,
    work: (tx: Tx) => Promise<T>,
  ) {
    connection.prepare(begin).run()
    try {
      const answer = await inside.run(true, () => work(tx))
      connection.prepare('COMMIT').run()
      return answer
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }

  function refuseNested(door: string) {
    // Otherwise a write would wait for itself for ever, without a word.
    if (inside.getStore()) throw new Error(`db.${door} inside a transaction: use the tx that is already open`)
  }

  return {
    async read(work) {
      refuseNested('read')
      const answer = takeReader().then(async (reader) => {
        try {
          return await inTransaction(reader.connection, 'BEGIN', reader.tx, work)
        } finally {
          idle.push(reader)
          waiting.shift()?.()
        }
      })
      reading.add(answer)
      return answer.finally(() => reading.delete(answer))
    },
    async write(work) {
      refuseNested('write')
      const turn = queue.then(async () => {
        const started = performance.now()
        try {
          return await inTransaction(writer, 'BEGIN IMMEDIATE', writerTx, work)
        } finally {
          const milliseconds = performance.now() - started
          if (milliseconds > slowAfter) onSlowWrite({ milliseconds })
        }
      })
      queue = turn.catch(() => undefined)
      return turn
    },
    revisions(slug) {
      const row = revisionsStatement.get(slug ?? null) as { installation: number; plan: number } | undefined
      return row ? [row.installation, row.plan] : [0, 0]
    },
    async close() {
      await Promise.allSettled([queue, ...reading])
      if (!writer.open) return
      for (const connection of [committed, ...opened]) connection.close()
      writer.pragma('optimize')
      writer.close()
    },
  }
}
