import { Type, type Static } from 'typebox'
import { Dated } from '../frame.ts'
import type { Page, PlanPage } from '../page.ts'
import { loadAccessibility } from './accessibility.ts'
import { loadAbout } from './plan.ts'

/** `/{plan}/om`: the decision and what followed, who is responsible, how we count. */
export const AboutData = Type.Object({
  lead: Type.String(),
  adopted: Type.Integer(),
  adoptedBy: Type.String(),
  /** The plan's header block (F01): only what is known. */
  facts: Type.Array(
    Type.Object({
      label: Type.String(),
      text: Type.String(),
      href: Type.Optional(Type.String()),
      /** The text is the plan's own language. */
      own: Type.Optional(Type.Boolean()),
    }),
  ),
  /** The decision chain (P10): decision, plan, reports. */
  chain: Type.Array(
    Type.Object({
      day: Dated,
      text: Type.String(),
      href: Type.Optional(Type.String()),
    }),
  ),
  areas: Type.Array(Type.Object({ id: Type.String(), text: Type.String(), count: Type.Integer() })),
  source: Type.Optional(Type.String()),
  contact: Type.Optional(Type.Object({ text: Type.String(), href: Type.Optional(Type.String()) })),
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
  kind: Type.Unsafe<'missing' | 'forbidden' | 'signIn' | 'tooMany' | 'malformed' | 'failed'>({
    type: 'string',
  }),
  /** The address that was asked for, to come back to once signed in. */
  back: Type.Optional(Type.String()),
})
export type ProblemData = Static<typeof ProblemData>

export const aboutPage: PlanPage = {
  of: 'plan',
  path: '/:plan/om',
  view: 'about/About',
  schema: AboutData,
  access: 'open',
  rooms: ['about'],
  script: 'none',
  load: loadAbout,
}

export const accessibilityPage: Page = {
  of: 'installation',
  path: '/tillganglighet',
  view: 'about/Accessibility',
  schema: AccessibilityData,
  access: 'open',
  rooms: ['accessibility'],
  script: 'none',
  load: loadAccessibility,
}
