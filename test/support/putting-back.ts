import type { Sql } from 'postgres'

export interface PuttingBack {
  /** Takes back what has been written since the copy was made, or was last put back; false when it is not as new and is to be dropped. */
  putBack: () => Promise<boolean>
  end: () => Promise<void>
}

interface Table {
  name: string
  /** How many rows it has when it is as new. */
  rows: number
}

/** Keeps beside the tables of a template what their rows are, for its copies to be put back to. */
export async function keepRows(client: Sql): Promise<void> {
  await client.unsafe('create schema kept')
  const tables = await client<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`
  for (const { name } of tables) await client.unsafe(`create table kept.${name} as table public.${name}`)
}

/** Gets to know a copy of a template of which `keepRows` has kept the rows, before anything is written in it. */
export async function puttingBack(client: Sql): Promise<PuttingBack> {
  const tables = await tablesOf(client)
  const rowsOf = new Map(tables.map(({ name, rows }) => [name, rows]))
  const changed = whereChanged(tables)
  const rewind = await rewinding(client)
  let since = await nextTransaction(client)

  return {
    async putBack() {
      if (await isWorking(client)) return false
      const names = await client.unsafe<{ name: string }[]>(changed, [since], { prepare: true })
      const asNew = await client.begin(async (tx) => {
        // Neither guards nor foreign keys look at what is put back.
        await tx.unsafe('set local session_replication_role = replica')
        await tx.unsafe(rewind, [], { prepare: true })
        let inOrder = true
        for (const { name } of names) {
          await tx.unsafe(`delete from public.${name} where xmin::text::bigint >= ${since}`)
          const missing = await tx.unsafe(`insert into public.${name} overriding system value
            select * from kept.${name} as row where row::text not in (select row::text from public.${name} as row)`)
          // A row that comes back comes last, also for a question that names no order.
          if (missing.count > 0 && rowsOf.get(name) !== 1) inOrder = false
        }
        return inOrder
      })
      since = await nextTransaction(client)
      return asNew
    },
    end: () => client.end(),
  }
}

async function tablesOf(client: Sql): Promise<Table[]> {
  const names = await client<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`
  const each = names.map(
    ({ name }) => `select '${name}' as name, count(*)::integer as rows from kept.${name}`,
  )
  return client.unsafe<Table[]>(each.join(' union all '))
}

/** Asks for the tables that a transaction from $1 on has written in: what it inserted or changed bears its number, what it deleted is missing. */
const whereChanged = (tables: readonly Table[]): string =>
  tables
    .map(
      ({ name, rows }) => `select '${name}' as name from public.${name}
        having count(*) <> ${rows} or count(*) filter (where xmin::text::bigint >= $1) > 0`,
    )
    .join(' union all ')

/** Sets back the sequences that have gone on, also for a row that was never kept. */
async function rewinding(client: Sql): Promise<string> {
  const sequences = await client<{ name: string; next: string }[]>`
    select sequencename as name, coalesce(last_value, start_value - 1) + 1 as next from pg_sequences where schemaname = 'public'`
  return sequences
    .map(
      ({ name, next }) => `select setval('public.${name}', ${next}, false) from public.${name}
        where last_value + is_called::integer <> ${next}`,
    )
    .join(' union all ')
}

/** Whether a transaction is still open in it: what it writes would come after. */
async function isWorking(client: Sql): Promise<boolean> {
  const others = await client`
    select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`
  return others.length > 0
}

/** A number that no row bears yet, and that no later transaction's is lower than. */
async function nextTransaction(client: Sql): Promise<string> {
  const [row] = await client<{ id: string }[]>`select pg_current_xact_id()::text as id`
  return row!.id
}
