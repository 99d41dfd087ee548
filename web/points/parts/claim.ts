import { standingBefore, standingOn, type RecordedUpdate, type Standing } from '#domain/history.ts'
import { suggestOutlook, type Suggestion } from '#domain/outlook.ts'
import { nowOn } from '#domain/review.ts'
import { isCompleted, statuses } from '#domain/status.ts'
import { holdsFromBounds, needsReason, refuseUpdate, type UpdateContext } from '#domain/update.ts'
import type { NewUpdate } from '../../../server/points/schema.ts'
import type { UpdateData } from '../../../server/points/update.page.ts'
import type { Draft } from '../../../server/points/update-draft.ts'
import type { FieldError } from '../../form.svelte.ts'
import { doubtsIn, fieldErrors } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'

/** Which fields a status has use for: what it has none for is neither shown nor sent, and waits in the form. */
export function fieldsOf({ status }: Pick<Draft, 'status'>) {
  const { open, needs } = statuses[status]
  return {
    outlook: open,
    dueOn: open,
    result: needs.includes('result'),
    handover: needs.includes('handover'),
    decision: needs.includes('decision'),
    mergedInto: needs.includes('mergedInto'),
    evidenceMissing: isCompleted(status),
  }
}

/** A file that goes with the update as evidence: what it is called and its number. */
type EvidenceFile = { title: string; file: number }

/** What the form asks the server to record. Only what is shown is said. */
export function claimOf(
  draft: Draft,
  basedOn: number | null,
  files: readonly EvidenceFile[] = [],
): NewUpdate & { outlook: Draft['outlook'] } {
  const uses = fieldsOf(draft)
  const said = (text: string) => text.trim() || undefined
  return {
    status: draft.status,
    outlook: uses.outlook ? draft.outlook : 'not_assessed',
    holdsFrom: draft.holdsFrom,
    basedOn,
    evidence: evidenceOf(draft, uses.evidenceMissing, files),
    reason: said(draft.reason),
    note: said(draft.note),
    dueOn: uses.dueOn ? said(draft.dueOn) : undefined,
    onBehalfOf: said(draft.onBehalfOf),
    closing: uses.result ? carriedOut(draft) : uses.handover ? handedOver(draft) : undefined,
    decision: uses.decision
      ? {
          by: draft.decisionBy.trim(),
          on: draft.decisionOn,
          reference: draft.decisionReference.trim(),
        }
      : undefined,
    mergedInto: uses.mergedInto ? draft.mergedInto : undefined,
  }
}

const carriedOut = ({ result, carriedOutOn }: Draft) => ({ result: result.trim(), carriedOutOn })

const handedOver = (draft: Draft) => ({
  receiver: draft.receiver.trim(),
  function: draft.function.trim(),
  embeddedFrom: draft.embeddedFrom,
  anchoredIn: draft.anchoredIn.trim(),
})

function evidenceOf(
  { evidence, evidenceMissing }: Draft,
  mayBeMissing: boolean,
  files: readonly EvidenceFile[],
): NewUpdate['evidence'] {
  if (mayBeMissing && evidenceMissing && files.length === 0) return 'none'
  const rows = evidence.map(({ title, url, reference, file }) => ({
    title: title.trim(),
    url: url.trim() || undefined,
    reference: reference.trim() || undefined,
    file: file ?? undefined,
  }))
  return [...rows, ...files]
}

/** What the rules are told, as the server tells them: how the point stood just before this update's place. */
export function contextOf(draft: Draft, data: UpdateData): UpdateContext {
  const { rules, correcting, number, points } = data
  const { firstDueOn } = rules
  const history: readonly RecordedUpdate[] = rules.history
  const corrected = history.find((row) => row.id === correcting?.id)
  const current: Standing = corrected
    ? standingBefore(firstDueOn, history, corrected, draft.holdsFrom)
    : standingOn(firstDueOn, history, draft.holdsFrom)
  const target = points.find((point) => point.number === draft.mergedInto)
  return {
    today: rules.today,
    lastClosed: rules.lastClosed,
    adoptedOn: rules.adoptedOn,
    startsOn: rules.startsOn,
    number,
    current,
    correcting: corrected && { status: corrected.status },
    mergeTarget: !target ? 'missing' : target.merged ? 'merged' : 'ok',
  }
}

const ruledOf = (draft: Draft, files: readonly EvidenceFile[] = []) => {
  const claim = claimOf(draft, null, files)
  return { ...claim, note: claim.note ?? '', evidence: claim.evidence ?? [] }
}

/** The fields from the top of the form to its foot, so that errors are told in the order they are met. */
const formOrder =
  'status outlook closing mergedInto decision reason note holdsFrom dueOn evidence onBehalfOf'.split(' ')

const placeOf = ({ field }: FieldError): number => formOrder.indexOf(field.split('.')[0] ?? '')

/** What is wrong with the form by the rule the server refuses by, and what it seems to say of one person (T03, A05). */
export function errorsIn(
  draft: Draft,
  data: UpdateData,
  context: TextContext,
  files: readonly EvidenceFile[] = [],
): FieldError[] {
  const uses = fieldsOf(draft)
  const errors = [
    ...fieldErrors(refuseUpdate(ruledOf(draft, files), contextOf(draft, data)), context),
    ...doubtsIn(
      {
        reason: draft.reason,
        'closing.result': uses.result ? draft.result : '',
        note: draft.note,
      },
      context,
    ),
  ]
  return errors.sort((a, b) => placeOf(a) - placeOf(b))
}

/** Whether the form must give its reason in one line. */
export const asksReason = (draft: Draft, data: UpdateData): boolean =>
  needsReason(ruledOf(draft), contextOf(draft, data))

/** The first and last day this update may hold from. */
export const boundsOf = ({ rules }: UpdateData) => holdsFromBounds(rules)

/** What the dates suggest of the point as the form describes it (F18). */
export function suggestionOf(draft: Draft, data: UpdateData): Suggestion | undefined {
  const { rules } = data
  const dueOn = draft.dueOn === '' ? contextOf(draft, data).current.dueOn : draft.dueOn
  const point = { status: draft.status, dueOn, startsOn: rules.startsOn, period: rules.period }
  return suggestOutlook(point, nowOn(rules.today, rules.lastClosed))
}
