import { Type, type Static } from 'typebox'
import { Dated, Split } from '../frame.ts'
import type { Page, PlanPage } from '../page.ts'
import { loadDashboard } from './dashboard.ts'
import { loadPlans } from './overview.ts'
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
      /** "18 av 25 punkter är slutförda.", with the plan's own nouns; how they divide where there are any. */
      sentence: Split,
      divided: Type.Optional(Type.String()),
    }),
  ),
})
export type PlansData = Static<typeof PlansData>

export const plansPage: Page = {
  of: 'installation',
  path: '/',
  view: 'plans/Plans',
  schema: PlansData,
  access: 'open',
  rooms: ['plans'],
  script: 'none',
  load: loadPlans,
}

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
  /** Whether there is a text in easy language. */
  easy: Type.Boolean(),
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

export const dashboardPage: PlanPage = {
  of: 'plan',
  path: '/:plan',
  view: 'plans/Dashboard',
  schema: DashboardData,
  access: 'open',
  rooms: ['dashboard', 'tags'],
  // The chart is drawn in the browser.
  script: 'chart',
  load: loadDashboard,
}
