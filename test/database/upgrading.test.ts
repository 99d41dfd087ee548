import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { fileIn } from '../../server/database/open.ts'
import { CannotOpen, sentenceFor } from '../../server/database/problem.ts'
import {
  byHand,
  contentOf,
  copiesIn,
  emptyFolder,
  filesIn,
  inPassing,
  opened,
  plantedFolder,
  refusalOf,
  started,
} from './given.ts'
import { migrationsAnd } from './migrations.ts'

const addsAColumn = ['alter table plans add column colour text']
const failsHalfWay = ['create table halfway (id integer)', 'insert into nowhere values (1)']
const losesAParent = [
  'PRAGMA foreign_keys=OFF',
  'create table notes (id integer primary key, plan_id integer references plans(id))',
  'insert into notes (plan_id) values (4711)',
]
const copy = 'avstamt.db.before-2023-11-20T09-00-00-000Z'

describe('an upgrade that fails', () => {
  test.for([
    ['half-way', failsHalfWay],
    ['with rows that lost what they point at', losesAParent],
    ['by taking away what a guard stands on', ['drop table evidence']],
    ['after an upgrade that went well', [...addsAColumn, ...failsHalfWay]],
  ] as const)('%s leaves the database as it was', async ([, statements]) => {
    const folder = plantedFolder()
    const before = contentOf(folder)
    const refusal = await refusalOf(folder, { migrations: migrationsAnd([...statements]) })
    expect(refusal).toMatchObject({ code: 'migration-failed', facts: { file: fileIn(folder) } })
    expect(contentOf(folder)).toEqual(before)
    expect(filesIn(folder)).toEqual(['avstamt.db'])
    await started(folder)
  })

  test('says what went wrong, not what was being done', async () => {
    const refusal = await refusalOf(plantedFolder(), { migrations: migrationsAnd(failsHalfWay) })
    expect(sentenceFor(refusal as CannotOpen)).toContain('(no such table: nowhere)')
  })

  test('at the first start leaves nothing', async () => {
    const folder = emptyFolder()
    const refusal = await refusalOf(folder, { migrations: migrationsAnd(failsHalfWay) })
    expect(refusal).toMatchObject({ code: 'first-migration-failed' })
    expect(filesIn(folder)).toEqual([])
    await started(folder)
  })

  test('is not begun when no copy can be made, and what stands in its way is not touched', async () => {
    const folder = plantedFolder()
    writeFileSync(join(folder, copy), 'another copy')
    const before = contentOf(folder)
    const refusal = await refusalOf(folder, { migrations: migrationsAnd(addsAColumn) })
    expect(refusal).toMatchObject({ code: 'copy-failed', facts: { copy: join(folder, copy) } })
    expect(contentOf(folder)).toEqual(before)
    expect(copiesIn(folder)).toEqual([copy])
  })

  test('is not begun while another process has the database open, whose writes would be lost', async () => {
    const folder = plantedFolder()
    const running = opened(folder)
    const refusal = await refusalOf(folder, { migrations: migrationsAnd(addsAColumn), patience: 0 })
    expect(refusal).toMatchObject({ code: 'database-in-use', facts: { file: fileIn(folder) } })
    expect(copiesIn(folder)).toEqual([])
    const [, revision] = await running.revisions('psykisk-halsa')
    expect(revision).toBeGreaterThan(0)
  })
})

describe('a start that was broken off', () => {
  test('between the upgrade and the guards puts them up the next time', async () => {
    const folder = plantedFolder()
    const before = contentOf(folder)
    // As it stands when the process is killed there: guards down, and no version.
    inPassing(folder, (connection) => {
      for (const name of connection
        .prepare(`select name from sqlite_master where type = 'trigger'`)
        .pluck()
        .all())
        connection.exec(`drop trigger ${String(name)}`)
      connection.pragma('user_version = 0')
    })
    await started(folder)
    expect(contentOf(folder)).toEqual(before)
  })

  test('before the first migration was through begins again', async () => {
    const folder = emptyFolder()
    inPassing(folder, (connection) =>
      connection.exec(
        'create table __drizzle_migrations (id serial primary key, hash text, created_at numeric)',
      ),
    )
    await started(folder)
    expect(Object.keys(contentOf(folder).rows)).toContain('updates')
  })
})

describe('a copy', () => {
  test('is not made of an empty database, nor when there is nothing to do', async () => {
    const folder = emptyFolder()
    await started(folder)
    await started(folder)
    expect(filesIn(folder)).toEqual(['avstamt.db'])
  })

  test('is made before an upgrade, named after the moment, whole and ready to be taken back', async () => {
    const folder = plantedFolder()
    const before = contentOf(folder)
    await started(folder, { migrations: migrationsAnd(addsAColumn) })
    expect(copiesIn(folder)).toEqual([copy])
    const elsewhere = emptyFolder()
    copyFileSync(join(folder, copy), fileIn(elsewhere))
    expect(contentOf(elsewhere)).toEqual(before)
    await started(elsewhere)
  })

  test('holds also what still lay in the write-ahead log of a process that was killed', async () => {
    const [running, killed] = [plantedFolder(), emptyFolder()]
    const writing = byHand(running)
    writing.exec('update plans set revision = 4711')
    for (const name of ['avstamt.db', 'avstamt.db-wal']) copyFileSync(join(running, name), join(killed, name))
    await started(killed, { migrations: migrationsAnd(addsAColumn) })
    const kept = new Sqlite(join(killed, copy), { readonly: true })
    expect(kept.prepare('select revision from plans').pluck().get()).toBe(4711)
    kept.close()
  })
})
