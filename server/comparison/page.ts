import { Type, type Static } from 'typebox'
import { Split } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { Changes } from '../reviews/page.ts'
import { loadComparison } from './loader.ts'

const Choice = Type.Object({ value: Type.String(), label: Type.String() })

/** `/{plan}/jamfor`: what changed between two review days, or since one, for the plan or for some of it. */
export const ComparisonData = Type.Object({
  /** The page's own address, for its form. */
  path: Type.String(),
  /** Where there is nothing to compare yet. */
  none: Type.Optional(Type.String()),
  choices: Type.Object({
    from: Type.Array(Choice),
    to: Type.Array(Choice),
    organisation: Type.Array(Choice),
    committee: Type.Array(Choice),
  }),
  asked: Type.Object({
    from: Type.String(),
    to: Type.String(),
    organisation: Type.String(),
    committee: Type.String(),
  }),
  /** Why what the address asks for cannot be compared. */
  refused: Type.Optional(Type.String()),
  found: Type.Optional(
    Type.Object({
      /** "Nio av 25 punkter har ändrats." */
      headline: Split,
      counts: Type.String(),
      since: Type.Optional(Type.Object({ caption: Type.String(), changes: Type.Array(Changes) })),
      quiet: Type.Array(Type.Object({ number: Type.String(), title: Type.String(), text: Type.String() })),
      shared: Type.Optional(Type.String()),
    }),
  ),
})
export type ComparisonData = Static<typeof ComparisonData>

export const comparisonPage: PlanPage = {
  of: 'plan',
  path: '/:plan/jamfor',
  view: 'comparison/Comparison',
  schema: ComparisonData,
  access: 'open',
  rooms: ['comparison', 'report'],
  script: 'none',
  load: loadComparison,
}
