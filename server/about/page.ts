import { Type, type Static } from 'typebox'
import { Dated } from '../frame.ts'

/** `/{plan}/om`: the decision and what followed, who is responsible, how we count. */
export const AboutData = Type.Object({
  years: Type.String(),
  period: Type.String(),
  adopted: Type.Integer(),
  completed: Type.Integer(),
  /** The plan's header block (F01): only what is known. */
  facts: Type.Array(
    Type.Object({ key: Type.String(), text: Type.String(), href: Type.Optional(Type.String()) }),
  ),
  /** The decision chain (P10): decision, plan, reports. */
  chain: Type.Array(
    Type.Object({
      day: Dated,
      text: Type.String(),
      own: Type.Optional(Type.Boolean()),
      href: Type.Optional(Type.String()),
    }),
  ),
  areas: Type.Array(Type.Object({ id: Type.String(), text: Type.String(), count: Type.Integer() })),
  source: Type.Optional(Type.String()),
  contact: Type.Optional(Type.Object({ text: Type.String(), href: Type.Optional(Type.String()) })),
  freshnessMonths: Type.Integer(),
})
export type AboutData = Static<typeof AboutData>

/** `/tillganglighet`: nothing varies but who stands behind the site. */
export const AccessibilityData = Type.Object({
  actor: Type.Optional(Type.String()),
  contacts: Type.Array(Type.Object({ text: Type.String(), href: Type.Optional(Type.String()) })),
  assessed: Dated,
})
export type AccessibilityData = Static<typeof AccessibilityData>

/** What stands where a page could not be shown. */
export const ProblemData = Type.Object({
  kind: Type.Unsafe<'missing' | 'forbidden' | 'signIn' | 'failed'>({ type: 'string' }),
})
export type ProblemData = Static<typeof ProblemData>
