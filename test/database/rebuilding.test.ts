import { getTableName } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { sqliteGuards } from '../../server/database/guards.ts'
import { sqliteTables } from '../../server/database/tables.ts'
import { contentOf, inPassing, plantedFolder, started } from './given.ts'
import { migrationsAnd, rebuildOf } from './migrations.ts'

const tables = Object.values(sqliteTables).map((table) => getTableName(table))

/** A table whose rows go with their plan: what drizzle's own migrator empties when the plans are rebuilt. */
const notes = [
  'create table notes (id integer primary key, plan_id integer not null references plans(id) on delete cascade)',
  'insert into notes (plan_id) select id from plans union all select id from plans',
]

describe('a migration that rebuilds a table', () => {
  test('keeps the rows of its children, also those that go when their parent is deleted', async () => {
    const folder = plantedFolder()
    const withNotes = migrationsAnd(notes)
    await started(folder, { migrations: withNotes })
    const before = contentOf(folder).rows
    expect(before.notes).toHaveLength(2)
    await started(folder, {
      migrations: migrationsAnd(notes, rebuildOf(folder, 'plans')),
      now: new Date('2023-11-21T09:00:00.000Z'),
    })
    expect(contentOf(folder).rows).toEqual(before)
  })

  test('gives it its guards back', async () => {
    const folder = plantedFolder()
    await started(folder, { migrations: migrationsAnd(rebuildOf(folder, 'updates')) })
    inPassing(folder, (connection) => {
      expect(() => connection.exec(`update updates set status = 'closed'`)).toThrow('updates is append-only')
      expect(() => connection.exec('delete from updates')).toThrow('updates is append-only')
    })
  })

  test.for(tables)('leaves every row, index and guard as it was: %s', async (table) => {
    const folder = plantedFolder()
    const before = contentOf(folder)
    await started(folder, { migrations: migrationsAnd(rebuildOf(folder, table)) })
    const after = contentOf(folder)
    expect(after.rows).toEqual(before.rows)
    // A renamed table is quoted with other marks.
    const plain = (schema: string[]) => schema.map((sql) => sql.replaceAll(/["`]/g, ''))
    expect(plain(after.schema)).toEqual(plain(before.schema))
    expect(after.schema.filter((sql) => sql.startsWith('CREATE TRIGGER'))).toHaveLength(sqliteGuards.length)
  })

  test('may also edit rows that nobody else may', async () => {
    const folder = plantedFolder()
    const edit = `update updates set by_function = 'funktion ' || by_function`
    await started(folder, { migrations: migrationsAnd([edit]) })
    const functions = inPassing(folder, (connection) =>
      connection.prepare('select by_function from updates').pluck().all(),
    )
    expect(functions.every((one) => String(one).startsWith('funktion '))).toBe(true)
  })
})
