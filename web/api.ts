import type { ActivityRow, LoggedActivity, NewActivity } from '../server/activities/schema.ts'
import type { Erased, Erasure } from '../server/erasure/schema.ts'
import type { NewCorrection, NewUpdate, PointWhole } from '../server/points/schema.ts'
import type { NewClosure, NewReview, ReviewWhole } from '../server/reviews/schema.ts'
import type { KeptDraft, NewDraft } from '../server/drafts/schema.ts'
import type { FocusAreas, NewFocusAreas } from '../server/focus-areas/schema.ts'
import type { NewOrganisation, OrganisationFacts, OrganisationWhole } from '../server/organisations/schema.ts'
import type { NewPlan, PlanFacts, PlanWhole } from '../server/plans/schema.ts'
import type { NewPoint, NewWording, PointRow } from '../server/points/schema.ts'
import type { Lang } from '#words/format.ts'
import type { OwnSettings, SessionLeft } from '../server/me/schema.ts'
import { newKey, send, type Asking } from './sending.ts'

// Every change the browser can ask for, one line each. What is asked travels as JSON under a key of its own (sending.ts).

const plan = (slug: string) => `/plans/${encodeURIComponent(slug)}`
const point = (slug: string, number: string) => `${plan(slug)}/points/${encodeURIComponent(number)}`

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

export const maskText = (slug: string, id: number, because: string, asking: Asking) =>
  send<{ id: number }>('PUT', `${plan(slug)}/texts/${id}/mask`, { because }, asking)

export const showActivity = (slug: string, id: number, shown: boolean, asking: Asking) =>
  send<ActivityRow>('PUT', `${plan(slug)}/activities/${id}/visibility`, { shown }, asking)

export const recordUpdate = (slug: string, number: string, update: NewUpdate, asking: Asking) =>
  send<PointWhole>('POST', `${point(slug, number)}/updates`, update, asking)

export const correctUpdate = (slug: string, id: number, correction: NewCorrection, asking: Asking) =>
  send<PointWhole>('POST', `${plan(slug)}/updates/${id}/corrections`, correction, asking)

export const planReview = (slug: string, review: NewReview, asking: Asking) =>
  send<ReviewWhole>('POST', `${plan(slug)}/reviews`, review, asking)

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
