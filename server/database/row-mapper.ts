import { Column, SQL, getTableName, is, noopDecoder, type DriverValueDecoder } from 'drizzle-orm'

/** How drizzle reads what the driver gives for an expression; a column does so itself. */
interface Decoding {
  decoder: DriverValueDecoder<unknown, unknown>
}

/** What a prepared query of drizzle's knows of its answer, and where it asks how rows are made of what the driver gives. */
export interface Answering {
  fields?: { path: string[]; field: Column | SQL | SQL.Aliased }[] | undefined
  /** By a table's name: false for one that a row may be without. */
  joinsNotNullableMap?: Record<string, boolean> | undefined
  customResultMapper?: (rows: unknown[][]) => object[]
}

/** A value of a row: its name, where the driver has it, and how it is read where it is not as the driver gives it. */
interface Value {
  name: string
  at: number
  read: ((value: unknown) => unknown) | undefined
}

/** Values that stand together under a name; null as a whole where the driver has null at `absent`. */
interface Group {
  name: string
  values: Value[]
  absent: number | undefined
}

/**
 * Has a query's rows made by a plan that is drawn once: drizzle looks up the same of every value of every row, which was a fifth of a signed-in
 * read. Gives the same rows; what is nested deeper than a joined table is left to drizzle.
 */
export function mapRows(query: Answering): void {
  const { fields, joinsNotNullableMap } = query
  if (!fields || fields.some(({ path }) => path.length > 2)) return
  const plan = new Map<string, Value | Group>()
  fields.forEach(({ path: [name, inner], field }, at) => {
    if (inner === undefined) plan.set(name!, { name: name!, at, read: readerOf(field) })
    else {
      const group = (plan.get(name!) ?? { name: name!, values: [], absent: undefined }) as Group
      group.values.push({ name: inner, at, read: readerOf(field) })
      plan.set(name!, group)
    }
  })
  for (const group of plan.values()) {
    if (!('values' in group)) continue
    const columns = group.values.filter(({ at }) => is(fields[at]!.field, Column))
    const tables = new Set(columns.map(({ at }) => getTableName((fields[at]!.field as Column).table)))
    const [table] = tables
    if (joinsNotNullableMap && tables.size === 1 && !joinsNotNullableMap[table!])
      group.absent = columns[0]!.at
  }
  const order = [...plan.values()]
  query.customResultMapper = (rows) => rows.map((row) => rowBy(order, row))
}

function rowBy(plan: (Value | Group)[], row: unknown[]): object {
  const made: Record<string, unknown> = {}
  for (const one of plan) {
    if (!('values' in one)) made[one.name] = valueIn(row, one)
    else if (one.absent !== undefined && row[one.absent] === null) made[one.name] = null
    else {
      const group: Record<string, unknown> = {}
      for (const value of one.values) group[value.name] = valueIn(row, value)
      made[one.name] = group
    }
  }
  return made
}

function valueIn(row: unknown[], { at, read }: Value): unknown {
  const value = row[at]
  return value === null || read === undefined ? value : read(value)
}

const readingOf = (decoder: object): unknown => Reflect.get(decoder, 'mapFromDriverValue')
/** drizzle's ways of leaving a value as the driver gives it. */
const leaving = [readingOf(Column.prototype), readingOf(noopDecoder)]

/** Undefined where a value is as the driver gives it. */
function readerOf(field: Column | SQL | SQL.Aliased): Value['read'] {
  const decoder = is(field, Column) ? field : ((is(field, SQL) ? field : field.sql) as SQL & Decoding).decoder
  if (leaving.includes(readingOf(decoder))) return undefined
  return (value) => decoder.mapFromDriverValue(value)
}
