import { dayOf } from '#domain/calendar.ts'
import type { RecordedUpdate } from '#domain/history.ts'
import { refuseUpdate, type UpdateClaim, type UpdateContext } from '#domain/update.ts'
import { attachFile, filesOfUpdate } from '../files/attach.store.ts'
import type { Tx } from '../database/database.ts'
import { newRow } from '../database/statement.ts'
import { refuseFor } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Plan } from '../database/plan.ts'
import { writeText } from '../texts/store.ts'
import { note } from '../trail/store.ts'
import type { NewUpdate } from './schema.ts'
import { lastClosedDay } from '../plans/review-days.store.ts'
import { organisationId, type Point } from './store.ts'
import type { HowRecorded, UpdateRecord } from './updates.store.ts'

/** An update about to be recorded, and what it is compared with. */
export interface Insertion {
  plan: Plan
  point: Point
  claim: NewUpdate
  current: UpdateContext['current']
  place: Pick<RecordedUpdate, 'placeDay' | 'placeId'>
  /** The point `mergedInto` names. */
  target: { id: number | null; is: UpdateContext['mergeTarget'] } | undefined
  corrected?: UpdateRecord
  act: WriteContext
  /** The text of a reason that is repeated: not written again, so that masking it masks it everywhere. */
  how: HowRecorded & { reasonId?: number | null }
}

const claimOf = (claim: NewUpdate): UpdateClaim => ({
  ...claim,
  note: claim.note ?? '',
  evidence: claim.evidence ?? [],
})

const insertRow = newRow('updates')
const insertPiece = newRow('evidence')

/** Asks the rules, and writes the update with its texts and what it rests on. Gives its id; 422 with every reason when a rule refuses. */
export async function insertUpdateRow(
  tx: Tx,
  { plan, point, claim, current, place, target, corrected, act, how }: Insertion,
): Promise<number> {
  const said = claimOf(claim)
  refuseFor(
    refuseUpdate(said, {
      today: dayOf(act.now),
      lastClosed: await lastClosedDay(tx, plan.id),
      adoptedOn: point.addedOn,
      number: point.number,
      current,
      startsOn: point.startsOn,
      nothingNew: how.answer === 'nothing_new',
      correcting: corrected ? { status: corrected.status } : undefined,
      mergeTarget: target?.is,
    }),
  )
  const closing = claim.closing
  const carriedOut = closing && 'result' in closing ? closing : undefined
  const handedOver = closing && 'receiver' in closing ? closing : undefined
  const onBehalfOf = claim.onBehalfOf ? await organisationId(tx, claim.onBehalfOf, 'onBehalfOf') : null
  const id = await insertRow(tx, {
    planId: plan.id,
    pointId: point.id,
    answer: how.answer ?? 'update',
    status: claim.status,
    outlook: said.outlook,
    holdsFrom: claim.holdsFrom,
    corrects: corrected?.id ?? null,
    ...place,
    noteId: await writeText(tx, plan.id, claim.note, act),
    reasonId: how.reasonId ?? (await writeText(tx, plan.id, claim.reason, act)),
    resultId: await writeText(tx, plan.id, carriedOut?.result, act),
    carriedOutOn: carriedOut?.carriedOutOn ?? null,
    receiver: handedOver?.receiver ?? null,
    receiverFunction: handedOver?.function ?? null,
    embeddedFrom: handedOver?.embeddedFrom ?? null,
    anchoredIn: handedOver?.anchoredIn ?? null,
    evidenceMissing: claim.evidence === 'none',
    decidedBy: claim.decision?.by ?? null,
    decidedOn: claim.decision?.on ?? null,
    decisionReference: claim.decision?.reference ?? null,
    mergedIntoId: target?.id ?? null,
    dueOn: claim.dueOn ?? null,
    basedOn: claim.basedOn,
    recordedAt: act.now.toISOString(),
    recordedBy: act.by.personId,
    byFunction: act.by.function,
    byOrganisationId: act.by.organisationId,
    onBehalfOfId: onBehalfOf,
  })
  await insertEvidence(tx, { plan, point, claim, corrected, act }, id)
  note(
    act,
    {
      status: { before: current.status, after: claim.status },
      outlook: { before: current.outlook, after: said.outlook },
      ...(claim.dueOn !== undefined && { dueOn: { before: current.dueOn, after: claim.dueOn } }),
      update: { ...(corrected && { before: corrected.id }), after: id },
    },
    { object: 'point', objectId: point.number },
  )
  return id
}

/** What the update rests on; a correction may keep the files of what it corrects. */
async function insertEvidence(
  tx: Tx,
  {
    plan,
    point,
    claim,
    corrected,
    act,
  }: Pick<Insertion, 'plan' | 'point' | 'claim' | 'act'> & Partial<Insertion>,
  updateId: number,
): Promise<void> {
  const kept = corrected ? await filesOfUpdate(tx, corrected.id) : []
  for (const [index, item] of (Array.isArray(claim.evidence) ? claim.evidence : []).entries()) {
    const evidenceId = await insertPiece(tx, {
      planId: plan.id,
      updateId,
      titleId: (await writeText(tx, plan.id, item.title, act))!,
      urlId: await writeText(tx, plan.id, item.url, act),
      reference: item.reference ?? null,
    })
    if (item.file === undefined) continue
    const owner = { planId: plan.id, pointId: point.id, evidenceId: evidenceId }
    await attachFile(tx, owner, item.file, `evidence.${index}.file`, act, kept)
  }
}
