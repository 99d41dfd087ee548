import type { bases } from './addresses.ts'

// Every address of the API that a page, a mail or the browser asks for, said once: `import * as api from '#domain/api-addresses.ts'`.
// `slug` names the plan. What the addresses of one thing have in common stands first, each escaped here and nowhere else.

type Lang = keyof typeof bases

const part = (piece: string | number): string => encodeURIComponent(piece)
const root = '/api/v1'
/** Files in English have a name of their own. */
const ending = (lang: Lang, type: string): string => (lang === 'en' ? `en.${type}` : type)

// Of the installation

export const plans = (): string => `${root}/plans`
export const organisations = (): string => `${root}/organisations`
export const organisation = (code: string): string => `${organisations()}/${part(code)}`
export const me = (): string => `${root}/me`
export const session = (): string => `${me()}/session`
export const endSession = (id: number): string => `${me()}/sessions/${part(id)}/revocation`
export const endLink = (id: number): string => `${me()}/links/${part(id)}/revocation`
export const statement = (): string => `${root}/accessibility/statement`
export const accessibilityChecks = (): string => `${root}/accessibility/checks`
export const feedbackAnswer = (id: number): string => `${root}/feedback/${part(id)}/answer`
export const erasure = (personId: number): string => `${root}/people/${part(personId)}/erasure`
export const extract = (personId: number): string => `${root}/people/${part(personId)}/extract`
export const trailEverywhereCsv = (): string => `${root}/trail.csv`

// Of a plan

export const plan = (slug: string): string => `${plans()}/${part(slug)}`
export const publication = (slug: string): string => `${plan(slug)}/publication`
export const focusAreas = (slug: string): string => `${plan(slug)}/focus-areas`
export const indicators = (slug: string): string => `${plan(slug)}/indicators`
export const indicator = (slug: string, id: number): string => `${indicators(slug)}/${part(id)}`
export const mailWords = (slug: string, kind: string, lang: Lang): string =>
  `${plan(slug)}/mails/${part(kind)}/${lang}`
export const prosePreview = (slug: string): string => `${plan(slug)}/prose-preview`
export const textMask = (slug: string, id: number): string => `${plan(slug)}/texts/${part(id)}/mask`
export const trailCsv = (slug: string): string => `${plan(slug)}/trail.csv`
export const feed = (slug: string, lang: Lang): string => `${plan(slug)}/feed.${ending(lang, 'atom')}`
/** The plan as a piece for other sites. */
export const embed = (slug: string, lang: Lang): string => `${plan(slug)}/embed.${ending(lang, 'html')}`

export const points = (slug: string): string => `${plan(slug)}/points`
export const pointsCsv = (slug: string): string => `${points(slug)}.csv`
/** Several at once, all or none. */
export const pointList = (slug: string): string => `${points(slug)}/list`
export const point = (slug: string, number: string): string => `${points(slug)}/${part(number)}`
export const wordings = (slug: string, number: string): string => `${point(slug, number)}/wordings`
export const tags = (slug: string, number: string): string => `${point(slug, number)}/tags`
export const owner = (slug: string, number: string): string => `${point(slug, number)}/owner`
export const updates = (slug: string, number: string): string => `${point(slug, number)}/updates`
export const updateCorrections = (slug: string, id: number): string =>
  `${plan(slug)}/updates/${part(id)}/corrections`
export const nothingNew = (slug: string, number: string): string => `${point(slug, number)}/nothing-new`
export const help = (slug: string, number: string): string => `${point(slug, number)}/help`
export const helpReply = (slug: string, id: number): string => `${plan(slug)}/help/${part(id)}/reply`
export const followUpAnswer = (slug: string, id: number): string => `${plan(slug)}/still/${part(id)}/answer`

export const activities = (slug: string): string => `${plan(slug)}/activities`
export const activitiesVisibility = (slug: string): string => `${activities(slug)}/visibility`
const activity = (slug: string, id: number): string => `${activities(slug)}/${part(id)}`
export const activityCorrections = (slug: string, id: number): string => `${activity(slug, id)}/corrections`
export const activityVisibility = (slug: string, id: number): string => `${activity(slug, id)}/visibility`
export const activityDraft = (slug: string): string => `${plan(slug)}/drafts/activity`

export const files = (slug: string): string => `${plan(slug)}/files`
export const file = (slug: string, id: number): string => `${files(slug)}/${part(id)}`
export const filePart = (slug: string, id: number, n: number): string => `${file(slug, id)}/parts/${part(n)}`
export const fileCompletion = (slug: string, id: number): string => `${file(slug, id)}/completion`
export const fileVisibility = (slug: string, id: number): string => `${file(slug, id)}/visibility`
export const fileMask = (slug: string, id: number): string => `${file(slug, id)}/mask`
export const fileContent = (slug: string, id: number): string => `${file(slug, id)}/content`

export const people = (slug: string): string => `${plan(slug)}/people`
export const peoplePreview = (slug: string): string => `${people(slug)}/preview`
export const member = (slug: string, id: number): string => `${people(slug)}/${part(id)}`
export const deactivation = (slug: string, id: number): string => `${member(slug, id)}/deactivation`
export const handover = (slug: string, id: number): string => `${member(slug, id)}/handover`
export const memberInvitation = (slug: string, id: number): string => `${member(slug, id)}/invitation`
export const memberRevocation = (slug: string, id: number): string => `${member(slug, id)}/revocation`

// Of a review day

export const reviews = (slug: string): string => `${plan(slug)}/reviews`
/** Several at once, all or none. */
export const reviewList = (slug: string): string => `${reviews(slug)}/list`
export const calendar = (slug: string, lang: Lang): string => `${reviews(slug)}.${ending(lang, 'ics')}`
export const review = (slug: string, term: string): string => `${reviews(slug)}/${part(term)}`
export const reviewCalendar = (slug: string, term: string, lang: Lang): string =>
  `${review(slug, term)}/calendar.${ending(lang, 'ics')}`
export const participants = (slug: string, term: string): string => `${review(slug, term)}/participants`
export const invitation = (slug: string, term: string): string => `${review(slug, term)}/invitation`
export const cancellation = (slug: string, term: string): string => `${review(slug, term)}/cancellation`
export const closure = (slug: string, term: string): string => `${review(slug, term)}/closure`
/** Asks everybody to answer for their points ahead of the day. */
export const request = (slug: string, term: string): string => `${review(slug, term)}/request`
export const agenda = (slug: string, term: string): string => `${review(slug, term)}/agenda`
export const meeting = (slug: string, term: string): string => `${review(slug, term)}/meeting`
export const showing = (slug: string, term: string): string => `${meeting(slug, term)}/showing`
export const decisions = (slug: string, term: string): string => `${review(slug, term)}/decisions`
export const comments = (slug: string, term: string): string => `${review(slug, term)}/comments`
/** Takes back what was entered at the meeting. */
export const withdrawal = (slug: string, term: string, kind: 'decision' | 'comment', id: number): string =>
  `${review(slug, term)}/${kind}s/${part(id)}/withdrawal`
export const decisionAnswers = (slug: string, id: number): string =>
  `${plan(slug)}/decisions/${part(id)}/answers`
export const remarks = (slug: string, term: string): string => `${review(slug, term)}/remarks`
export const minutes = (slug: string, term: string): string => `${review(slug, term)}/minutes`
export const hearings = (slug: string, term: string): string => `${review(slug, term)}/hearings`
export const thanks = (slug: string, term: string): string => `${review(slug, term)}/thanks`
export const report = (slug: string, term: string): string => `${review(slug, term)}/report`
export const reportStep = (slug: string, term: string, step: string): string =>
  `${report(slug, term)}/${part(step)}`
/** A report's document: `name` as its routes are called (`report.pdf`). */
export const reportDocument = (slug: string, term: string, name: string): string =>
  `${review(slug, term)}/${part(name)}`
