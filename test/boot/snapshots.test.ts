import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepNewestSnapshot } from '../../server/boot/snapshots.mjs'

const migrations = join(import.meta.dirname, '../../migrations')

test('only the newest snapshot is kept, and nothing else goes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'avstamt-snapshots-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const names = [
    '0002_snapshot.json',
    '0010_snapshot.json',
    '0009_snapshot.json',
    '_journal.json',
    'note.txt',
  ]
  for (const name of names) writeFileSync(join(folder, name), '')
  keepNewestSnapshot(folder)
  const left = ['0010_snapshot.json', '_journal.json', 'note.txt']
  expect(readdirSync(folder).sort()).toEqual(left)
  keepNewestSnapshot(folder)
  expect(readdirSync(folder).sort()).toEqual(left)
})

test.for(['sqlite', 'postgres'])(
  'each migration of %s has its file, and one snapshot stands beside them: the last one’s',
  (engine) => {
    const folder = join(migrations, engine)
    const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
      entries: { idx: number; tag: string; when: number }[]
    }
    const files = journal.entries.map(({ tag }) => `${tag}.sql`)
    expect(readdirSync(folder).sort()).toEqual([...files, 'meta'].sort())
    const last = String(journal.entries.at(-1)!.idx).padStart(4, '0')
    expect(readdirSync(join(folder, 'meta')).sort()).toEqual([`${last}_snapshot.json`, '_journal.json'])
    // A database is known by when its migrations were made: two of the same instant could not be told apart.
    const made = journal.entries.map(({ when }) => when)
    expect(made).toEqual([...new Set(made)].sort((a, b) => a - b))
  },
)
