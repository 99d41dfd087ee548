import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sqliteGuards, versionOf } from '../../server/database/guards.ts'
import { fileIn } from '../../server/database/open.ts'
import {
  contentOf,
  copiesIn,
  emptyFolder,
  filesIn,
  inPassing,
  plantedFolder,
  refusalOf,
  started,
} from './given.ts'
import { migrationsAnd } from './migrations.ts'

/** Root may write everywhere: as nobody, where the tests run as root. */
function withoutPrivileges<T>(work: () => T): T {
  const root = process.geteuid?.() === 0
  if (root) process.seteuid?.(65_534)
  try {
    return work()
  } finally {
    if (root) process.seteuid?.(0)
  }
}

describe('the start is refused, and nothing was touched', () => {
  test('when the database is newer than the program', async () => {
    const folder = plantedFolder()
    await started(folder, { migrations: migrationsAnd(['create table later (id integer)']) })
    const before = contentOf(folder)
    const files = filesIn(folder)
    const refusal = await refusalOf(folder)
    expect(refusal).toMatchObject({ code: 'database-newer', facts: { file: fileIn(folder) } })
    expect(contentOf(folder)).toEqual(before)
    expect(filesIn(folder)).toEqual(files)
  })

  test('when a guard has been dropped by hand', async () => {
    const folder = plantedFolder()
    inPassing(folder, (connection) => connection.exec('drop trigger updates_never_edited'))
    expect(await refusalOf(folder)).toMatchObject({
      code: 'guard-missing',
      facts: { file: fileIn(folder), guards: 'updates_never_edited' },
    })
    expect(contentOf(folder).schema.join()).not.toContain('updates_never_edited')
  })

  test('when a guard has been put in the place of another by hand', async () => {
    const folder = plantedFolder()
    inPassing(folder, (connection) => {
      connection.exec('drop trigger updates_never_edited')
      connection.exec('create trigger updates_never_edited before update on updates begin select 1; end')
    })
    expect(await refusalOf(folder)).toMatchObject({
      code: 'guard-missing',
      facts: { guards: 'updates_never_edited' },
    })
  })

  test('when the file is no database', async () => {
    const folder = emptyFolder()
    const letter = 'Hej!\n'.repeat(1000)
    writeFileSync(fileIn(folder), letter)
    expect(await refusalOf(folder)).toMatchObject({ code: 'not-a-database' })
    expect(readFileSync(fileIn(folder), 'utf8')).toBe(letter)
    expect(filesIn(folder)).toEqual(['avstamt.db'])
  })

  test('when it is the database of another program', async () => {
    const folder = emptyFolder()
    inPassing(folder, (connection) => connection.exec('create table invoices (id integer)'))
    const before = contentOf(folder)
    expect(await refusalOf(folder)).toMatchObject({ code: 'not-a-database' })
    expect(contentOf(folder)).toEqual(before)
  })

  test('when the place of the database is taken by a folder', async () => {
    const folder = emptyFolder()
    mkdirSync(fileIn(folder))
    expect(await refusalOf(folder)).toMatchObject({ code: 'folder-unwritable', facts: { folder } })
    expect(filesIn(fileIn(folder))).toEqual([])
  })

  test('when the folder cannot be made or is a file', async () => {
    const folder = emptyFolder()
    const file = join(folder, 'a file')
    writeFileSync(file, '')
    expect(await refusalOf(file)).toMatchObject({ code: 'folder-unwritable', facts: { folder: file } })
    expect(await refusalOf(join(file, 'data'))).toMatchObject({ code: 'folder-unwritable' })
    expect(filesIn(folder)).toEqual(['a file'])
  })

  test('when the folder may not be written to', async () => {
    const folder = emptyFolder()
    const data = join(folder, 'data')
    mkdirSync(data)
    chmodSync(folder, 0o755)
    chmodSync(data, 0o555)
    const refusal = await withoutPrivileges(() => refusalOf(data))
    expect(refusal).toMatchObject({ code: 'folder-unwritable', facts: { folder: data } })
    expect(filesIn(data)).toEqual([])
  })

  test('when the database may not be written to', async () => {
    const folder = plantedFolder()
    chmodSync(folder, 0o777)
    chmodSync(fileIn(folder), 0o444)
    const refusal = await withoutPrivileges(() => refusalOf(folder))
    expect(refusal).toMatchObject({ code: 'folder-unwritable', facts: { folder } })
  })
})

describe('a start', () => {
  test('makes the folder it is given', async () => {
    const folder = join(emptyFolder(), 'deep', 'down')
    await started(folder)
    expect(filesIn(folder)).toEqual(['avstamt.db'])
  })

  test('puts a changed list of guards up on an old database, and takes down those that are no longer in it', async () => {
    const folder = plantedFolder()
    const before = contentOf(folder)
    inPassing(folder, (connection) => {
      connection.exec('drop trigger updates_never_edited')
      connection.exec('create trigger an_older_one before insert on updates begin select 1; end')
      connection.pragma('user_version = 1')
    })
    await started(folder)
    expect(contentOf(folder)).toEqual(before)
    expect(copiesIn(folder)).toEqual([])
  })

  test('knows a list of guards by its number, which moves when any of them does', () => {
    const number = versionOf(sqliteGuards)
    expect(number).toBeGreaterThan(0)
    expect(number).toBeLessThan(2 ** 31)
    const [first, ...rest] = sqliteGuards
    expect(versionOf(rest)).not.toBe(number)
    expect(versionOf([{ ...first!, sql: `${first!.sql} ` }, ...rest])).not.toBe(number)
  })
})
