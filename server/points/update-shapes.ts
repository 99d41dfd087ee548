import { Type, type Static } from 'typebox'
import { Dated, OutlookName, StatusName } from '../frame.ts'

/** An update as `domain/history.ts` knows it; what is null there is left out here. */
export const HistoryRow = Type.Object({
  id: Type.Integer(),
  holdsFrom: Type.String(),
  placeDay: Type.String(),
  placeId: Type.Integer(),
  corrects: Type.Optional(Type.Integer()),
  status: StatusName,
  outlook: OutlookName,
  dueOn: Type.Optional(Type.String()),
})
export type HistoryRow = Static<typeof HistoryRow>

/** Every field of the form, as text; a field without a word is ''. */
export const Draft = Type.Object({
  status: StatusName,
  outlook: OutlookName,
  holdsFrom: Type.String(),
  reason: Type.String(),
  note: Type.String(),
  dueOn: Type.String(),
  result: Type.String(),
  carriedOutOn: Type.String(),
  receiver: Type.String(),
  function: Type.String(),
  embeddedFrom: Type.String(),
  anchoredIn: Type.String(),
  evidence: Type.Array(
    Type.Object({
      title: Type.String(),
      url: Type.String(),
      reference: Type.String(),
      /** A file that is there already: it comes along when the update is corrected. */
      file: Type.Optional(Type.Integer()),
    }),
  ),
  evidenceMissing: Type.Boolean(),
  decisionBy: Type.String(),
  decisionOn: Type.String(),
  decisionReference: Type.String(),
  mergedInto: Type.String(),
  onBehalfOf: Type.String(),
})
export type Draft = Static<typeof Draft>

/** An update in the list below the form. */
export const EarlierUpdate = Type.Object({
  id: Type.Integer(),
  day: Dated,
  /** When it was written and by whom, in the reader's words. */
  written: Type.String(),
  status: StatusName,
  outlook: Type.Optional(OutlookName),
  mergedInto: Type.Optional(Type.String()),
  nothingNew: Type.Optional(Type.Boolean()),
  reason: Type.Optional(Type.String()),
  corrected: Type.Optional(Type.Boolean()),
  isCorrection: Type.Optional(Type.Boolean()),
})
export type EarlierUpdate = Static<typeof EarlierUpdate>
