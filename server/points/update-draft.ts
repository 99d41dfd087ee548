import { Type, type Static } from 'typebox'
import type { Day } from '#domain/calendar.ts'
import { Dated, OutlookName, StatusName } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { UpdateRow } from './schema.ts'
import type { PointOnDay } from './state-on-day.store.ts'

/** An update as `domain/history.ts` knows it. */
export const HistoryRow = Type.Object({
  id: Type.Integer(),
  holdsFrom: Type.String(),
  placeDay: Type.String(),
  placeId: Type.Integer(),
  corrects: Maybe(Type.Integer()),
  status: StatusName,
  outlook: OutlookName,
  dueOn: Maybe(Type.String()),
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
      file: Maybe(Type.Integer()),
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
  outlook: Maybe(OutlookName),
  reason: Maybe(Type.String()),
  // Rare, and the list is long: left out where they are not.
  mergedInto: Type.Optional(Type.String()),
  nothingNew: Type.Optional(Type.Boolean()),
  corrected: Type.Optional(Type.Boolean()),
  isCorrection: Type.Optional(Type.Boolean()),
})
export type EarlierUpdate = Static<typeof EarlierUpdate>

/** An empty form: status and outlook as they stand, the rest to be written. */
export const emptyDraft = (point: Pick<PointOnDay, 'status' | 'outlook'>, holdsFrom: Day): Draft => ({
  status: point.status,
  outlook: point.outlook,
  holdsFrom,
  reason: '',
  note: '',
  dueOn: '',
  result: '',
  carriedOutOn: '',
  receiver: '',
  function: '',
  embeddedFrom: '',
  anchoredIn: '',
  evidence: [],
  evidenceMissing: false,
  decisionBy: '',
  decisionOn: '',
  decisionReference: '',
  mergedInto: '',
  onBehalfOf: '',
})

/** A form that begins with what an update said, to be corrected (F15). Words that have been removed stay removed. */
export function draftOf(row: UpdateRow, holdsFrom: Day): Draft {
  const { closing, decision, evidence } = row
  const text = (said: { text: string | null } | null): string => said?.text ?? ''
  const carriedOut = closing && 'result' in closing ? closing : null
  const handedOver = closing && 'receiver' in closing ? closing : null
  return {
    ...emptyDraft(row, holdsFrom),
    reason: text(row.reason),
    note: text(row.note),
    dueOn: row.dueOn ?? '',
    result: text(carriedOut?.result ?? null),
    carriedOutOn: carriedOut?.carriedOutOn ?? '',
    receiver: handedOver?.receiver ?? '',
    function: handedOver?.function ?? '',
    embeddedFrom: handedOver?.embeddedFrom ?? '',
    anchoredIn: handedOver?.anchoredIn ?? '',
    evidence:
      evidence === 'none'
        ? []
        : evidence.map(({ title, url, reference, file }) => ({
            title: text(title),
            url: text(url),
            reference: reference ?? '',
            file: file?.id ?? null,
          })),
    evidenceMissing: evidence === 'none',
    decisionBy: decision?.by ?? '',
    decisionOn: decision?.on ?? '',
    decisionReference: decision?.reference ?? '',
    mergedInto: row.mergedInto ?? '',
    onBehalfOf: row.onBehalfOf?.code ?? '',
  }
}
