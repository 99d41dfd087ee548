import { sql, type Placeholder } from 'drizzle-orm'
import type { Tx } from './database.ts'

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
      made.set(tx, prepared)
    }
    return prepared.execute(values as Record<string, unknown>)
  }
}
