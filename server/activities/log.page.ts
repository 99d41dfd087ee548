import { Type, type Static } from 'typebox'
import { fileReasons, nameReasons } from '#domain/file.ts'
import { activityReasons } from '#domain/activity.ts'
import { dated, datedWithWeekday, listText } from '#words/format.ts'
import { speaker } from '#words/say.ts'
import { ActivityDraft } from './drafts/schema.ts'
import { ShownFile, TakenFiles, shownFile, takenFiles } from '../files/view.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPage, PageContext, PlanPageContext } from '../http/page.ts'
import { LoggedActivity } from './schema.ts'
import { accountOf } from '../people/account.store.ts'
import { fileRow } from '../files/schema.ts'
import type { Viewer } from '../http/viewer.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import type { Plan } from '../database/plan.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { listReviews, planNow } from '../plans/review-days.store.ts'
import { ownOrganisations } from './acting-for.store.ts'
import { findActivity, type Activity } from './listing.store.ts'
import { isCorrected } from './store.ts'

const Choice = Type.Object({ number: Type.String(), title: Type.String() })

/** What the form needs to know before somebody begins to write. */
export const LogData = Type.Object({
  today: Type.String(),
  planFrom: Type.String(),
  /** The points one's own organisation leads or takes part in, and its name; then the others (A02). */
  own: Maybe(Type.Object({ organisation: Type.String(), points: Type.Array(Choice) })),
  others: Type.Array(Choice),
  /** The point that the address asks for (`?punkt=7`), if the plan has it. */
  chosen: Maybe(Type.String()),
  /** In whose names one can log, where there are several (A14). */
  names: Maybe(Type.Array(Type.Object({ code: Type.String(), name: Type.String() }))),
  /** What stands in the form from the beginning: an activity to repeat or correct, or what was sent and refused. */
  begun: Maybe(ActivityDraft),
  /** Which of one's own activities is corrected, and on which day it happened (A06). */
  correcting: Maybe(Type.Object({ id: Type.Integer(), day: Dated })),
  /** The next review day, which what is logged now will be part of. */
  review: Maybe(Dated),
  atOnce: Type.Boolean(),
  /** Which files are taken. */
  files: TakenFiles,
  /** Those of the activity that is corrected: they come along. */
  kept: Maybe(Type.Array(ShownFile)),
  /** What a phone knows its person by while something waits on it. Only for those signed in (A16). */
  account: Maybe(Type.String()),
  /** What was saved by a form without JavaScript. */
  saved: Maybe(LoggedActivity),
})
export type LogData = Static<typeof LogData>

/** What the pages with the form have in common. */
export const shared = {
  catalogues: ['log', 'saving', 'uploading'],
  refusals: [...activityReasons, ...fileReasons, ...nameReasons],
  script: 'page',
} as const

/** `/{plan}/logga`. */
export const logPage: PlanPage = {
  ...shared,
  of: 'plan',
  path: '/:plan/logga',
  view: 'activities/Log',
  schema: LogData,
  access: 'activity.log',
  load: loadLog,
}

/** `/{plan}/aktiviteter/{id}/ratta`: an own activity, to be set right (A06). */
export const correctionPage: PlanPage = {
  ...shared,
  of: 'plan',
  path: '/:plan/aktiviteter/:id/ratta',
  view: 'activities/Log',
  schema: LogData,
  access: 'activity.log',
  load: loadCorrection,
}

/** `/{plan}/logga`: the form, empty or with an activity to repeat (`?upprepa=12`, A11). */
export async function loadLog(context: PlanPageContext): Promise<PageAnswer<LogData> | undefined> {
  const { tx, plan, viewer, query } = context
  if (!viewer) return undefined
  const repeated = await ownActivity(context, viewer, plan, query.upprepa)
  return {
    ...(await headOf(context, plan)),
    current: 'log',
    data: {
      ...(await logData(context, viewer, plan)),
      begun: repeated ? draftOf(repeated, context.today) : null,
      account: await accountOf(tx, viewer.personId),
    },
  }
}

/** An own activity to be set right; undefined for another's, and for one that a correction has taken the place of. */
export async function loadCorrection(context: PlanPageContext): Promise<PageAnswer<LogData> | undefined> {
  const { tx, plan, viewer, params, lang, say, words } = context
  const activity = viewer && (await ownActivity(context, viewer, plan, params.id))
  if (!viewer || !activity || (await isCorrected(tx, activity.id))) return undefined
  const day = dated(lang, activity.happenedOn)
  return {
    ...(await headOf(context, plan)),
    title: say(words.log.correctTitle, { day: day.text }),
    data: {
      ...(await logData(context, viewer, plan)),
      begun: draftOf(activity, activity.happenedOn),
      correcting: { id: activity.id, day },
      kept: activity.files.map((file) => shownFile(plan.slug, fileRow(file), context)),
      account: await accountOf(tx, viewer.personId),
    },
  }
}

/** Title, description and layout of a page with the form. */
export async function headOf({ tx, lang, words }: PageContext, plan: Plan) {
  const say = speaker(lang, plan.labels)
  return {
    title: say(words.log.title, { plan: plan.title }),
    description: say(words.log.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
  }
}

/** What the form needs to know, for this person: their own organisations' points first (A02, A14). */
export async function logData(
  { tx, query, lang, today, now, files }: PageContext,
  viewer: Viewer,
  plan: Plan,
): Promise<LogData> {
  const standing = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, now))
  const mine = await ownOrganisations(tx, viewer, plan.id)
  const codes = new Set(mine.map((one) => one.code))
  const isOwn = (point: (typeof standing)[number]) =>
    [point.lead, ...point.takesPart].some((one) => codes.has(one.code))
  const choices = (points: typeof standing) => points.map(({ number, title }) => ({ number, title }))
  const own = standing.filter(isOwn)
  const next = (await listReviews(tx, plan.id)).find((review) => !review.closure)
  const chosen = standing.find((point) => point.number === query.punkt)?.number
  const organisation = listText(
    lang,
    mine.map((one) => one.name),
  )
  return {
    today,
    planFrom: plan.periodFrom,
    own: own.length > 0 ? { organisation, points: choices(own) } : null,
    others: choices(standing.filter((point) => !isOwn(point))),
    chosen: chosen ?? null,
    names: mine.length > 1 ? mine.map(({ code, name }) => ({ code, name })) : null,
    review: next ? datedWithWeekday(lang, next.heldOn) : null,
    atOnce: plan.wordsShown === 'at-once',
    files: takenFiles(files),
    begun: null,
    correcting: null,
    kept: null,
    account: null,
    saved: null,
  }
}

/** An activity of this person's own; undefined for one that is another's, or no number at all. */
export async function ownActivity(
  { tx }: PageContext,
  viewer: Viewer,
  plan: Plan,
  id: string | undefined,
): Promise<Activity | undefined> {
  if (!/^[1-9]\d{0,14}$/.test(id ?? '')) return undefined
  const activity = await findActivity(tx, plan.id, Number(id))
  return activity?.recordedBy === viewer.personId ? activity : undefined
}

/** An activity as it would have been typed; words that have been masked are not typed again. */
export const draftOf = (activity: Activity, happenedOn: string): ActivityDraft => ({
  point: activity.point,
  what: activity.what?.body ?? '',
  happenedOn,
  targetGroup: activity.targetGroup ?? '',
  occasions: activity.occasions === null ? '' : String(activity.occasions),
  participants: activity.participants === null ? '' : String(activity.participants),
  link: activity.link?.body ?? '',
  organisation: activity.by.organisation?.code ?? '',
})
