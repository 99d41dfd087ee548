import { Type, type Static } from 'typebox'
import { Dated, Link } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { loadExamples } from './examples-loader.ts'
import type { TargetGroup } from './schema.ts'

const Choice = Type.Object({ value: Type.String(), label: Type.String() })
const Words = { what: Type.String(), masked: Type.Boolean() }

/** What somebody did, as others read it: by function and organisation, never by name (A08). */
export const Example = Type.Object({
  id: Type.Integer(),
  point: Type.String(),
  title: Type.String(),
  ...Words,
  link: Type.Optional(Type.String()),
  group: Type.Optional(Type.Unsafe<Static<typeof TargetGroup>>({ type: 'string' })),
  counts: Type.Optional(Type.String()),
  who: Type.String(),
  day: Dated,
  /** For those who work with the plan: whether everybody may read it. */
  state: Type.Optional(Type.Unsafe<'shown' | 'waiting' | 'internal'>({ type: 'string' })),
  /** The text that a plan lead can take away. */
  textId: Type.Optional(Type.Integer()),
  /** One's own, to repeat and correct, and the closed report it stands in (A07, A11). */
  own: Type.Optional(Type.Object({ report: Type.Optional(Link) })),
  /** What stood here before it was corrected, for those who work with the plan (A06). */
  corrected: Type.Optional(
    Type.Object({
      day: Dated,
      earlier: Type.Array(Type.Object({ ...Words, day: Dated, textId: Type.Optional(Type.Integer()) })),
    }),
  ),
})
export type Example = Static<typeof Example>

/** `/{plan}/aktiviteter`: what others have done, to borrow ideas from (A12). */
export const ExamplesData = Type.Object({
  points: Type.Array(Choice),
  organisations: Type.Array(Choice),
  filter: Type.Object({
    point: Type.String(),
    group: Type.String(),
    organisation: Type.String(),
    mine: Type.Boolean(),
    /** Whether this is a later page of the list. */
    after: Type.Boolean(),
  }),
  items: Type.Array(Example),
  /** Where the list goes on. */
  next: Type.Optional(Type.String()),
  inside: Type.Boolean(),
  mayLog: Type.Boolean(),
  mayShow: Type.Boolean(),
})
export type ExamplesData = Static<typeof ExamplesData>

export const examplesPage: PlanPage = {
  of: 'plan',
  path: '/:plan/aktiviteter',
  view: 'activities/Examples',
  schema: ExamplesData,
  access: 'open',
  rooms: ['examples', 'log', 'mine', 'saving', 'refusals'],
  // A reader's page is a plain list; a plan lead's is taken over (see the loader).
  script: 'none',
  load: loadExamples,
}
