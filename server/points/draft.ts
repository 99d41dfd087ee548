import type { Day } from '#domain/calendar.ts'
import type { UpdateRow } from './schema.ts'
import type { Standing } from './standing.ts'
import type { Draft } from './update-shapes.ts'

/** An empty form: status and outlook as they stand, the rest to be written. */
export const emptyDraft = (point: Pick<Standing, 'status' | 'outlook'>, holdsFrom: Day): Draft => ({
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
  return {
    ...emptyDraft(row, holdsFrom),
    reason: text(row.reason),
    note: text(row.note),
    dueOn: row.dueOn ?? '',
    ...(closing &&
      'result' in closing && { result: text(closing.result), carriedOutOn: closing.carriedOutOn }),
    ...(closing &&
      'receiver' in closing && {
        receiver: closing.receiver,
        function: closing.function,
        embeddedFrom: closing.embeddedFrom,
        anchoredIn: closing.anchoredIn,
      }),
    evidence:
      evidence === 'none'
        ? []
        : evidence.map(({ title, url, reference, file }) => ({
            title: text(title),
            url: text(url),
            reference: reference ?? '',
            ...(file && { file: file.id }),
          })),
    evidenceMissing: evidence === 'none',
    ...(decision && {
      decisionBy: decision.by,
      decisionOn: decision.on,
      decisionReference: decision.reference,
    }),
    mergedInto: row.mergedInto ?? '',
    onBehalfOf: row.onBehalfOf?.code ?? '',
  }
}
