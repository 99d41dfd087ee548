import { randomUUID } from 'node:crypto'
import { Type, type Static } from 'typebox'
import { speaker } from '#words/say.ts'
import type { PageAnswer } from '../http/layout.ts'
import { FormFault, Maybe } from '../http/schema.ts'
import type { PageContext, Page } from '../http/page.ts'
import { findPlan, type Plan } from '../database/plan.ts'
import type { Viewer } from '../http/viewer.ts'
import { findLinkViewer } from '../people/sessions.store.ts'
import { ownOrganisations } from './acting-for.store.ts'
import type { ActivityDraft } from './drafts/schema.ts'
import { activityRow } from './schema.ts'
import { ordinalOf } from './listing.store.ts'
import { whoText } from '../texts/view.ts'
import { LogData, shared, draftOf, headOf, logData, ownActivity } from './log.page.ts'

/**
 * `/{plan}/logga/{token}`: the form for the person of the link (A01), without a session; the receipt when `?sparad=` names an activity of
 * theirs; a sentence when the link opens nothing here. What a form without JavaScript sent and was refused for comes as `typed`.
 */
export async function loadLogByLink(context: PageContext): Promise<PageAnswer<LogByLinkData>> {
  const { params, words, lang, typed } = context
  const opened = await openedBy(context)
  if (!opened) {
    const say = speaker(lang)
    const title = say(words.log.goneTitle)
    return { title, description: title, alone: true, data: { form: null } }
  }
  const { viewer, plan } = opened
  const head = await headOf(context, plan)
  const say = speaker(lang, plan.labels)
  const faults = typed?.faults ?? []
  return {
    ...head,
    title: faults.length > 0 ? say(words.log.faultTitle, { title: head.title }) : head.title,
    alone: true,
    data: {
      form: {
        log: { ...(await logData(context, viewer, plan)), ...(await startOf(context, viewer, plan)) },
        who: await whoLogs(context, viewer, plan),
        slug: plan.slug,
        token: params.token ?? '',
        key: typed?.key ?? randomUUID(),
        faults,
        asked: typed?.asked ?? '',
      },
    },
  }
}

/** Whose link it is, and the plan of the address; undefined when the link does not open logging in that plan. */
async function openedBy({
  tx,
  params,
  now,
}: PageContext): Promise<{ viewer: Viewer; plan: Plan } | undefined> {
  const viewer = await findLinkViewer(tx, params.token ?? '', now)
  const plan = await findPlan(tx, params.plan ?? '')
  const opens = viewer?.only?.permission === 'activity.log' && viewer.only.planId === plan?.id
  return opens && plan ? { viewer, plan } : undefined
}

/** What the form begins with: what was sent and refused, an activity to repeat – or what was saved. */
async function startOf(context: PageContext, viewer: Viewer, plan: Plan) {
  const { tx, typed, query, today } = context
  if (typed) return { begun: draftIn(typed.fields) }
  const saved = await ownActivity(context, viewer, plan, query.sparad)
  if (saved) {
    const ordinal = await ordinalOf(tx, plan.id, saved)
    return { saved: { activity: activityRow(saved, true), ordinal } }
  }
  const repeated = await ownActivity(context, viewer, plan, query.upprepa)
  return { begun: repeated ? draftOf(repeated, today) : null }
}

/** What stood in the form, as it was typed. */
export const draftIn = (fields: Readonly<Record<string, string>>): ActivityDraft => ({
  point: fields.point ?? '',
  what: fields.what ?? '',
  happenedOn: fields.happenedOn ?? '',
  targetGroup: fields.targetGroup ?? '',
  occasions: fields.occasions ?? '',
  participants: fields.participants ?? '',
  link: fields.link ?? '',
  organisation: fields.organisation ?? '',
})

async function whoLogs({ tx }: PageContext, viewer: Viewer, plan: Plan): Promise<string> {
  const [own] = await ownOrganisations(tx, viewer, plan.id)
  const membership = viewer.memberships.find((one) => one.planId === plan.id)
  return whoText(membership?.function ?? '', own?.name)
}

/** `/{plan}/logga/{token}`: the link of a mail opens the form for one person, and nothing else; null `form` when it opens nothing any more. */
export const LogByLinkData = Type.Object({
  form: Maybe(
    Type.Object({
      log: LogData,
      /** As whom one logs: function and organisation, never a name. */
      who: Type.String(),
      slug: Type.String(),
      token: Type.String(),
      /** The key of what a form without JavaScript sends: sent twice, it is one activity. */
      key: Type.String(),
      faults: Type.Array(FormFault),
      /** Which doubts have been asked about; the same sent once more was meant. */
      asked: Type.String(),
    }),
  ),
})
export type LogByLinkData = Static<typeof LogByLinkData>

export const logByLinkPage: Page = {
  ...shared,
  // Of the installation, not of a plan: the token is asked first, and a plan nobody may see must not be told from none.
  of: 'installation',
  path: '/:plan/logga/:token',
  view: 'activities/LogByLink',
  schema: LogByLinkData,
  access: 'open',
  secret: true,
  load: loadLogByLink,
}
