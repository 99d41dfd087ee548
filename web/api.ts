import type { NewFollowUpAnswer, FollowUpAnswered } from '../server/points/follow-up/routes.ts'
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
import type { OwnSettings, SessionLeft } from '../server/people/account.routes.ts'
import type { NewCheck, NewStatement, SavedCheck, SavedStatement } from '../server/accessibility/schema.ts'
import type { HandledFeedback, NewFeedbackAnswer } from '../server/feedback/routes.ts'
import type { FileRow, FileState, NewFile } from '../server/files/schema.ts'
import type { HelpWhole, NewHelp, NewReply, NothingNew } from '../server/reviews/preparation/schema.ts'
import type { MailWords, NewMailWords } from '../server/reviews/preparation/mail-words.schema.ts'
import type { ChangedIndicator, Indicators, NewIndicator } from '../server/plans/indicators/schema.ts'
import type { NewTags, Tags } from '../server/points/tags/routes.ts'
import * as api from '#domain/api-addresses.ts'
import { newKey, send, type RequestOptions } from './client.ts'

// Every change the browser can ask for, one line each. What is asked travels as JSON under a key of its own (client.ts).

export * from './people/api.ts'
export * from './reports/api.ts'
export * from './reviews/api.ts'

export const addIndicator = (slug: string, indicator: NewIndicator, options: RequestOptions) =>
  send<Indicators>('POST', api.indicators(slug), indicator, options)

export const changeIndicator = (
  slug: string,
  id: number,
  indicator: ChangedIndicator,
  options: RequestOptions,
) => send<Indicators>('PUT', api.indicator(slug, id), indicator, options)

export const setTags = (slug: string, number: string, tags: NewTags, options: RequestOptions) =>
  send<Tags>('PUT', api.tags(slug, number), tags, options)

export const saveStatement = (saved: NewStatement, options: RequestOptions) =>
  send<SavedStatement>('PUT', api.statement(), saved, options)

export const recordCheck = (check: NewCheck, options: RequestOptions) =>
  send<SavedCheck>('POST', api.accessibilityChecks(), check, options)

export const answerFeedback = (id: number, answer: NewFeedbackAnswer, options: RequestOptions) =>
  send<HandledFeedback>('PUT', api.feedbackAnswer(id), answer, options)

export const logActivity = (slug: string, activity: NewActivity, options: RequestOptions) =>
  send<LoggedActivity>('POST', api.activities(slug), activity, options)

export const correctActivity = (slug: string, id: number, activity: NewActivity, options: RequestOptions) =>
  send<LoggedActivity>('POST', api.activityCorrections(slug, id), activity, options)

export const keepDraft = (slug: string, kept: NewDraft, options: RequestOptions) =>
  send<KeptDraft>('PUT', api.activityDraft(slug), kept, options)

export const dropDraft = (slug: string, options: RequestOptions) =>
  send<KeptDraft>('DELETE', api.activityDraft(slug), undefined, options)

export const showActivities = (
  slug: string,
  ids: readonly number[],
  shown: boolean,
  options: RequestOptions,
) => send<{ items: ActivityRow[] }>('PUT', api.activitiesVisibility(slug), { ids, shown }, options)

export const answerDecision = (
  slug: string,
  id: number,
  answer: NewDecisionAnswer,
  options: RequestOptions,
) => send<DecisionRow>('POST', api.decisionAnswers(slug, id), answer, options)

export const maskText = (slug: string, id: number, because: string, options: RequestOptions) =>
  send<{ id: number }>('PUT', api.textMask(slug, id), { because }, options)

export const beginFile = (slug: string, file: NewFile, options: RequestOptions) =>
  send<FileState>('POST', api.files(slug), file, options)

export const fileState = (slug: string, id: number, options: RequestOptions) =>
  send<FileState>('GET', api.file(slug, id), undefined, options)

export const sendPart = (slug: string, id: number, n: number, piece: Blob, options: RequestOptions) =>
  send<FileState>('PUT', api.filePart(slug, id, n), piece, options)

export const completeFile = (slug: string, id: number, description: string, options: RequestOptions) =>
  send<FileState>('PUT', api.fileCompletion(slug, id), { description }, options)

export const showFile = (slug: string, id: number, shown: boolean, options: RequestOptions) =>
  send<FileRow>('PUT', api.fileVisibility(slug, id), { shown }, options)

export const maskFile = (slug: string, id: number, because: string, options: RequestOptions) =>
  send<FileRow>('PUT', api.fileMask(slug, id), { because }, options)

export const recordUpdate = (slug: string, number: string, update: NewUpdate, options: RequestOptions) =>
  send<PointWhole>('POST', api.updates(slug, number), update, options)

export const correctUpdate = (slug: string, id: number, correction: NewCorrection, options: RequestOptions) =>
  send<PointWhole>('POST', api.updateCorrections(slug, id), correction, options)

export const answerFollowUp = (slug: string, id: number, said: NewFollowUpAnswer, options: RequestOptions) =>
  send<FollowUpAnswered>('PUT', api.followUpAnswer(slug, id), said, options)

export const erasePerson = (id: number, erasure: Erasure, options: RequestOptions) =>
  send<Erased>('PUT', api.erasure(id), erasure, options)

export const registerPlan = (added: NewPlan, options: RequestOptions) =>
  send<PlanWhole>('POST', api.plans(), added, options)

export const changePlan = (slug: string, facts: PlanFacts, options: RequestOptions) =>
  send<PlanWhole>('PUT', api.plan(slug), facts, options)

export const publishPlan = (slug: string, options: RequestOptions) =>
  send<PlanWhole>('PUT', api.publication(slug), {}, options)

export const setFocusAreas = (slug: string, areas: NewFocusAreas, options: RequestOptions) =>
  send<FocusAreas>('PUT', api.focusAreas(slug), areas, options)

export const addPoint = (slug: string, added: NewPoint, options: RequestOptions) =>
  send<PointWhole>('POST', api.points(slug), added, options)

export const addPoints = (slug: string, points: NewPoint[], options: RequestOptions) =>
  send<{ items: PointRow[] }>('POST', api.pointList(slug), { points }, options)

export const reviseWording = (slug: string, number: string, revised: NewWording, options: RequestOptions) =>
  send<PointWhole>('POST', api.wordings(slug, number), revised, options)

export const addOrganisation = (added: NewOrganisation, options: RequestOptions) =>
  send<OrganisationWhole>('POST', api.organisations(), added, options)

export const changeOrganisation = (code: string, facts: OrganisationFacts, options: RequestOptions) =>
  send<OrganisationWhole>('PUT', api.organisation(code), facts, options)

export const changeSettings = (settings: OwnSettings, options: RequestOptions) =>
  send<OwnSettings>('PUT', api.me(), settings, options)

export const endSession = (id: number, options: RequestOptions) =>
  send<{ id: number }>('PUT', api.endSession(id), {}, options)

export const endLink = (id: number, options: RequestOptions) =>
  send<{ id: number }>('PUT', api.endLink(id), {}, options)

export const staySignedIn = (lang: Lang) =>
  send<SessionLeft>('PUT', api.session(), {}, { lang, key: newKey() })

/** How long the session still lasts; asking is not using. */
export const sessionLeft = (lang: Lang) =>
  send<SessionLeft>('GET', api.session(), undefined, { lang, key: newKey() })

export const answerNothingNew = (slug: string, number: string, answer: NothingNew, options: RequestOptions) =>
  send<PointWhole>('POST', api.nothingNew(slug, number), answer, options)

export const askForHelp = (slug: string, number: string, help: NewHelp, options: RequestOptions) =>
  send<HelpWhole>('POST', api.help(slug, number), help, options)

export const replyToHelp = (slug: string, id: number, reply: NewReply, options: RequestOptions) =>
  send<HelpWhole>('POST', api.helpReply(slug, id), reply, options)

export const setMailWords = (
  slug: string,
  kind: string,
  lang: Lang,
  own: NewMailWords,
  options: RequestOptions,
) => send<MailWords>('PUT', api.mailWords(slug, kind, lang), own, options)
