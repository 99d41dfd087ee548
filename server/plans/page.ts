import { Type, type Static } from 'typebox'
import { Dated } from '../frame.ts'
import { Growth, PointList, TallyGroup, Troubled } from './shapes.ts'

/** `/`: the published plans. */
export const PlansData = Type.Object({
  plans: Type.Array(
    Type.Object({
      slug: Type.String(),
      title: Type.String(),
      lang: Type.String(),
      municipality: Type.String(),
      years: Type.String(),
      adopted: Type.Integer(),
      completed: Type.Integer(),
      percent: Type.Optional(Type.String()),
      /** What the plan calls its points, in the reader's language. */
      points: Type.String(),
    }),
  ),
})
export type PlansData = Static<typeof PlansData>

/** `/{plan}`: how it stands, why, how it grew, and all points. */
export const DashboardData = Type.Object({
  years: Type.String(),
  adoption: Type.Object({
    by: Type.String(),
    on: Dated,
    paragraph: Type.Optional(Type.String()),
    reference: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
  }),
  state: Type.Unsafe<'ahead' | 'running' | 'over'>({ type: 'string' }),
  adopted: Type.Integer(),
  completed: Type.Integer(),
  added: Type.Optional(Type.Object({ n: Type.Integer(), completed: Type.Integer() })),
  groups: Type.Array(TallyGroup),
  facts: Type.Object({
    percent: Type.Optional(Type.String()),
    elapsed: Type.String(),
    asOf: Dated,
    starts: Type.Optional(Dated),
    ended: Type.Optional(Dated),
    next: Type.Optional(Type.Object({ day: Dated, term: Type.String() })),
  }),
  troubled: Type.Array(Troubled),
  /** What is said where nothing is troubled. */
  untroubled: Type.String(),
  growth: Type.Optional(Growth),
  /** What is said where nothing has been counted yet. */
  ungrown: Type.String(),
  list: PointList,
})
export type DashboardData = Static<typeof DashboardData>
