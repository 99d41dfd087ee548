import type { Tx } from '../database/database.ts'
import { Refused } from '../http/refusal.ts'
import { fileRow, visibleFiles } from '../files/schema.ts'
import { filesOfEvidence } from '../files/known.store.ts'
import { focusAreasOf, type FocusArea } from '../plans/store.ts'
import type { Plan } from '../database/plan.ts'
import { planNow } from '../plans/review-days.store.ts'
import { tagsOfPoint } from './tags/store.ts'
import { textJsonOf, type TextJson } from '../texts/json.ts'
import { readTexts } from '../texts/store.ts'
import type { PointRow, PointWhole, UpdateRow } from './schema.ts'
import { pointsOnDay, type PointOnDay, type PointOnDayWithoutText } from './state-on-day.store.ts'
import { numbersOf, wordingsOf } from './store.ts'
import { evidenceOf, updatesOf, type UpdateRecord } from './updates.store.ts'
import { listOrganisations } from '../people/organisations.store.ts'

/** A point as it travels in a list. */
export const pointRow = (point: PointOnDayWithoutText): PointRow => ({
  number: point.number,
  title: point.title,
  status: point.status,
  outlook: point.outlook,
  lead: point.lead,
  takesPart: point.takesPart,
  dueOn: point.dueOn,
  firstDueOn: point.firstDueOn,
  lastUpdatedOn: point.lastUpdatedOn,
})

/** Every update of a point as it travels, in the order of recording, with its evidence; internal files only for those inside the plan. */
export async function updateRows(
  tx: Tx,
  planId: number,
  pointId: number,
  inside: boolean,
): Promise<UpdateRow[]> {
  return rowsOf(tx, { planId, pointId, records: await updatesOf(tx, pointId) }, inside)
}

async function rowsOf(
  tx: Tx,
  { planId, pointId, records }: { planId: number; pointId: number; records: readonly UpdateRecord[] },
  inside: boolean,
): Promise<UpdateRow[]> {
  const shown = await evidenceOf(tx, pointId)
  const files = await filesOfEvidence(tx, pointId)
  const numbers = await numbersOf(tx, planId)
  const organisations = new Map((await listOrganisations(tx)).map((one) => [one.id, one]))
  const nameOf = (id: number | null) => {
    const organisation = organisations.get(id ?? 0)
    return organisation ? { code: organisation.code, name: organisation.name } : null
  }
  const shownFor = Map.groupBy(shown, (item) => item.updateId)
  const texts = await readTexts(tx, [
    ...records.flatMap((row) => [row.noteId, row.reasonId, row.resultId]),
    ...shown.flatMap((item) => [item.titleId, item.urlId]),
  ])
  const textOf = (id: number | null) => textJsonOf(texts, id)
  const correctedBy = new Map(records.map((row) => [row.corrects, row.id]))
  return records.map((row) => ({
    id: row.id,
    answer: row.answer,
    status: row.status,
    outlook: row.outlook,
    holdsFrom: row.holdsFrom,
    recordedAt: row.recordedAt,
    by: { function: row.byFunction, organisation: nameOf(row.byOrganisationId) },
    onBehalfOf: nameOf(row.onBehalfOfId),
    corrects: row.corrects,
    correctedBy: correctedBy.get(row.id) ?? null,
    note: textOf(row.noteId),
    reason: textOf(row.reasonId),
    closing: closingOf(row, textOf(row.resultId)),
    evidence: row.evidenceMissing
      ? 'none'
      : (shownFor.get(row.id) ?? []).map((item) => ({
          title: textOf(item.titleId)!,
          url: textOf(item.urlId),
          reference: item.reference,
          file: visibleFiles(files.get(item.id), inside).map(fileRow)[0] ?? null,
        })),
    decision:
      row.decidedBy && row.decidedOn
        ? { by: row.decidedBy, on: row.decidedOn, reference: row.decisionReference ?? '' }
        : null,
    mergedInto: numbers.get(row.mergedIntoId ?? 0) ?? null,
    dueOn: row.dueOn,
  }))
}

function closingOf(row: UpdateRecord, result: TextJson | null): UpdateRow['closing'] {
  if (result && row.carriedOutOn) return { result, carriedOutOn: row.carriedOutOn }
  if (!row.receiver || !row.embeddedFrom) return null
  return {
    receiver: row.receiver,
    function: row.receiverFunction ?? '',
    embeddedFrom: row.embeddedFrom,
    anchoredIn: row.anchoredIn ?? '',
  }
}

/** A point as it travels alone: how it stands now and its whole story. 404 when the plan has no such number. */
export async function pointWhole(
  tx: Tx,
  plan: Plan,
  number: string,
  now: Date,
  inside = false,
): Promise<PointWhole> {
  const [point] = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, now), number)
  if (!point) throw new Refused('not-found')
  return (await pointParts(tx, plan, point, inside)).whole
}

/** A point as it travels alone, of one that has been read already; and the rows behind it, for a page that shows more of them. */
export async function pointParts(
  tx: Tx,
  plan: Plan,
  point: PointOnDay,
  inside: boolean,
): Promise<{ whole: PointWhole; records: UpdateRecord[]; area: FocusArea | undefined }> {
  const area = (await focusAreasOf(tx, plan.id)).find((one) => one.id === point.focusAreaId)
  const words = await wordingsOf(tx, point.id)
  const records = await updatesOf(tx, point.id)
  const updates = await rowsOf(tx, { planId: plan.id, pointId: point.id, records }, inside)
  const whole = {
    ...pointRow(point),
    description: words.at(-1)?.description ?? null,
    intendedEffect: words.at(-1)?.intendedEffect ?? null,
    focusArea: area ? { number: area.number, title: area.title } : null,
    adopted: point.adopted,
    reopened: point.reopened,
    leadFunction: point.leadFunction,
    startsOn: point.startsOn,
    latestUpdate: updates.at(-1)?.id ?? null,
    activities: point.activityCount,
    tags: await tagsOfPoint(tx, plan.id, point.id),
    updates,
    wordings: words.map((one) => ({
      title: one.title,
      description: one.description,
      intendedEffect: one.intendedEffect,
      holdsFrom: one.holdsFrom,
      decision: one.decidedBy
        ? { by: one.decidedBy, on: one.decidedOn, reference: one.decisionReference }
        : null,
    })),
  }
  return { whole, records, area }
}
