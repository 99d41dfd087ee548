import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFolder, inPassing } from './given.ts'

const ours = join(import.meta.dirname, '../../migrations/sqlite')

/** Our migrations and, after them, some made by hand; each is its statements. */
export function migrationsAnd(...more: string[][]): string {
  const folder = emptyFolder()
  cpSync(ours, folder, { recursive: true })
  const journalFile = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8'))
  for (const statements of more) {
    const { idx, when } = journal.entries.at(-1)
    const tag = `${String(idx + 1).padStart(4, '0')}_made_by_hand`
    journal.entries.push({ idx: idx + 1, version: '6', when: when + 60_000, tag, breakpoints: true })
    writeFileSync(join(folder, `${tag}.sql`), statements.join(';--> statement-breakpoint\n'))
  }
  writeFileSync(journalFile, JSON.stringify(journal))
  return folder
}

/** The statements drizzle-kit writes when a table's definition changes in a way SQLite cannot alter. */
export function rebuildOf(folder: string, table: string): string[] {
  const { masters, names } = inPassing(folder, (connection) => ({
    masters: connection
      .prepare(`select type, sql from sqlite_master where tbl_name = ? and sql is not null`)
      .all(table) as { type: string; sql: string }[],
    names: connection.pragma(`table_info("${table}")`) as { name: string }[],
  }))
  const definition = masters.find(({ type }) => type === 'table')!.sql
  const columns = names.map(({ name }) => `"${name}"`).join(', ')
  return [
    'PRAGMA foreign_keys=OFF',
    definition.replace(`\`${table}\``, `\`__new_${table}\``),
    `INSERT INTO \`__new_${table}\`(${columns}) SELECT ${columns} FROM \`${table}\``,
    `DROP TABLE \`${table}\``,
    `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\``,
    'PRAGMA foreign_keys=ON',
    ...masters.filter(({ type }) => type === 'index').map(({ sql }) => sql),
  ]
}
