import { randomUUID } from 'node:crypto'
import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { statuses } from '#domain/status.ts'
import { clock, dated, within } from '#words/format.ts'
import { speaker } from '#words/say.ts'
import { ownOrganisations } from '../../activities/acting-for.store.ts'
import { FormFault, Maybe } from '../../http/schema.ts'
import { type PageAnswer, Dated } from '../../http/layout.ts'
import type { PageContext, Page } from '../../http/page.ts'
import { findLinkViewer } from '../../people/sessions.store.ts'
import type { Viewer } from '../../http/viewer.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { findPlan, type Plan } from '../../database/plan.ts'
import { updateRows } from '../../points/json.ts'
import { type PointOnDay, pointsOnDay } from '../../points/state-on-day.store.ts'
import { updatesOf } from '../../points/updates.store.ts'
import { readTexts } from '../../texts/store.ts'
import { planNow, listReviews } from '../../plans/review-days.store.ts'
import { readyPoints, roundFrom } from './readiness.ts'
import { wouldAskGently, helpOf } from './store.ts'
import { shownText, whoText } from '../../texts/view.ts'
import { nowOf, PointNow } from '../../points/view.ts'

type Form = NonNullable<AnswerData['form']>

/** Whose link it is, in which plan and for which point; undefined when it does not open answering in the plan of the address. */
export async function openedBy(
  { tx, now }: Pick<PageContext, 'tx' | 'now'>,
  { plan: slug = '', token = '' }: { plan?: string; token?: string },
): Promise<{ viewer: Viewer; plan: Plan; pointId: number } | undefined> {
  const viewer = await findLinkViewer(tx, token, now)
  const plan = await findPlan(tx, slug)
  const { permission, planId, pointId } = viewer?.only ?? {}
  if (!viewer || !plan || pointId === undefined) return undefined
  return permission === 'update.record' && planId === plan.id ? { viewer, plan, pointId } : undefined
}

/** `/{plan}/svara/{token}`: the point of the link, and three answers; the receipt when `?sparad=` names an answer of one's own. */
export async function loadAnswer(context: PageContext): Promise<PageAnswer<AnswerData>> {
  const { tx, params, words, lang, now } = context
  const opened = await openedBy(context, params)
  const day = opened && (await planNow(tx, opened.plan.id, now))
  const point = day && (await pointsOnDay(tx, opened.plan.id, day)).find(({ id }) => id === opened.pointId)
  if (!opened || !point) {
    const say = speaker(lang)
    const title = say(words.answering.goneTitle)
    return { title, description: title, alone: true, data: { form: null } }
  }
  const { viewer, plan } = opened
  const say = speaker(lang, plan.labels)
  const form = await formOf({ ...context, say }, viewer, plan, point, day)
  const spoken = words.answering
  const title = say(spoken.title, { number: point.number, title: point.title })
  return {
    title: form.faults.length > 0 ? say(spoken.faultTitle, { title }) : title,
    description: say(spoken.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    alone: true,
    data: { form },
  }
}

async function formOf(
  context: PageContext,
  viewer: Viewer,
  plan: Plan,
  point: PointOnDay,
  day: string,
): Promise<Form> {
  const { tx, lang, now, today, typed, base } = context
  const [own] = await ownOrganisations(tx, viewer, plan.id)
  const membership = viewer.memberships.find((one) => one.planId === plan.id)
  const rows = await updateRows(tx, plan.id, point.id, true)
  const review = (await listReviews(tx, plan.id)).find((one) => !one.closure && one.heldOn >= today)
  const help = await ownHelp(context, viewer, plan, point)
  const back = answerKinds.find((kind) => kind === typed?.fields.answer)
  const saved = await savedOf(context, viewer, point)
  const waiting = (await readyPoints(tx, plan, now)).filter(
    (one) => one.ownerId === viewer.personId && one.readiness === 'missing' && one.point.id !== point.id,
  )
  return {
    number: point.number,
    title: point.title,
    who: within(whoText(membership?.function ?? '', own?.name)),
    pointPath: addresses.point(addresses.plan(base, plan.slug), point.number),
    now: nowOf(context, point, rows),
    review: review ? dated(lang, review.heldOn) : null,
    finished: !statuses[point.status].open,
    gentle: await wouldAskGently(tx, point.id),
    keys: Object.fromEntries(answerKinds.map((kind) => [kind, keyOf(context, kind)])),
    basedOn: String(rows.at(-1)?.id ?? ''),
    holdsFrom: day,
    fields: { status: point.status, outlook: point.outlook, ...typed?.fields },
    back: back ?? null,
    faults: typed?.faults ?? [],
    asked: typed?.asked ?? '',
    saved,
    waiting: waiting.map(({ point: { number, title } }) => ({ number, title })),
    help,
  }
}

const keyOf = ({ typed }: PageContext, kind: AnswerKind): string =>
  typed && typed.fields.answer === kind ? typed.key : randomUUID()

/** What `?sparad=` names – `u12` an update, `h3` a request for help – if it is the person's own and about this point. */
async function savedOf(
  { tx, query, lang }: PageContext,
  viewer: Viewer,
  point: PointOnDay,
): Promise<Form['saved']> {
  const [, kind, id] = /^([uh])(\d{1,15})$/.exec(query.sparad ?? '') ?? []
  const rows =
    kind === 'u'
      ? await updatesOf(tx, point.id)
      : kind === 'h'
        ? (await helpOf(tx, point.id)).map(({ help }) => ({ ...help, answer: 'help' as const }))
        : []
  const found = rows.find((row) => row.id === Number(id) && row.recordedBy === viewer.personId)
  return found ? { kind: found.answer, at: clock(lang, found.recordedAt) } : null
}

/** The help this person asked for last, in their words, and what became of it; not what was taken up in an earlier round. */
async function ownHelp(
  context: PageContext,
  viewer: Viewer,
  plan: Plan,
  point: PointOnDay,
): Promise<Form['help']> {
  const { tx } = context
  const [last] = await helpOf(tx, point.id)
  if (last?.help.recordedBy !== viewer.personId) return null
  const { help, reply } = last
  if (reply && dayOf(new Date(reply.recordedAt)) < (await roundFrom(tx, plan))) return null
  const texts = await readTexts(tx, [help.textId, reply?.textId ?? null])
  const told = (id: number) => shownText(texts.get(id) ?? null, context)?.text ?? ''
  return { text: told(help.textId), reply: reply ? told(reply.textId) : null }
}

/** The three answers; each is a form of its own. */
export const answerKinds = ['nothing_new', 'help', 'update'] as const
export type AnswerKind = (typeof answerKinds)[number]
const Kind = Type.Unsafe<AnswerKind>({ type: 'string' })

const Waiting = Type.Array(Type.Object({ number: Type.String(), title: Type.String() }))

/**
 * `/{plan}/svara/{token}`: one point and three answers, for whoever holds its function, without a session (F24). Null `form` when the link opens
 * nothing any more.
 */
export const AnswerData = Type.Object({
  form: Maybe(
    Type.Object({
      number: Type.String(),
      title: Type.String(),
      /** As whom one answers: function and organisation, never a name. */
      who: Type.String(),
      pointPath: Type.String(),
      now: PointNow,
      /** The review day it is asked for. */
      review: Maybe(Dated),
      /** How the point ended: then nothing more is asked. */
      finished: Type.Boolean(),
      /** *Nothing new* was the last word: it is asked softly first (idea 6). */
      gentle: Type.Boolean(),
      /** What each form is sent with: sent twice, it is one answer. */
      keys: Type.Record(Type.String(), Type.String()),
      basedOn: Type.String(),
      holdsFrom: Type.String(),
      /** What stands in the fields. */
      fields: Type.Record(Type.String(), Type.String()),
      /** The form that came back, and what is wrong with it. */
      back: Maybe(Kind),
      faults: Type.Array(FormFault),
      asked: Type.String(),
      /** What was saved, and when. */
      saved: Maybe(Type.Object({ kind: Kind, at: Type.String() })),
      /** The person's other points that have not been answered for. */
      waiting: Waiting,
      /** The help one has asked for, in one's own words, and what became of it. */
      help: Maybe(Type.Object({ text: Type.String(), reply: Maybe(Type.String()) })),
    }),
  ),
})
export type AnswerData = Static<typeof AnswerData>

export const answerPage: Page = {
  // Of the installation: the token is asked first, so that a plan nobody may see can not be told from none.
  of: 'installation',
  path: '/:plan/svara/:token',
  view: 'reviews/preparation/Answer',
  schema: AnswerData,
  access: 'open',
  secret: true,
  catalogues: ['answering', 'updating', 'saving'],
  script: 'none',
  load: loadAnswer,
}
