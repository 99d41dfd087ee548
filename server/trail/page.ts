import { Type, type Static } from 'typebox'
import { Dated, Split } from '../frame.ts'
import type { Page, PlanPage } from '../page.ts'
import { loadEverywhere, loadTrail } from './loader.ts'

const Choice = Type.Object({ value: Type.String(), label: Type.String() })

/** `/{plan}/handelser`: who has changed what, and who has read whose data (F43, S03). */
export const TrailData = Type.Object({
  heading: Type.String(),
  lead: Type.String(),
  /** "12 händelser", or what is said where there is none. */
  count: Split,
  days: Type.Array(
    Type.Object({
      day: Dated,
      entries: Type.Array(
        Type.Object({
          id: Type.Integer(),
          clock: Type.String(),
          /** Who, with the words of what they did around it. */
          said: Split,
          details: Type.Optional(Type.String()),
        }),
      ),
    }),
  ),
  filter: Type.Object({
    person: Type.String(),
    kind: Type.String(),
    deed: Type.String(),
    object: Type.String(),
    id: Type.String(),
    from: Type.String(),
    to: Type.String(),
  }),
  filtered: Type.Boolean(),
  people: Type.Array(Choice),
  deeds: Type.Array(Choice),
  objects: Type.Array(Choice),
  /** Addresses: this page without a filter, the rows before these, the newest again, and the same rows as a file. */
  path: Type.String(),
  older: Type.Optional(Type.String()),
  newest: Type.Optional(Type.String()),
  csv: Type.String(),
})
export type TrailData = Static<typeof TrailData>

const shown = { view: 'trail/Trail', schema: TrailData, rooms: ['trail'], script: 'none' } as const

export const trailPage: PlanPage = {
  ...shown,
  of: 'plan',
  path: '/:plan/handelser',
  access: 'trail.read',
  load: loadTrail,
}

/** `/mitt/handelser`: what belongs to no plan, for administrators. */
export const everywherePage: Page = {
  ...shown,
  of: 'installation',
  path: '/mitt/handelser',
  access: 'trail.read-all',
  load: loadEverywhere,
}
