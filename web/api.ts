import type { NewFollowUpAnswer, FollowUpAnswered } from '../server/points/follow-up/schema.ts'
import type { NewCancellation } from '../server/reviews/cancel.schema.ts'
import type { DecisionRow, NewDecisionAnswer, NewRemark } from '../server/reviews/afterwards/schema.ts'
import type { MinutesWhole, NewMinutes } from '../server/reviews/afterwards/minutes.schema.ts'
import type { ActivityRow, LoggedActivity, NewActivity } from '../server/activities/schema.ts'
import type { Erased, Erasure } from '../server/people/privacy/erase.schema.ts'
import type { NewCorrection, NewUpdate, PointWhole } from '../server/points/schema.ts'
import type { Invited, NewInvitation } from '../server/reviews/invitations/schema.ts'
import type {
  ChangedReview,
  NewClosure,
  NewParticipant,
  NewReview,
  Participants,
  Reviews,
  ReviewWhole,
} from '../server/reviews/schema.ts'
import type {
  AgendaWhole,
  MeetingWhole,
  NewAgenda,
  NewComment,
  NewLiveDecision,
  NewShowing,
} from '../server/reviews/meetings/schema.ts'
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
import type { Asked, HelpWhole, NewHelp, NewReply, NothingNew } from '../server/reviews/preparation/schema.ts'
import type { MailWords, NewMailWords } from '../server/reviews/preparation/mail-words.schema.ts'
import type { Hearings as HearingRows, NewHearing } from '../server/reviews/afterwards/hearings.schema.ts'
import type { ChangedIndicator, Indicators, NewIndicator } from '../server/plans/indicators/schema.ts'
import type { NewTags, Tags } from '../server/points/tags/schema.ts'
import { newKey, send, type Asking } from './client.ts'

// Every change the browser can ask for, one line each. What is asked travels as JSON under a key of its own (sending.ts).

export * from './people/api.ts'
export * from './reports/api.ts'

const plan = (slug: string) => `/plans/${encodeURIComponent(slug)}`
const point = (slug: string, number: string) => `${plan(slug)}/points/${encodeURIComponent(number)}`

export const addHearing = (slug: string, term: string, hearing: NewHearing, asking: Asking) =>
  send<HearingRows>('POST', `${plan(slug)}/reviews/${encodeURIComponent(term)}/hearings`, hearing, asking)

export const addIndicator = (slug: string, indicator: NewIndicator, asking: Asking) =>
  send<Indicators>('POST', `${plan(slug)}/indicators`, indicator, asking)

export const changeIndicator = (slug: string, id: number, indicator: ChangedIndicator, asking: Asking) =>
  send<Indicators>('PUT', `${plan(slug)}/indicators/${id}`, indicator, asking)

export const setTags = (slug: string, number: string, tags: NewTags, asking: Asking) =>
  send<Tags>('PUT', `${point(slug, number)}/tags`, tags, asking)

export const saveStatement = (saved: NewStatement, asking: Asking) =>
  send<SavedStatement>('PUT', '/accessibility/statement', saved, asking)

export const recordCheck = (check: NewCheck, asking: Asking) =>
  send<SavedCheck>('POST', '/accessibility/checks', check, asking)

export const answerFeedback = (id: number, answer: NewFeedbackAnswer, asking: Asking) =>
  send<HandledFeedback>('PUT', `/feedback/${id}/answer`, answer, asking)

export const logActivity = (slug: string, activity: NewActivity, asking: Asking) =>
  send<LoggedActivity>('POST', `${plan(slug)}/activities`, activity, asking)

export const correctActivity = (slug: string, id: number, activity: NewActivity, asking: Asking) =>
  send<LoggedActivity>('POST', `${plan(slug)}/activities/${id}/corrections`, activity, asking)

export const keepDraft = (slug: string, kept: NewDraft, asking: Asking) =>
  send<KeptDraft>('PUT', `${plan(slug)}/drafts/activity`, kept, asking)

export const dropDraft = (slug: string, asking: Asking) =>
  send<KeptDraft>('DELETE', `${plan(slug)}/drafts/activity`, undefined, asking)

export const showActivities = (slug: string, ids: readonly number[], shown: boolean, asking: Asking) =>
  send<{ items: ActivityRow[] }>('PUT', `${plan(slug)}/activities/visibility`, { ids, shown }, asking)

export const answerDecision = (slug: string, id: number, answer: NewDecisionAnswer, asking: Asking) =>
  send<DecisionRow>('POST', `${plan(slug)}/decisions/${id}/answers`, answer, asking)

export const addRemark = (slug: string, term: string, remark: NewRemark, asking: Asking) =>
  send('POST', `${plan(slug)}/reviews/${term}/remarks`, remark, asking)

export const saveMinutes = (slug: string, term: string, minutes: NewMinutes, asking: Asking) =>
  send<MinutesWhole>('POST', `${plan(slug)}/reviews/${term}/minutes`, minutes, asking)

export const thankAmbassadors = (
  slug: string,
  term: string,
  nothing: Record<string, never>,
  asking: Asking,
) => send<{ thanked: number; later: number }>('POST', `${plan(slug)}/reviews/${term}/thanks`, nothing, asking)

export const maskText = (slug: string, id: number, because: string, asking: Asking) =>
  send<{ id: number }>('PUT', `${plan(slug)}/texts/${id}/mask`, { because }, asking)

export const beginFile = (slug: string, file: NewFile, asking: Asking) =>
  send<FileState>('POST', `${plan(slug)}/files`, file, asking)

export const fileState = (slug: string, id: number, asking: Asking) =>
  send<FileState>('GET', `${plan(slug)}/files/${id}`, undefined, asking)

export const sendPart = (slug: string, id: number, n: number, piece: Blob, asking: Asking) =>
  send<FileState>('PUT', `${plan(slug)}/files/${id}/parts/${n}`, piece, asking)

export const completeFile = (slug: string, id: number, description: string, asking: Asking) =>
  send<FileState>('PUT', `${plan(slug)}/files/${id}/completion`, { description }, asking)

export const showFile = (slug: string, id: number, shown: boolean, asking: Asking) =>
  send<FileRow>('PUT', `${plan(slug)}/files/${id}/visibility`, { shown }, asking)

export const maskFile = (slug: string, id: number, because: string, asking: Asking) =>
  send<FileRow>('PUT', `${plan(slug)}/files/${id}/mask`, { because }, asking)

export const showActivity = (slug: string, id: number, shown: boolean, asking: Asking) =>
  send<ActivityRow>('PUT', `${plan(slug)}/activities/${id}/visibility`, { shown }, asking)

export const recordUpdate = (slug: string, number: string, update: NewUpdate, asking: Asking) =>
  send<PointWhole>('POST', `${point(slug, number)}/updates`, update, asking)

export const correctUpdate = (slug: string, id: number, correction: NewCorrection, asking: Asking) =>
  send<PointWhole>('POST', `${plan(slug)}/updates/${id}/corrections`, correction, asking)

export const planReview = (slug: string, review: NewReview, asking: Asking) =>
  send<ReviewWhole>('POST', `${plan(slug)}/reviews`, review, asking)

export const planReviews = (slug: string, reviews: readonly NewReview[], asking: Asking) =>
  send<Reviews>('POST', `${plan(slug)}/reviews/list`, { reviews }, asking)

export const changeReview = (slug: string, term: string, changed: ChangedReview, asking: Asking) =>
  send<ReviewWhole>('PUT', `${plan(slug)}/reviews/${term}`, changed, asking)

export const setParticipants = (
  slug: string,
  term: string,
  participants: readonly NewParticipant[],
  asking: Asking,
) => send<Participants>('PUT', `${plan(slug)}/reviews/${term}/participants`, { participants }, asking)

export const inviteToReview = (slug: string, term: string, invitation: NewInvitation, asking: Asking) =>
  send<Invited>('POST', `${plan(slug)}/reviews/${term}/invitation`, invitation, asking)

export const cancelReview = (slug: string, term: string, cancellation: NewCancellation, asking: Asking) =>
  send<ReviewWhole>('PUT', `${plan(slug)}/reviews/${term}/cancellation`, cancellation, asking)

const review = (slug: string, term: string) => `${plan(slug)}/reviews/${term}`

export const orderAgenda = (slug: string, term: string, agenda: NewAgenda, asking: Asking) =>
  send<AgendaWhole>('PUT', `${review(slug, term)}/agenda`, agenda, asking)

export const runMeeting = (slug: string, term: string, open: boolean, asking: Asking) =>
  send<MeetingWhole>('PUT', `${review(slug, term)}/meeting`, { open }, asking)

export const showSlide = (slug: string, term: string, to: NewShowing, asking: Asking) =>
  send<MeetingWhole>('PUT', `${review(slug, term)}/meeting/showing`, to, asking)

export const decide = (slug: string, term: string, decision: NewLiveDecision, asking: Asking) =>
  send<MeetingWhole>('POST', `${review(slug, term)}/decisions`, decision, asking)

export const comment = (slug: string, term: string, said: NewComment, asking: Asking) =>
  send<MeetingWhole>('POST', `${review(slug, term)}/comments`, said, asking)

export const answerStill = (slug: string, id: number, said: NewFollowUpAnswer, asking: Asking) =>
  send<FollowUpAnswered>('PUT', `${plan(slug)}/still/${id}/answer`, said, asking)

export const withdrawEntered = (
  slug: string,
  term: string,
  { kind, id }: { kind: 'decision' | 'comment'; id: number },
  asking: Asking,
) => send<MeetingWhole>('PUT', `${review(slug, term)}/${kind}s/${id}/withdrawal`, {}, asking)

export const erasePerson = (id: number, erasure: Erasure, asking: Asking) =>
  send<Erased>('PUT', `/people/${id}/erasure`, erasure, asking)

export const closeReview = (slug: string, term: string, closure: NewClosure, asking: Asking) =>
  send<ReviewWhole>('PUT', `${plan(slug)}/reviews/${term}/closure`, closure, asking)

export const registerPlan = (added: NewPlan, asking: Asking) =>
  send<PlanWhole>('POST', '/plans', added, asking)

export const changePlan = (slug: string, facts: PlanFacts, asking: Asking) =>
  send<PlanWhole>('PUT', plan(slug), facts, asking)

export const publishPlan = (slug: string, asking: Asking) =>
  send<PlanWhole>('PUT', `${plan(slug)}/publication`, {}, asking)

export const setFocusAreas = (slug: string, areas: NewFocusAreas, asking: Asking) =>
  send<FocusAreas>('PUT', `${plan(slug)}/focus-areas`, areas, asking)

export const addPoint = (slug: string, added: NewPoint, asking: Asking) =>
  send<PointWhole>('POST', `${plan(slug)}/points`, added, asking)

export const addPoints = (slug: string, points: NewPoint[], asking: Asking) =>
  send<{ items: PointRow[] }>('POST', `${plan(slug)}/points/list`, { points }, asking)

export const reviseWording = (slug: string, number: string, revised: NewWording, asking: Asking) =>
  send<PointWhole>('POST', `${point(slug, number)}/wordings`, revised, asking)

export const addOrganisation = (added: NewOrganisation, asking: Asking) =>
  send<OrganisationWhole>('POST', '/organisations', added, asking)

export const changeOrganisation = (code: string, facts: OrganisationFacts, asking: Asking) =>
  send<OrganisationWhole>('PUT', `/organisations/${code}`, facts, asking)

export const changeSettings = (settings: OwnSettings, asking: Asking) =>
  send<OwnSettings>('PUT', '/me', settings, asking)

export const endSession = (id: number, asking: Asking) =>
  send<{ id: number }>('PUT', `/me/sessions/${id}/revocation`, {}, asking)

export const endLink = (id: number, asking: Asking) =>
  send<{ id: number }>('PUT', `/me/links/${id}/revocation`, {}, asking)

export const staySignedIn = (lang: Lang) =>
  send<SessionLeft>('PUT', '/me/session', {}, { lang, key: newKey() })

/** How long the session still lasts; asking is not using. */
export const sessionLeft = (lang: Lang) =>
  send<SessionLeft>('GET', '/me/session', undefined, { lang, key: newKey() })

export const askEverybody = (slug: string, term: string, asking: Asking) =>
  send<Asked>('PUT', `${plan(slug)}/reviews/${term}/request`, {}, asking)

export const answerNothingNew = (slug: string, number: string, answer: NothingNew, asking: Asking) =>
  send<PointWhole>('POST', `${point(slug, number)}/nothing-new`, answer, asking)

export const askForHelp = (slug: string, number: string, help: NewHelp, asking: Asking) =>
  send<HelpWhole>('POST', `${point(slug, number)}/help`, help, asking)

export const replyToHelp = (slug: string, id: number, reply: NewReply, asking: Asking) =>
  send<HelpWhole>('POST', `${plan(slug)}/help/${id}/reply`, reply, asking)

export const setMailWords = (slug: string, kind: string, lang: Lang, own: NewMailWords, asking: Asking) =>
  send<MailWords>('PUT', `${plan(slug)}/mails/${kind}/${lang}`, own, asking)
