import { Type, type Static } from 'typebox'
import { statuses, type Status } from '#domain/status.ts'
import { MappedPlan } from '../plans/schema.ts'
import { OutlookName } from '../points/schema.ts'
import { Code, Day, Line, StrictObject } from '../http/schema.ts'

/** Merging names another point, which no list we have seen does in a column of its own. */
type Readable = Exclude<Status, 'merged'>
const ReadableStatus = Type.Unsafe<Readable>({
  type: 'string',
  enum: Object.keys(statuses).filter((status) => status !== 'merged'),
})

const ColumnName = Line(200)

/** The columns that can be read, by what stands in them; the value is the column's name in the file. */
const Columns = StrictObject({
  number: ColumnName,
  title: ColumnName,
  area: Type.Optional(ColumnName),
  areaNumber: Type.Optional(ColumnName),
  /** The one that leads; others in the same cell, after comma, semicolon, slash or line break, take part. */
  organisation: Type.Optional(ColumnName),
  dueOn: Type.Optional(ColumnName),
  round: Type.Optional(ColumnName),
  status: Type.Optional(ColumnName),
  text: Type.Optional(ColumnName),
})
export type ColumnKey = keyof Static<typeof Columns>
export const columnKeys = Object.keys(Columns.properties) as ColumnKey[]

/** A value of the round column, and what it was: the adoption, a review day that is closed, or how things stood on a day. One of the three. */
const Round = StrictObject({
  value: Type.Optional(Line(200)),
  adoption: Type.Optional(Type.Literal(true)),
  heldOn: Type.Optional(Day),
  holdsFrom: Type.Optional(Day),
})

/** What a value of the status column means, and what a status needs that no list says (F11). */
const Meaning = StrictObject({
  status: ReadableStatus,
  outlook: Type.Optional(OutlookName),
  handover: Type.Optional(
    StrictObject({ receiver: Type.Optional(Line(200)), function: Line(200), anchoredIn: Line(300) }),
  ),
  decision: Type.Optional(StrictObject({ by: Line(120), on: Day, reference: Line(120) })),
})
export type Meaning = Static<typeof Meaning>

/** How a file is to be read; described in docs/import.md. */
export const Mapping = StrictObject({
  plan: MappedPlan,
  publish: Type.Boolean(),
  columns: Columns,
  /** `area-first` puts the area's number and a dot before a number that is unique only within its area. */
  numbers: Type.Optional(
    Type.Unsafe<'as-written' | 'area-first'>({ type: 'string', enum: ['as-written', 'area-first'] }),
  ),
  rounds: Type.Array(Round, { minItems: 1, maxItems: 100 }),
  statuses: Type.Record(Type.String(), Meaning),
  /** A text that begins so, with the same status as before, is the answer *nothing new*. */
  nothingNew: Type.Optional(Line(200)),
  organisations: Type.Array(
    StrictObject({
      code: Code,
      name: Line(200),
      kind: Line(40),
      alsoCalled: Type.Optional(Type.Array(Line(200), { maxItems: 20 })),
    }),
    { minItems: 1, maxItems: 500 },
  ),
  /** What holds where the file says nothing. */
  defaults: Type.Optional(
    StrictObject({
      organisation: Type.Optional(Code),
      function: Type.Optional(Line(120)),
      text: Type.Optional(Line(500)),
    }),
  ),
})
export type Mapping = Static<typeof Mapping>
