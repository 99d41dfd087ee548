import { Type, type Static } from 'typebox'
import { Dated } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { loadPrinted } from './loader.ts'

/** `/{plan}/kontrollera`: which locked report a printed page belongs to, and what has been corrected since. */
export const PrintedData = Type.Object({
  typed: Type.String(),
  /** What came of the comparison, when something was typed. */
  verdict: Type.Optional(
    Type.Object({
      known: Type.Boolean(),
      title: Type.String(),
      text: Type.String(),
      report: Type.Optional(Type.Object({ text: Type.String(), href: Type.String() })),
    }),
  ),
  reports: Type.Array(
    Type.Object({
      term: Type.String(),
      name: Type.String(),
      locked: Type.String(),
      count: Type.String(),
      checksum: Type.String(),
    }),
  ),
  /** Corrections and remarks beside the reports, the latest first. */
  later: Type.Array(
    Type.Object({
      key: Type.String(),
      day: Dated,
      /** Which report it stands beside. */
      report: Type.String(),
      href: Type.String(),
      point: Type.Optional(Type.Object({ number: Type.String(), title: Type.String() })),
      text: Type.String(),
      /** The words are the plan's own language. */
      own: Type.Optional(Type.Boolean()),
    }),
  ),
  /** Where the locked text itself is found. */
  source: Type.String(),
})
export type PrintedData = Static<typeof PrintedData>

export const printedPage: PlanPage = {
  of: 'plan',
  path: '/:plan/kontrollera',
  view: 'printed/Printed',
  schema: PrintedData,
  access: 'open',
  rooms: ['printed'],
  script: 'none',
  load: loadPrinted,
}
