import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/**
 * The column vocabulary: the few kinds of column the house has, once for each engine, with the same JavaScript values on both.
 * Days are text `YYYY-MM-DD`, instants text ISO 8601 with `Z`, so they sort as they read. Names become snake_case in the database.
 */
export const sqliteColumns = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  unique: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  /** Grows by one for each row and is never used again: the order of recording. */
  id: () => sqlite.integer().primaryKey({ autoIncrement: true }).notNull(),
  reference: () => sqlite.integer(),
  text: () => sqlite.text(),
  day: () => sqlite.text(),
  instant: () => sqlite.text(),
  whole: () => sqlite.integer(),
  flag: () => sqlite.integer({ mode: 'boolean' }),
  json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
  bytes: () => sqlite.blob({ mode: 'buffer' }),
}

export type Columns = typeof sqliteColumns

const bytea = pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })

const forPostgres = {
  table: pg.pgTable,
  index: pg.index,
  unique: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  id: () => pg.integer().primaryKey().generatedByDefaultAsIdentity().notNull(),
  reference: () => pg.integer(),
  text: () => pg.text(),
  day: () => pg.text(),
  instant: () => pg.text(),
  whole: () => pg.integer(),
  flag: () => pg.boolean(),
  json: <T>() => pg.json().$type<T>(),
  bytes: () => bytea(),
}

/** The code is written once, against the SQLite types; both vocabularies give the same values at run time. */
export const postgresColumns = forPostgres as unknown as Columns
