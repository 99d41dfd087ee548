import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Tables } from './tables.ts'

/**
 * What a store works with: one transaction's queries and the tables of the engine in use. Always awaited, rows always taken as arrays,
 * so that the same line runs on both engines.
 */
export type Tx = Pick<
  BaseSQLiteDatabase<'async', unknown, Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
> & { tables: Tables }

/** The two doors to the database. */
export interface Database {
  /** One moment for everything a page shows; cannot write. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction after the other. Await nothing but `tx` inside; what must follow the commit goes through the outbox. Throws when nested. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The numbers that finished answers depend on: [installation, plan], plan 0 when there is none; without slug the sum of all plans'. */
  revisions(slug: string | undefined): [number, number] | Promise<[number, number]>
  close(): Promise<void>
}

/** A write that takes longer, in milliseconds, is told about: it keeps all others waiting. */
export const slowAfter = 5000

export interface SlowWrite {
  milliseconds: number
}
