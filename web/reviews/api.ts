import type { NewCancellation } from '../../server/reviews/cancel.schema.ts'
import type { NewRemark } from '../../server/reviews/afterwards/schema.ts'
import type { MinutesWhole, NewMinutes } from '../../server/reviews/afterwards/minutes.schema.ts'
import type { Invited, NewInvitation } from '../../server/reviews/invitations/schema.ts'
import type {
  ChangedReview,
  NewClosure,
  NewParticipant,
  NewReview,
  Participants,
  Reviews,
  ReviewWhole,
} from '../../server/reviews/schema.ts'
import type {
  AgendaWhole,
  MeetingWhole,
  NewAgenda,
  NewComment,
  NewLiveDecision,
  NewShowing,
} from '../../server/reviews/meetings/schema.ts'
import type { Asked } from '../../server/reviews/preparation/schema.ts'
import type { Hearings as HearingRows, NewHearing } from '../../server/reviews/afterwards/hearings.schema.ts'
import { send, type RequestOptions } from '../client.ts'

const plan = (slug: string) => `/plans/${encodeURIComponent(slug)}`

export const addHearing = (slug: string, term: string, hearing: NewHearing, options: RequestOptions) =>
  send<HearingRows>('POST', `${plan(slug)}/reviews/${encodeURIComponent(term)}/hearings`, hearing, options)

export const addRemark = (slug: string, term: string, remark: NewRemark, options: RequestOptions) =>
  send('POST', `${plan(slug)}/reviews/${term}/remarks`, remark, options)

export const saveMinutes = (slug: string, term: string, minutes: NewMinutes, options: RequestOptions) =>
  send<MinutesWhole>('POST', `${plan(slug)}/reviews/${term}/minutes`, minutes, options)

export const thankAmbassadors = (
  slug: string,
  term: string,
  nothing: Record<string, never>,
  options: RequestOptions,
) =>
  send<{ thanked: number; later: number }>('POST', `${plan(slug)}/reviews/${term}/thanks`, nothing, options)

export const planReview = (slug: string, review: NewReview, options: RequestOptions) =>
  send<ReviewWhole>('POST', `${plan(slug)}/reviews`, review, options)

export const planReviews = (slug: string, reviews: readonly NewReview[], options: RequestOptions) =>
  send<Reviews>('POST', `${plan(slug)}/reviews/list`, { reviews }, options)

export const changeReview = (slug: string, term: string, changed: ChangedReview, options: RequestOptions) =>
  send<ReviewWhole>('PUT', `${plan(slug)}/reviews/${term}`, changed, options)

export const setParticipants = (
  slug: string,
  term: string,
  participants: readonly NewParticipant[],
  options: RequestOptions,
) => send<Participants>('PUT', `${plan(slug)}/reviews/${term}/participants`, { participants }, options)

export const inviteToReview = (
  slug: string,
  term: string,
  invitation: NewInvitation,
  options: RequestOptions,
) => send<Invited>('POST', `${plan(slug)}/reviews/${term}/invitation`, invitation, options)

export const cancelReview = (
  slug: string,
  term: string,
  cancellation: NewCancellation,
  options: RequestOptions,
) => send<ReviewWhole>('PUT', `${plan(slug)}/reviews/${term}/cancellation`, cancellation, options)

const review = (slug: string, term: string) => `${plan(slug)}/reviews/${term}`

export const orderAgenda = (slug: string, term: string, agenda: NewAgenda, options: RequestOptions) =>
  send<AgendaWhole>('PUT', `${review(slug, term)}/agenda`, agenda, options)

export const runMeeting = (slug: string, term: string, open: boolean, options: RequestOptions) =>
  send<MeetingWhole>('PUT', `${review(slug, term)}/meeting`, { open }, options)

export const showSlide = (slug: string, term: string, to: NewShowing, options: RequestOptions) =>
  send<MeetingWhole>('PUT', `${review(slug, term)}/meeting/showing`, to, options)

export const decide = (slug: string, term: string, decision: NewLiveDecision, options: RequestOptions) =>
  send<MeetingWhole>('POST', `${review(slug, term)}/decisions`, decision, options)

export const comment = (slug: string, term: string, said: NewComment, options: RequestOptions) =>
  send<MeetingWhole>('POST', `${review(slug, term)}/comments`, said, options)

export const withdrawEntered = (
  slug: string,
  term: string,
  { kind, id }: { kind: 'decision' | 'comment'; id: number },
  options: RequestOptions,
) => send<MeetingWhole>('PUT', `${review(slug, term)}/${kind}s/${id}/withdrawal`, {}, options)

export const closeReview = (slug: string, term: string, closure: NewClosure, options: RequestOptions) =>
  send<ReviewWhole>('PUT', `${plan(slug)}/reviews/${term}/closure`, closure, options)

export const askEverybody = (slug: string, term: string, options: RequestOptions) =>
  send<Asked>('PUT', `${plan(slug)}/reviews/${term}/request`, {}, options)
