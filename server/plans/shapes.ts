import { Type, type Static } from 'typebox'
import type { Vocabulary } from '#domain/tags.ts'
import { Dated, OutlookName, StatusName } from '../frame.ts'

/** One group of the tally: the adopted points of one status, in the order of their numbers. */
export const TallyGroup = Type.Object({
  status: StatusName,
  late: Type.Integer(),
  cells: Type.Array(
    Type.Object({ number: Type.String(), title: Type.String(), late: Type.Optional(Type.Boolean()) }),
  ),
})
export type TallyGroup = Static<typeof TallyGroup>

/** A point that does not go as planned. `outlook` is named when it is late or at risk; else the status is the trouble. */
export const Troubled = Type.Object({
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: Type.Optional(OutlookName),
  reopened: Type.Optional(Type.Boolean()),
  added: Type.Optional(Type.Boolean()),
  reason: Type.Optional(Type.String()),
  /** The reason has been removed; what stands there says so, in the reader's language. */
  masked: Type.Optional(Type.Boolean()),
})
export type Troubled = Static<typeof Troubled>

/** One bar: a closed review day. `at` is its day counted from the plan's first. */
export const Bar = Type.Object({
  term: Type.String(),
  address: Type.String(),
  day: Dated,
  at: Type.Integer(),
  closed: Type.Integer(),
  embedded: Type.Integer(),
  completed: Type.Integer(),
})

export const Growth = Type.Object({
  sentence: Type.String(),
  /** Whether there were more at the last review than at the first. */
  grown: Type.Boolean(),
  bars: Type.Array(Bar),
  adopted: Type.Integer(),
  /** Days of the whole plan, and how many of them have passed. */
  days: Type.Integer(),
  passed: Type.Integer(),
  elapsed: Type.String(),
  from: Type.String(),
  to: Type.String(),
})
export type Growth = Static<typeof Growth>

/** A row of the list. `due` and `updated` are ISO days, or a month when an end falls on a month's last day. */
export const PointRow = Type.Object({
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: Type.Optional(OutlookName),
  reopened: Type.Optional(Type.Boolean()),
  mergedInto: Type.Optional(Type.String()),
  lead: Type.String(),
  due: Type.Optional(Type.String()),
  updated: Type.Optional(Type.String()),
  /** Named when the last word is getting old. */
  freshness: Type.Optional(Type.Unsafe<'due' | 'stale' | 'never'>({ type: 'string' })),
  added: Type.Optional(Type.Boolean()),
})
export type PointRow = Static<typeof PointRow>

export const Choice = Type.Object({ value: Type.String(), label: Type.String() })
export type Choice = Static<typeof Choice>

/** The list as the address asked for it: `?q=&status=&outlook=&lead=&area=&committee=&agenda-2030=&sort=-due`. */
export const PointList = Type.Object({
  total: Type.Integer(),
  rows: Type.Array(PointRow),
  filter: Type.Object({
    q: Type.String(),
    status: Type.String(),
    outlook: Type.String(),
    lead: Type.String(),
    area: Type.String(),
    committee: Type.String(),
    'public-health': Type.String(),
    'national-strategy': Type.String(),
    'agenda-2030': Type.String(),
    sort: Type.String(),
  }),
  filtered: Type.Boolean(),
  leads: Type.Array(Choice),
  areas: Type.Array(Choice),
  /** The committees that some point concerns: one of their organisations leads it or takes part. */
  committees: Type.Array(Choice),
  /** The goals that some point is tied to, vocabulary by vocabulary. */
  goals: Type.Array(
    Type.Object({ vocabulary: Type.Unsafe<Vocabulary>({ type: 'string' }), choices: Type.Array(Choice) }),
  ),
  /** What the committee that was asked for is concerned by, as a sentence. */
  concerns: Type.Optional(Type.String()),
})
export type PointList = Static<typeof PointList>
