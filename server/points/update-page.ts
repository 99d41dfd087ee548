import { Type, type Static } from 'typebox'
import { TakenFiles } from '../files/shapes.ts'
import { Dated, OutlookName, Split, StatusName } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { Draft, EarlierUpdate, HistoryRow } from './update-shapes.ts'
import { loadUpdate } from './update-loader.ts'

/** `/{plan}/punkter/{number}/uppdatera`: how the point stands, and what the form and its rules need; `?rattar=ID` corrects an update. */
export const UpdateData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  /** "18 av 25 punkter är slutförda." */
  count: Split,
  now: Type.Object({
    status: StatusName,
    outlook: Type.Optional(OutlookName),
    mergedInto: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    note: Type.Optional(Type.String()),
    /** How a completed point ended: when it was carried out, or who goes on with it and where that stands. */
    ending: Type.Optional(Type.String()),
    due: Type.Optional(Dated),
    written: Type.Optional(Type.Object({ day: Dated, who: Type.String() })),
  }),
  /** The point's latest update: what the next one is based on. */
  basedOn: Type.Optional(Type.Integer()),
  /** What `refuseUpdate` is told besides the claim; days are ISO days. */
  rules: Type.Object({
    today: Type.String(),
    lastClosed: Type.Optional(Type.String()),
    adoptedOn: Type.String(),
    startsOn: Type.Optional(Type.String()),
    firstDueOn: Type.Optional(Type.String()),
    period: Type.Object({ from: Type.String(), to: Type.String() }),
    history: Type.Array(HistoryRow),
  }),
  /** Which files are taken. */
  files: TakenFiles,
  /** What the form begins with. */
  draft: Draft,
  correcting: Type.Optional(
    Type.Object({
      id: Type.Integer(),
      /** When what it corrects held from, and from when the correction does. */
      day: Dated,
      settled: Dated,
      /** Somebody else has corrected it already. */
      taken: Type.Optional(Type.Boolean()),
    }),
  ),
  points: Type.Array(
    Type.Object({ number: Type.String(), title: Type.String(), merged: Type.Optional(Type.Boolean()) }),
  ),
  /** Whom one may write for (F16); left out for those who write for themselves. */
  organisations: Type.Optional(Type.Array(Type.Object({ code: Type.String(), name: Type.String() }))),
  earlier: Type.Array(EarlierUpdate),
})
export type UpdateData = Static<typeof UpdateData>

export const updatePage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/:number/uppdatera',
  view: 'points/Update',
  schema: UpdateData,
  access: 'update.record',
  rooms: ['updating', 'saving', 'refusals', 'point', 'files'],
  script: 'page',
  load: loadUpdate,
}
