import { Type, type Static } from 'typebox'
import { fileReasons, nameReasons } from '#domain/file.ts'
import { updateReasons } from '#domain/update.ts'
import { dayOf, type Day } from '#domain/calendar.ts'
import { completion } from '#domain/completion.ts'
import { correctionDay } from '#domain/history.ts'
import { clock, dated, dayText, within } from '#words/format.ts'
import { takenFiles, TakenFiles } from '../files/view.ts'
import { type PageAnswer, Dated, Split } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { shownOutlook } from '../plans/view.ts'
import { planNow, lastClosedDay } from '../plans/review-days.store.ts'
import { updateRows } from './json.ts'
import type { UpdateRow } from './schema.ts'
import { pointsOnDay } from './state-on-day.store.ts'
import { requireOwnPoint, findPoint, type Point } from './store.ts'
import { draftOf, emptyDraft, EarlierUpdate, HistoryRow, Draft } from './update-draft.ts'
import { wroteText } from '../texts/view.ts'
import { updatesOf, type UpdateRecord } from './updates.store.ts'
import { PointNow, nowOf, whoOf } from './view.ts'
import { listOrganisations } from '../people/organisations.store.ts'

/** What somebody needs to write about a point, or to correct what was written. Undefined when the plan has no such point or update. */
export async function loadUpdate(context: PlanPageContext): Promise<PageAnswer<UpdateData> | undefined> {
  const { tx, plan, params, query, viewer, roles, say, words } = context
  const record = await findPoint(tx, plan.id, params.number ?? '')
  if (!record || !viewer) return undefined
  await requireOwnPoint(tx, viewer, plan, record.id)
  const day = await planNow(tx, plan.id, context.now)
  const standing = await pointsOnDay(tx, plan.id, day)
  const point = standing.find((one) => one.id === record.id)!
  const rows = await updateRows(tx, plan.id, record.id, true)
  const records = await updatesOf(tx, record.id)
  const lastClosed = await lastClosedDay(tx, plan.id)
  const mistaken =
    query.rattar === undefined ? undefined : rows.find((row) => String(row.id) === query.rattar)
  if (query.rattar !== undefined && !mistaken) return undefined
  const settled = mistaken && correctionDay(mistaken.holdsFrom, lastClosed)
  const named = { number: point.number, title: point.title, plan: plan.title }
  const leads = roles.includes('administrator') || roles.includes('strategist')
  const basedOn = rows.at(-1)?.id
  const organisations = (await listOrganisations(tx)).map(({ code, name }) => ({ code, name }))
  const { adopted, completed } = completion(standing)
  return {
    title: say(mistaken ? words.updating.titleCorrection : words.updating.title, named),
    description: say(words.updating.description),
    plan: await layoutPlanOf(tx, plan),
    data: {
      number: point.number,
      title: point.title,
      count: say.split(words.plans.completed, { completed, n: adopted }),
      now: nowOf(context, point, rows),
      basedOn: basedOn ?? null,
      rules: rulesOf(context, record, records, lastClosed),
      files: takenFiles(context.files),
      draft:
        mistaken && settled
          ? draftOf(mistaken, settled)
          : { ...emptyDraft(point, day), onBehalfOf: leads ? behalfOf(query.at, organisations) : '' },
      correcting: mistaken && settled ? correctingOf(context, mistaken, settled) : null,
      points: standing.map(({ number, title, status }) => ({
        number,
        title,
        merged: status === 'merged' || undefined,
      })),
      organisations: leads ? organisations : null,
      earlier: rows.map((row) => earlierOf(context, row)).reverse(),
    },
  }
}

/** The organisation that `?at=` says it is written for (F16). */
const behalfOf = (code: string | undefined, organisations: readonly { code: string }[]): string =>
  organisations.find((one) => one.code === code)?.code ?? ''

function rulesOf(
  { plan, today }: PlanPageContext,
  point: Point,
  records: readonly UpdateRecord[],
  lastClosed: Day | null,
): UpdateData['rules'] {
  return {
    today,
    lastClosed,
    adoptedOn: point.addedOn,
    startsOn: point.startsOn,
    firstDueOn: point.firstDueOn,
    period: { from: plan.periodFrom, to: plan.periodTo },
    history: records.map(
      ({ id, holdsFrom, placeDay, placeId, corrects, status, outlook, dueOn }): HistoryRow => ({
        id,
        holdsFrom,
        placeDay,
        placeId,
        corrects,
        status,
        outlook,
        dueOn,
      }),
    ),
  }
}

function correctingOf(
  { lang }: PlanPageContext,
  row: UpdateRow,
  settled: Day,
): NonNullable<UpdateData['correcting']> {
  return {
    id: row.id,
    day: dated(lang, row.holdsFrom),
    settled: dated(lang, settled),
    taken: row.correctedBy !== null,
  }
}

function earlierOf(context: PlanPageContext, row: UpdateRow): EarlierUpdate {
  const { lang, say, words } = context
  const at = `${dayText(lang, dayOf(new Date(row.recordedAt)))} ${clock(lang, row.recordedAt)}`
  return {
    id: row.id,
    day: dated(lang, row.holdsFrom),
    written: say(words.updating.recorded, { day: at, who: within(whoOf(row)) }),
    status: row.status,
    outlook: shownOutlook(row),
    mergedInto: row.mergedInto ?? undefined,
    nothingNew: row.answer === 'nothing_new' || undefined,
    reason: wroteText(row.reason, context),
    corrected: row.correctedBy !== null || undefined,
    isCorrection: row.corrects !== null || undefined,
  }
}

/** `/{plan}/punkter/{number}/uppdatera`: how the point stands, and what the form and its rules need; `?rattar=ID` corrects an update. */
export const UpdateData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  /** "18 av 25 punkter är slutförda." */
  count: Split,
  now: PointNow,
  /** The point's latest update: what the next one is based on. */
  basedOn: Maybe(Type.Integer()),
  /** What `refuseUpdate` is told besides the claim; days are ISO days. */
  rules: Type.Object({
    today: Type.String(),
    lastClosed: Maybe(Type.String()),
    adoptedOn: Type.String(),
    startsOn: Maybe(Type.String()),
    firstDueOn: Maybe(Type.String()),
    period: Type.Object({ from: Type.String(), to: Type.String() }),
    history: Type.Array(HistoryRow),
  }),
  /** Which files are taken. */
  files: TakenFiles,
  /** What the form begins with. */
  draft: Draft,
  correcting: Maybe(
    Type.Object({
      id: Type.Integer(),
      /** When what it corrects held from, and from when the correction does. */
      day: Dated,
      settled: Dated,
      /** Somebody else has corrected it already. */
      taken: Type.Boolean(),
    }),
  ),
  /** Every point of the plan; `merged` is left out of those that are not, for the list is long. */
  points: Type.Array(
    Type.Object({ number: Type.String(), title: Type.String(), merged: Type.Optional(Type.Boolean()) }),
  ),
  /** Whom one may write for (F16); null for those who write for themselves. */
  organisations: Maybe(Type.Array(Type.Object({ code: Type.String(), name: Type.String() }))),
  earlier: Type.Array(EarlierUpdate),
})
export type UpdateData = Static<typeof UpdateData>

export const updatePage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/:number/uppdatera',
  view: 'points/Update',
  schema: UpdateData,
  access: 'update.record',
  catalogues: ['status', 'updating', 'saving', 'point', 'uploading'],
  refusals: [...updateReasons, ...fileReasons, ...nameReasons],
  script: 'page',
  load: loadUpdate,
}
