import { Type, type Static } from 'typebox'
import type { PersonalData } from '#domain/personal-data.ts'
import { Dated, LabelChoice, Link, OutlookName, StatusName } from '../frame.ts'

const own = {
  number: Type.String(),
  title: Type.String(),
}

/** A point that somebody here writes about. `outlook` and `freshness` are named where they say why it needs a word. */
export const MyPoint = Type.Object({
  ...own,
  status: StatusName,
  outlook: Type.Optional(OutlookName),
  freshness: Type.Optional(Type.Unsafe<'due' | 'stale' | 'never'>({ type: 'string' })),
  /** What the dates say, where people say something kinder (F18). */
  suggestion: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
  updated: Type.Optional(Dated),
})
export type MyPoint = Static<typeof MyPoint>

/** An activity whose words nobody has yet looked at. */
export const Waiting = Type.Object({
  id: Type.Integer(),
  point: Type.String(),
  what: Type.String(),
  link: Type.Optional(Type.String()),
  who: Type.String(),
  day: Dated,
  /** "En bild eller fil följer med" */
  files: Type.Optional(Type.String()),
  /** What the words seem to say of one person (A05). */
  doubts: Type.Array(Type.Unsafe<PersonalData>({ type: 'string' })),
})
export type Waiting = Static<typeof Waiting>

/** An activity of one's own, and what became of it. */
export const MyActivity = Type.Object({
  id: Type.Integer(),
  point: Type.String(),
  title: Type.String(),
  what: Type.String(),
  day: Dated,
  state: Type.Unsafe<'shown' | 'waiting' | 'internal'>({ type: 'string' }),
  /** The closed report it stands in (A07). */
  report: Type.Optional(Link),
})
export type MyActivity = Static<typeof MyActivity>

/** Points somebody has taken over, with what the one before wrote to them (F41). */
export const HandedOver = Type.Object({ points: Type.Array(Type.String()), day: Dated, note: Type.String() })
export type HandedOver = Static<typeof HandedOver>

/** What one plan asks of the person signed in. What their role has no use for is left out. */
export const Plan = Type.Object({
  slug: Type.String(),
  title: Type.String(),
  lang: Type.String(),
  labels: LabelChoice,
  /** The next review day that has not been held, and how many days are left to it. */
  next: Type.Optional(Type.Object({ day: Dated, days: Type.Integer() })),
  mayPlan: Type.Boolean(),
  mayLog: Type.Boolean(),
  mayManage: Type.Boolean(),
  mayEdit: Type.Boolean(),
  /** Only those who work with it can see it. */
  unpublished: Type.Optional(Type.Boolean()),
  /** A review day that has been held and is not closed. */
  toClose: Type.Optional(Type.Object({ term: Type.String(), name: Type.String(), day: Dated })),
  /** Points that need a word, for whoever leads the plan. */
  points: Type.Optional(Type.Array(MyPoint)),
  /** The points whose function one holds oneself. */
  yours: Type.Optional(Type.Array(MyPoint)),
  /** One's own points that nobody has said anything of ahead of the next review day: they are asked about first. */
  asked: Type.Optional(
    Type.Object({
      day: Dated,
      points: Type.Array(Type.Object({ ...own, basedOn: Type.Optional(Type.Integer()) })),
    }),
  ),
  /** How the preparation of the next review day goes, for whoever leads the plan. */
  preparing: Type.Optional(
    Type.Object({
      term: Type.String(),
      points: Type.Integer(),
      heard: Type.Integer(),
      help: Type.Integer(),
      asked: Type.Boolean(),
    }),
  ),
  /** What came with points that were handed to one, until something has been written about them. */
  handedOver: Type.Optional(Type.Array(HandedOver)),
  /** Open points that nobody answers for: how many, and the first of them. */
  ownerless: Type.Optional(
    Type.Object({
      total: Type.Integer(),
      items: Type.Array(Type.Object({ number: Type.String(), title: Type.String() })),
    }),
  ),
  /** How many it is time to ask how it goes: who answer for points, and ambassadors. */
  quiet: Type.Optional(Type.Object({ owners: Type.Integer(), ambassadors: Type.Integer() })),
  waiting: Type.Optional(Type.Object({ total: Type.Integer(), items: Type.Array(Waiting) })),
  /** How many pictures and files nobody has decided about, as a sentence; left out where there are none. */
  files: Type.Optional(Type.String()),
  logged: Type.Optional(Type.Object({ total: Type.Integer(), items: Type.Array(MyActivity) })),
})
export type MyPlan = Static<typeof Plan>
