import { getTableColumns, sql, type Placeholder } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { mapRows, type Answering } from './row-mapper.ts'
import { sqliteTables, type Tables } from './tables.ts'

/** The places of a statement's values, by their names. */
export type Given<Values> = { readonly [Name in keyof Values]: Placeholder<Name & string, Values[Name]> }

interface Preparable<Result> {
  prepare(): { execute(values: Record<string, unknown>): PromiseLike<Result> }
}

/** Gives each name its place when it is asked for. */
const places: object = new Proxy({}, { get: (_none, name) => sql.placeholder(String(name)) })

/**
 * A statement told once, with names where its values go; gives the function that asks it. Building a query's text costs many times what
 * asking it does, so a connection builds it the first time and keeps it – what every request asks is said this way, the rest as it comes.
 * A value in a nullable flag or JSON column is not given a name: its null would be turned into a value.
 */
export function statement<Values extends object, Result>(
  build: (tx: Tx, given: Given<Values>) => Preparable<Result>,
): (tx: Tx, values: Values) => Promise<Result> {
  const made = new WeakMap<Tx, ReturnType<Preparable<Result>['prepare']>>()
  return async (tx, values) => {
    let prepared = made.get(tx)
    if (!prepared) {
      prepared = build(tx, places as Given<Values>).prepare()
      mapRows(prepared as Answering)
      made.set(tx, prepared)
    }
    return prepared.execute(values as Record<string, unknown>)
  }
}

/** The same for a new row of a table, which gives its id. What is not told is null. */
export function newRow<Name extends keyof Tables>(
  name: Name,
): (tx: Tx, row: Omit<Tables[Name]['$inferInsert'], 'id'>) => Promise<number> {
  const columns = Object.keys(getTableColumns(sqliteTables[name])).filter((column) => column !== 'id')
  const nothing = Object.fromEntries(columns.map((column) => [column, null]))
  const insert = statement((tx, given: Given<Record<string, unknown>>) => {
    // Any table of the house: each has an id.
    const table = tx.tables[name] as Tables['texts']
    const row = Object.fromEntries(columns.map((column) => [column, given[column]]))
    return tx
      .insert(table)
      .values(row as unknown as Tables['texts']['$inferInsert'])
      .returning({ id: table.id })
  })
  return async (tx, row) => (await insert(tx, { ...nothing, ...row }))[0]!.id
}

/** How many values a statement for a list is built for: a list is asked in pieces, each filled up to the next of these with its last value. */
const lengths = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const

/** The same for a list of values, of any length and in any order; a value twice is asked once. */
export function statementForMany<Value, Row>(
  build: (tx: Tx, given: Placeholder[]) => Preparable<Row[]>,
): (tx: Tx, values: Iterable<Value>) => Promise<Row[]> {
  const names = Array.from({ length: lengths.at(-1)! }, (_none, index) => String(index))
  const byLength = new Map(
    lengths.map((length) => [
      length,
      statement((tx, given: Given<Record<string, Value>>) =>
        build(
          tx,
          names.slice(0, length).map((name) => given[name]!),
        ),
      ),
    ]),
  )
  return async (tx, values) => {
    const wanted = [...new Set(values)]
    const found: Row[] = []
    for (let start = 0; start < wanted.length; start += names.length) {
      const piece = wanted.slice(start, start + names.length)
      const length = lengths.find((one) => piece.length <= one)!
      const filled = names.slice(0, length).map((name, index) => [name, piece[index] ?? piece.at(-1)!])
      found.push(...(await byLength.get(length)!(tx, Object.fromEntries(filled) as Record<string, Value>)))
    }
    return found
  }
}
