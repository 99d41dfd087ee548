import { Type, type Static } from 'typebox'
import type { PersonalData } from '#domain/personal-data.ts'
import { Dated, LabelChoice, Link } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import { Duty } from '../http/duty.ts'

const own = {
  number: Type.String(),
  title: Type.String(),
}

/** An activity whose words nobody has yet looked at. */
export const Waiting = Type.Object({
  id: Type.Integer(),
  point: Type.String(),
  what: Type.String(),
  link: Maybe(Type.String()),
  who: Type.String(),
  day: Dated,
  /** "En bild eller fil följer med" */
  files: Maybe(Type.String()),
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
  report: Maybe(Link),
})
export type MyActivity = Static<typeof MyActivity>

/** What one plan asks of the person signed in. What their role has no use for is null. */
export const PlanOfMine = Type.Object({
  slug: Type.String(),
  title: Type.String(),
  lang: Type.String(),
  labels: LabelChoice,
  /** The next review day that has not been held, and how many days are left to it. */
  next: Maybe(Type.Object({ day: Dated, days: Type.Integer() })),
  mayPlan: Type.Boolean(),
  mayLog: Type.Boolean(),
  mayManage: Type.Boolean(),
  mayEdit: Type.Boolean(),
  /** Only those who work with it can see it. */
  unpublished: Type.Boolean(),
  /** Everything else that needs the person, in the order it is shown. */
  duties: Type.Array(Duty),
  /** The points whose function one holds oneself. */
  yours: Maybe(Type.Array(Type.Object(own))),
  /** One's own points that nobody has said anything of ahead of the next review day: they are asked about first. */
  asked: Maybe(
    Type.Object({
      day: Dated,
      points: Type.Array(Type.Object({ ...own, basedOn: Maybe(Type.Integer()) })),
    }),
  ),
  waiting: Maybe(Type.Object({ total: Type.Integer(), items: Type.Array(Waiting) })),
  logged: Maybe(Type.Object({ total: Type.Integer(), items: Type.Array(MyActivity) })),
})
export type MyPlan = Static<typeof PlanOfMine>

/** `/mitt`: what needs me, plan by plan. */
export const MineData = Type.Object({
  /** The sentence that answers the page. */
  headline: Type.String(),
  lead: Maybe(Type.String()),
  plans: Type.Array(PlanOfMine),
  mayRegister: Type.Boolean(),
  mayOrganise: Type.Boolean(),
  /** How many messages about pages outside the plans wait; null for whoever answers none (K10). */
  feedback: Maybe(Type.Object({ outside: Type.Integer() })),
  mayState: Type.Boolean(),
  mayReadTrail: Type.Boolean(),
})
export type MineData = Static<typeof MineData>
