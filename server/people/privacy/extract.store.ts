import { and, asc, eq, getTableColumns, inArray, or, type Column, type SQL } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { Tx } from '../../database/database.ts'
import { sqliteTables, type Tables } from '../../database/tables.ts'
import { readTexts } from '../../texts/store.ts'

export type TableName = keyof Tables

/** What a table's part of the extract is called where that is not the table's name: who reads the file knows it by this. */
const partNames: Partial<Record<TableName, string>> = {
  idempotencyKeys: 'answers',
  outbox: 'notices',
  followUpQuestions: 'stillQuestions',
  followUpAnswers: 'stillAnswers',
}

/** The name of a table's part in the extract. */
export const partOf = (table: TableName): string => partNames[table] ?? table

type Row = Record<string, unknown>

/** Which columns of each table point at `target`, read from the tables themselves, so that a new table is never forgotten. */
function pointingAt(target: 'people' | 'texts'): Partial<Record<TableName, string[]>> {
  const found: Partial<Record<TableName, string[]>> = {}
  for (const [name, table] of Object.entries(sqliteTables) as [TableName, Tables[TableName]][]) {
    const names = Object.entries(getTableColumns(table))
    const columns = getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns: from, foreignTable } = key.reference()
      if (foreignTable !== sqliteTables[target]) return []
      return from.map((column) => names.find(([, one]) => one === column)![0])
    })
    if (columns.length > 0) found[name] = columns
  }
  return found
}

const ofPeople = pointingAt('people')
const ofTexts = pointingAt('texts')

/** The tables that hold something of people: each has its words in the room `extract`. */
export const tablesAboutPeople: readonly TableName[] = ['people', ...(Object.keys(ofPeople) as TableName[])]

/** What opens something, what only compares, public records told elsewhere, and answers that may tell of others (GDPR art. 15.4). */
const leftOut = /hash|token|nonce|verifier|secret|salt|^code$|^body$|^snapshot$/i
const keepsBody: ReadonlySet<TableName> = new Set(['drafts', 'mailTexts', 'feedback'])

/** Everything kept about a person, table by table; free texts in their own words, null where they have been masked (S07). */
export async function everythingAbout(tx: Tx, personId: number): Promise<Partial<Record<TableName, Row[]>>> {
  const everything: Partial<Record<TableName, Row[]>> = {}
  const places = await placesIn(tx)
  const address = await addressOf(tx, personId)
  for (const name of tablesAboutPeople) {
    const rows = await rowsAbout(tx, name, { personId, address })
    if (rows.length > 0) everything[name] = await tell(tx, name, rows, { places, address })
  }
  return everything
}

/** What somebody is reached by; null once erased. */
async function addressOf(tx: Tx, personId: number): Promise<string | null> {
  const { people } = tx.tables
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
  return person?.email ?? null
}

async function rowsAbout(
  tx: Tx,
  name: TableName,
  { personId, address }: { personId: number; address: string | null },
): Promise<Row[]> {
  const table = tx.tables[name]
  const columns: Record<string, Column> = getTableColumns(table)
  const here: SQL[] = (name === 'people' ? ['id'] : ofPeople[name]!).map((one) => eq(columns[one]!, personId))
  if (name === 'trail') {
    const { object, objectId } = tx.tables.trail
    here.push(and(eq(object, 'person'), eq(objectId, String(personId)))!)
  }
  // Whoever wrote about a page had no account for it: found by the address they left.
  if (name === 'feedback' && address) here.push(eq(tx.tables.feedback.email, address))
  const order = columns.id ?? columns[ofPeople[name]![0]!]!
  return await tx
    .select()
    .from(table)
    .where(or(...here))
    .orderBy(asc(order))
}

/** What plans and points are called in their addresses: an id says nothing to the person it is about. */
async function placesIn(tx: Tx) {
  const { plans, points } = tx.tables
  const slugs = await tx.select({ id: plans.id, is: plans.slug }).from(plans)
  const numbers = await tx.select({ id: points.id, is: points.number }).from(points)
  const byId = (rows: { id: number; is: string }[]) => new Map(rows.map(({ id, is }) => [id, is]))
  return { planId: byId(slugs), pointId: byId(numbers) }
}

async function tell(
  tx: Tx,
  name: TableName,
  rows: readonly Row[],
  { places, address }: { places: Awaited<ReturnType<typeof placesIn>>; address: string | null },
): Promise<Row[]> {
  const textColumns = ofTexts[name] ?? []
  const texts = await readTexts(
    tx,
    rows.flatMap((row) => textColumns.map((column) => row[column] as number | null)),
  )
  const attached = name === 'updates' ? await evidenceOf(tx, rows) : undefined
  const written = name === 'reportVersions' ? await sectionsOf(tx, rows) : undefined
  return rows.map((row) => {
    const told: Row = {}
    // What others wrote, and whom it came from, is theirs; one's own is told whole.
    const others = name === 'feedback' && row.email !== address
    for (const [column, value] of Object.entries(row)) {
      if (textColumns.includes(column))
        told[column.replace(/Id$/, '')] = texts.get(value as number)?.body ?? null
      else if (column in places)
        told[column.replace(/Id$/, '')] = places[column as 'planId'].get(value as number)
      else if (others && column === 'email') continue
      else if (!leftOut.test(column) || (column === 'body' && keepsBody.has(name) && !others))
        told[column] = value
    }
    if (attached) return { ...told, evidence: attached.get(row.id as number) ?? [] }
    return written ? { ...told, sections: written.get(row.id as number) } : told
  })
}

/** What was written in reports, section by section: a version holds only which texts. */
async function sectionsOf(tx: Tx, versions: readonly Row[]): Promise<Map<number, Record<string, unknown>>> {
  const rows = versions as readonly Tables['reportVersions']['$inferSelect'][]
  const texts = await readTexts(
    tx,
    rows.flatMap(({ sections }) => Object.values(sections).flat()),
  )
  return new Map(
    rows.map(({ id, sections }) => [
      id,
      Object.fromEntries(
        Object.entries(sections).map(([section, ids]) => [
          section,
          ids.map((one) => texts.get(one)?.body ?? null),
        ]),
      ),
    ]),
  )
}

/** What updates rest on: evidence points at its update, and through it at whoever recorded it. */
async function evidenceOf(tx: Tx, updates: readonly Row[]): Promise<Map<number, Row[]>> {
  const { evidence } = tx.tables
  const ids = updates.map((row) => row.id as number)
  const rows: (typeof evidence.$inferSelect)[] = []
  // In pieces: an engine takes only so many parameters in one statement.
  for (let start = 0; start < ids.length; start += 500) {
    const some = inArray(evidence.updateId, ids.slice(start, start + 500))
    rows.push(...(await tx.select().from(evidence).where(some)))
  }
  const texts = await readTexts(
    tx,
    rows.flatMap(({ titleId, urlId }) => [titleId, urlId]),
  )
  const bodyOf = (id: number | null) => (id === null ? null : (texts.get(id)?.body ?? null))
  const told = rows.map((row) => ({
    updateId: row.updateId,
    title: bodyOf(row.titleId),
    url: bodyOf(row.urlId),
    reference: row.reference,
  }))
  return new Map([...Map.groupBy(told, ({ updateId }) => updateId)])
}
