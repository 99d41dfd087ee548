import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject as provided, expect, onTestFinished, test } from 'vitest'
import { fileIn, openDatabase, openPostgres } from '../../server/database/open.ts'
import { connectPostgres } from '../../server/database/postgres.ts'
import { CannotOpen, sentenceFor } from '../../server/database/problem.ts'
import { connectSqlite } from '../../server/database/sqlite.ts'
import { inCluster } from '../support/postgres.ts'

// What the migrations left that were put together into the first one (docs/decisions.md): drizzle's rows, and a table of theirs.
const older = {
  sqlite: `create table __drizzle_migrations (id serial primary key, hash text not null, created_at numeric);
    insert into __drizzle_migrations (hash, created_at) values
      ('7626bfc4a3b9e7e72e49001af58821ab09a8a3a78c2cde1f9a4a9b7f53b48337', 1795305492187),
      ('493caea32245b36af4a3766d427f88458dd69cbc4e6fbe0364b8bc1d885c5636', 1795315097061),
      ('0d6c57261d07a115f386e1feb5675c0934d79a4ccbeecf225b54ae020b867e5f', 1795315809370),
      ('49eb10958067221676bc3ddee63ad13e2ba41c72e2f9443c9ed9e6fb11acfcdf', 1795316171868),
      ('4eb0b9c3001c04f466ee4d7708ce7c0975f7a7547857ca54dac1a2cc5942b51d', 1795316710669),
      ('1ff281e859a295f605e727fd64b5bcea7ab6daa77382cfe6cd005baf3c909e04', 1795327329974),
      ('ce3ef1346e2694b03f5093a1f5f7dc64f3c85c38523a3696a581f919b11de4e2', 1795327452544);`,
  postgres: `create schema drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
    insert into drizzle.__drizzle_migrations (hash, created_at) values
      ('745b114c8e83ef120aee74d5dc50e74150e9852be90c3f2ce969049ed98855b3', 1795307601671),
      ('97547f1c63e331e99365eba9df91310469305ceafa1e5674848cbf10f02973de', 1795315097770),
      ('88d0e1d91f284b93503abe3aec841746aa7916f4eb9a00540a0b2811dae9c1c9', 1795315810051),
      ('08510d81681347d69b88a720281de9ba3e721ab23aa79f089c1f35424c8fd1d9', 1795316172782),
      ('27281d69d4b7c068dd6ba6d3bc16109ea078ee5c62a6fab21f95f958e9138fdb', 1795316714934),
      ('08751fe1ff5227ed98eb12bf6b7b5eaaf4d8283df1385e4284663d208e3d2c60', 1795327330778),
      ('a75cf89305c4ebdb9de0fccd8d10a4fae8f23afdf3ff41f7e291ec595733d78b', 1795327453299);`,
} as const
const ofPlans = `create table plans (id integer primary key, slug text not null);
  insert into plans (id, slug) values (1, 'gammal');`

interface Older {
  /** Starts the program on it. */
  open: () => Promise<void>
  /** Which tables it has, and what its plan is called. */
  content: () => Promise<string[]>
  /** Says something to it by hand. */
  exec: (sql: string) => Promise<void>
  setting: 'DATA_DIR' | 'DATABASE_URL'
}

/** A database as the program before the first migration left it, on the engine this run is for. */
async function olderDatabase(): Promise<Older> {
  const cluster = provided('postgres')
  const all = cluster ? await inPostgres(cluster) : inSqlite()
  await all.exec(older[cluster ? 'postgres' : 'sqlite'] + ofPlans)
  return all
}

function inSqlite(): Older {
  const folder = mkdtempSync(join(tmpdir(), 'avstamt-older-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const inFile = <T>(work: (connection: ReturnType<typeof connectSqlite>) => T): T => {
    const connection = connectSqlite(fileIn(folder))
    try {
      return work(connection)
    } finally {
      connection.close()
    }
  }
  const names = `select name from sqlite_master where type = 'table' order by name`
  return {
    open: () => openDatabase({ folder, now: new Date('2023-11-20T09:00:00.000Z') }).close(),
    content: () =>
      Promise.resolve([
        ...readdirSync(folder),
        ...inFile((connection) => connection.prepare(names).pluck().all() as string[]),
        ...inFile((connection) => connection.prepare('select slug from plans').pluck().all() as string[]),
      ]),
    exec: (sql) => Promise.resolve(inFile((connection) => void connection.exec(sql))),
    setting: 'DATA_DIR',
  }
}

async function inPostgres(cluster: string): Promise<Older> {
  const name = `older_${randomUUID().replaceAll('-', '')}`
  await inCluster(cluster, `create database ${name} template template0`)
  const client = connectPostgres(`${cluster}/${name}`, 1)
  onTestFinished(async () => {
    await client.end()
    await inCluster(cluster, `drop database ${name} with (force)`)
  })
  return {
    open: async () => (await openPostgres(`${cluster}/${name}`)).close(),
    content: async () =>
      (
        await client<{ name: string }[]>`
          select table_schema || '.' || table_name as name from information_schema.tables
          where table_schema in ('public', 'drizzle') union all select slug from plans order by name`
      ).map((row) => row.name),
    exec: async (sql) => void (await client.unsafe(sql)),
    setting: 'DATABASE_URL',
  }
}

async function refusalOf({ open }: Older): Promise<CannotOpen | 'started'> {
  try {
    await open()
    return 'started'
  } catch (error) {
    if (error instanceof CannotOpen) return error
    throw error
  }
}

const newest = '(select max(created_at) from'
const journalOf = ({ setting }: Older) =>
  setting === 'DATA_DIR' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations'

test('a database from before the first migration is refused in one sentence that says how to go on, and left as it is', async () => {
  const all = await olderDatabase()
  const before = await all.content()
  const refusal = (await refusalOf(all)) as CannotOpen
  expect(refusal.code).toBe('database-too-old')
  const sentence = sentenceFor(refusal)
  expect(sentence).toMatch(/^The database \S+ was made by a version before this one's first migration and /)
  expect(sentence).toContain(`start this one with an empty ${all.setting}.`)
  expect(sentence.match(/\.( |$)/g)).toHaveLength(1)
  expect(await all.content()).toEqual(before)
})

test('also one that went only a part of the way', async () => {
  const all = await olderDatabase()
  const journal = journalOf(all)
  for (let left = 6; left >= 1; left -= 1) {
    await all.exec(`delete from ${journal} where created_at = ${newest} ${journal})`)
    expect(await refusalOf(all), `${left} left`).toMatchObject({ code: 'database-too-old' })
  }
})

test('one that a later program has touched is called newer, not older', async () => {
  const all = await olderDatabase()
  await all.exec(`insert into ${journalOf(all)} (hash, created_at) values ('later', 9999999999999)`)
  expect(await refusalOf(all)).toMatchObject({ code: 'database-newer' })
})
