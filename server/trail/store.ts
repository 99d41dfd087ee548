import { and, count, desc, eq, gte, inArray, isNull, lt, type SQL } from 'drizzle-orm'
import type { Instant } from '#domain/calendar.ts'
import type { Change, Reading, TrailFields, TrailKind } from '#domain/trail.ts'
import type { Tx } from '../database/database.ts'
import { statement, type Given } from '../database/statement.ts'
import type { WriteContext, TrailNote } from '../http/write-context.ts'

interface Row {
  /** Who; null for the program itself. */
  personId: number | null
  planId?: number | null
  object?: string | null
  objectId?: string | null
}

/**
 * Records that something was changed, in the transaction of the change (S03). Every write of the API does so by itself (http/write-once.ts);
 * what is written elsewhere – signing in, an import, a command – calls this.
 */
export async function recordChange(
  tx: Tx,
  change: Row & { deed: Change; fields?: TrailFields },
  now: Date,
): Promise<void> {
  await insert(tx, { ...change, kind: 'change', count: null, fields: change.fields ?? {} }, now)
}

/** Records that others' personal data were read: which list, and how many people it told of. Raises no revision. */
export async function recordRead(
  tx: Tx,
  read: Row & { list: Reading; count: number; fields?: TrailFields },
  now: Date,
): Promise<void> {
  const { list, ...row } = read
  await insert(tx, { ...row, kind: 'read', deed: list, fields: row.fields ?? {} }, now)
}

type Values = Required<Row> & {
  at: Instant
  kind: TrailKind
  deed: string
  fields: TrailFields
  count: number | null
}

const insertRow = statement((tx, given: Given<Values>) =>
  tx.insert(tx.tables.trail).values({
    at: given.at,
    personId: given.personId,
    planId: given.planId,
    kind: given.kind,
    deed: given.deed,
    object: given.object,
    objectId: given.objectId,
    fields: given.fields,
    count: given.count,
  }),
)

async function insert(
  tx: Tx,
  { personId, planId = null, object = null, objectId = null, ...row }: Row & Omit<Values, keyof Row | 'at'>,
  now: Date,
): Promise<void> {
  const { kind, deed, fields, count: n } = row
  const at = now.toISOString()
  await insertRow(tx, { at, personId, planId, object, objectId, kind, deed, fields, count: n })
}

/** Which rows of the trail are asked for. `planId` null: those that belong to no plan. */
export interface TrailWanted {
  planId: number | null
  personId?: number
  kind?: TrailKind
  deed?: string
  object?: string
  objectId?: string
  /** From this instant, and before that one. */
  from?: Instant
  until?: Instant
  /** Only rows older than this one: how a list goes on. */
  before?: number
}

export interface TrailEntry {
  id: number
  at: Instant
  /** Null for the program itself; the name is null when the person has been erased. */
  person: { id: number; name: string | null } | null
  kind: TrailKind
  deed: string
  object: string | null
  objectId: string | null
  fields: TrailFields
  count: number | null
}

/** The trail, the newest first; who is named as they are called now. */
export async function listTrail(tx: Tx, wanted: TrailWanted, limit: number): Promise<TrailEntry[]> {
  const { trail, people } = tx.tables
  const rows = await tx
    .select({ entry: trail, name: people.name })
    .from(trail)
    .leftJoin(people, eq(people.id, trail.personId))
    .where(matching(tx, wanted))
    .orderBy(desc(trail.id))
    .limit(limit)
  return rows.map(({ entry, name }) => ({
    id: entry.id,
    at: entry.at,
    person: entry.personId === null ? null : { id: entry.personId, name },
    kind: entry.kind,
    deed: entry.deed,
    object: entry.object,
    objectId: entry.objectId,
    fields: entry.fields,
    count: entry.count,
  }))
}

/** How many rows match. */
export async function countTrail(tx: Tx, wanted: TrailWanted): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(tx.tables.trail).where(matching(tx, wanted))
  return row?.n ?? 0
}

/** What there is to choose between in this part of the trail: who, what was done, and to what kinds of things. */
export async function choicesIn(
  tx: Tx,
  planId: number | null,
): Promise<{ people: { id: number; name: string | null }[]; deeds: string[]; objects: string[] }> {
  const { trail, people } = tx.tables
  const who = await tx
    .selectDistinct({ id: people.id, name: people.name })
    .from(trail)
    .innerJoin(people, eq(people.id, trail.personId))
    .where(ofPlan(tx, planId))
  const deeds = await tx.selectDistinct({ deed: trail.deed }).from(trail).where(ofPlan(tx, planId))
  const objects = await tx.selectDistinct({ object: trail.object }).from(trail).where(ofPlan(tx, planId))
  return {
    people: who,
    deeds: deeds.map(({ deed }) => deed),
    objects: objects.flatMap(({ object }) => object ?? []),
  }
}

const ofPlan = ({ tables: { trail } }: Tx, planId: number | null): SQL =>
  planId === null ? isNull(trail.planId) : eq(trail.planId, planId)

function matching(tx: Tx, wanted: TrailWanted): SQL | undefined {
  const { trail } = tx.tables
  const { personId, kind, deed, object, objectId, from, until, before } = wanted
  return and(
    ofPlan(tx, wanted.planId),
    personId === undefined ? undefined : eq(trail.personId, personId),
    kind === undefined ? undefined : eq(trail.kind, kind),
    deed === undefined ? undefined : eq(trail.deed, deed),
    object === undefined ? undefined : eq(trail.object, object),
    objectId === undefined ? undefined : eq(trail.objectId, objectId),
    from === undefined ? undefined : gte(trail.at, from),
    until === undefined ? undefined : lt(trail.at, until),
    before === undefined ? undefined : lt(trail.id, before),
  )
}

/** What these people are called; null for one who has been erased. */
async function namesOf(tx: Tx, ids: readonly number[]): Promise<Map<number, string | null>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { people } = tx.tables
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, wanted))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * Adds to the trail's row of the change under way what only the store knows: before and after – ids, codes, days and numbers, never names
 * or words – and, in `more`, what was touched where the address does not say it. Outside the door it does nothing.
 */
export function note(
  context: WriteContext,
  fields: TrailFields,
  more: Partial<Omit<TrailNote, 'fields'>> = {},
): void {
  if (!context.trail) return
  Object.assign(context.trail.fields, fields)
  Object.assign(context.trail, more)
}

/** What the people are called whom rows are about: null for one who has been erased. */
export function subjectsIn(tx: Tx, entries: readonly TrailEntry[]): Promise<Map<number, string | null>> {
  const about = entries.filter(({ object, objectId }) => object === 'person' && objectId !== null)
  return namesOf(
    tx,
    about.map(({ objectId }) => Number(objectId)).filter((id) => Number.isSafeInteger(id)),
  )
}
