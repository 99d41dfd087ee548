import type { NewFollowUpAnswer, FollowUpAnswered } from '../server/points/follow-up/schema.ts'
import type { DecisionRow, NewDecisionAnswer } from '../server/reviews/afterwards/schema.ts'
import type { ActivityRow, LoggedActivity, NewActivity } from '../server/activities/schema.ts'
import type { Erased, Erasure } from '../server/people/privacy/erase.schema.ts'
import type { NewCorrection, NewUpdate, PointWhole } from '../server/points/schema.ts'
import type { KeptDraft, NewDraft } from '../server/activities/drafts/schema.ts'
import type { FocusAreas, NewFocusAreas } from '../server/plans/focus-areas.schema.ts'
import type {
  NewOrganisation,
  OrganisationFacts,
  OrganisationWhole,
} from '../server/people/organisations/schema.ts'
import type { NewPlan, PlanFacts, PlanWhole } from '../server/plans/schema.ts'
import type { NewPoint, NewWording, PointRow } from '../server/points/schema.ts'
import type { Lang } from '#words/format.ts'
import type { OwnSettings, SessionLeft } from '../server/people/account.schema.ts'
import type { NewCheck, NewStatement, SavedCheck, SavedStatement } from '../server/accessibility/schema.ts'
import type { HandledFeedback, NewFeedbackAnswer } from '../server/feedback/schema.ts'
import type { FileRow, FileState, NewFile } from '../server/files/schema.ts'
import type { HelpWhole, NewHelp, NewReply, NothingNew } from '../server/reviews/preparation/schema.ts'
import type { MailWords, NewMailWords } from '../server/reviews/preparation/mail-words.schema.ts'
import type { ChangedIndicator, Indicators, NewIndicator } from '../server/plans/indicators/schema.ts'
import type { NewTags, Tags } from '../server/points/tags/schema.ts'
import { newKey, send, type RequestOptions } from './client.ts'

// Every change the browser can ask for, one line each. What is asked travels as JSON under a key of its own (client.ts).

export * from './people/api.ts'
export * from './reports/api.ts'
export * from './reviews/api.ts'

const plan = (slug: string) => `/plans/${encodeURIComponent(slug)}`
const point = (slug: string, number: string) => `${plan(slug)}/points/${encodeURIComponent(number)}`

export const addIndicator = (slug: string, indicator: NewIndicator, options: RequestOptions) =>
  send<Indicators>('POST', `${plan(slug)}/indicators`, indicator, options)

export const changeIndicator = (
  slug: string,
  id: number,
  indicator: ChangedIndicator,
  options: RequestOptions,
) => send<Indicators>('PUT', `${plan(slug)}/indicators/${id}`, indicator, options)

export const setTags = (slug: string, number: string, tags: NewTags, options: RequestOptions) =>
  send<Tags>('PUT', `${point(slug, number)}/tags`, tags, options)

export const saveStatement = (saved: NewStatement, options: RequestOptions) =>
  send<SavedStatement>('PUT', '/accessibility/statement', saved, options)

export const recordCheck = (check: NewCheck, options: RequestOptions) =>
  send<SavedCheck>('POST', '/accessibility/checks', check, options)

export const answerFeedback = (id: number, answer: NewFeedbackAnswer, options: RequestOptions) =>
  send<HandledFeedback>('PUT', `/feedback/${id}/answer`, answer, options)

export const logActivity = (slug: string, activity: NewActivity, options: RequestOptions) =>
  send<LoggedActivity>('POST', `${plan(slug)}/activities`, activity, options)

export const correctActivity = (slug: string, id: number, activity: NewActivity, options: RequestOptions) =>
  send<LoggedActivity>('POST', `${plan(slug)}/activities/${id}/corrections`, activity, options)

export const keepDraft = (slug: string, kept: NewDraft, options: RequestOptions) =>
  send<KeptDraft>('PUT', `${plan(slug)}/drafts/activity`, kept, options)

export const dropDraft = (slug: string, options: RequestOptions) =>
  send<KeptDraft>('DELETE', `${plan(slug)}/drafts/activity`, undefined, options)

export const showActivities = (
  slug: string,
  ids: readonly number[],
  shown: boolean,
  options: RequestOptions,
) => send<{ items: ActivityRow[] }>('PUT', `${plan(slug)}/activities/visibility`, { ids, shown }, options)

export const answerDecision = (
  slug: string,
  id: number,
  answer: NewDecisionAnswer,
  options: RequestOptions,
) => send<DecisionRow>('POST', `${plan(slug)}/decisions/${id}/answers`, answer, options)

export const maskText = (slug: string, id: number, because: string, options: RequestOptions) =>
  send<{ id: number }>('PUT', `${plan(slug)}/texts/${id}/mask`, { because }, options)

export const beginFile = (slug: string, file: NewFile, options: RequestOptions) =>
  send<FileState>('POST', `${plan(slug)}/files`, file, options)

export const fileState = (slug: string, id: number, options: RequestOptions) =>
  send<FileState>('GET', `${plan(slug)}/files/${id}`, undefined, options)

export const sendPart = (slug: string, id: number, n: number, piece: Blob, options: RequestOptions) =>
  send<FileState>('PUT', `${plan(slug)}/files/${id}/parts/${n}`, piece, options)

export const completeFile = (slug: string, id: number, description: string, options: RequestOptions) =>
  send<FileState>('PUT', `${plan(slug)}/files/${id}/completion`, { description }, options)

export const showFile = (slug: string, id: number, shown: boolean, options: RequestOptions) =>
  send<FileRow>('PUT', `${plan(slug)}/files/${id}/visibility`, { shown }, options)

export const maskFile = (slug: string, id: number, because: string, options: RequestOptions) =>
  send<FileRow>('PUT', `${plan(slug)}/files/${id}/mask`, { because }, options)

export const showActivity = (slug: string, id: number, shown: boolean, options: RequestOptions) =>
  send<ActivityRow>('PUT', `${plan(slug)}/activities/${id}/visibility`, { shown }, options)

export const recordUpdate = (slug: string, number: string, update: NewUpdate, options: RequestOptions) =>
  send<PointWhole>('POST', `${point(slug, number)}/updates`, update, options)

export const correctUpdate = (slug: string, id: number, correction: NewCorrection, options: RequestOptions) =>
  send<PointWhole>('POST', `${plan(slug)}/updates/${id}/corrections`, correction, options)

export const answerFollowUp = (slug: string, id: number, said: NewFollowUpAnswer, options: RequestOptions) =>
  send<FollowUpAnswered>('PUT', `${plan(slug)}/still/${id}/answer`, said, options)

export const erasePerson = (id: number, erasure: Erasure, options: RequestOptions) =>
  send<Erased>('PUT', `/people/${id}/erasure`, erasure, options)

export const registerPlan = (added: NewPlan, options: RequestOptions) =>
  send<PlanWhole>('POST', '/plans', added, options)

export const changePlan = (slug: string, facts: PlanFacts, options: RequestOptions) =>
  send<PlanWhole>('PUT', plan(slug), facts, options)

export const publishPlan = (slug: string, options: RequestOptions) =>
  send<PlanWhole>('PUT', `${plan(slug)}/publication`, {}, options)

export const setFocusAreas = (slug: string, areas: NewFocusAreas, options: RequestOptions) =>
  send<FocusAreas>('PUT', `${plan(slug)}/focus-areas`, areas, options)

export const addPoint = (slug: string, added: NewPoint, options: RequestOptions) =>
  send<PointWhole>('POST', `${plan(slug)}/points`, added, options)

export const addPoints = (slug: string, points: NewPoint[], options: RequestOptions) =>
  send<{ items: PointRow[] }>('POST', `${plan(slug)}/points/list`, { points }, options)

export const reviseWording = (slug: string, number: string, revised: NewWording, options: RequestOptions) =>
  send<PointWhole>('POST', `${point(slug, number)}/wordings`, revised, options)

export const addOrganisation = (added: NewOrganisation, options: RequestOptions) =>
  send<OrganisationWhole>('POST', '/organisations', added, options)

export const changeOrganisation = (code: string, facts: OrganisationFacts, options: RequestOptions) =>
  send<OrganisationWhole>('PUT', `/organisations/${code}`, facts, options)

export const changeSettings = (settings: OwnSettings, options: RequestOptions) =>
  send<OwnSettings>('PUT', '/me', settings, options)

export const endSession = (id: number, options: RequestOptions) =>
  send<{ id: number }>('PUT', `/me/sessions/${id}/revocation`, {}, options)

export const endLink = (id: number, options: RequestOptions) =>
  send<{ id: number }>('PUT', `/me/links/${id}/revocation`, {}, options)

export const staySignedIn = (lang: Lang) =>
  send<SessionLeft>('PUT', '/me/session', {}, { lang, key: newKey() })

/** How long the session still lasts; asking is not using. */
export const sessionLeft = (lang: Lang) =>
  send<SessionLeft>('GET', '/me/session', undefined, { lang, key: newKey() })

export const answerNothingNew = (slug: string, number: string, answer: NothingNew, options: RequestOptions) =>
  send<PointWhole>('POST', `${point(slug, number)}/nothing-new`, answer, options)

export const askForHelp = (slug: string, number: string, help: NewHelp, options: RequestOptions) =>
  send<HelpWhole>('POST', `${point(slug, number)}/help`, help, options)

export const replyToHelp = (slug: string, id: number, reply: NewReply, options: RequestOptions) =>
  send<HelpWhole>('POST', `${plan(slug)}/help/${id}/reply`, reply, options)

export const setMailWords = (
  slug: string,
  kind: string,
  lang: Lang,
  own: NewMailWords,
  options: RequestOptions,
) => send<MailWords>('PUT', `${plan(slug)}/mails/${kind}/${lang}`, own, options)
