import type { NewCancellation } from '../../server/reviews/cancel.routes.ts'
import type { NewRemark } from '../../server/reviews/afterwards/schema.ts'
import type { MinutesWhole, NewMinutes } from '../../server/reviews/afterwards/minutes.routes.ts'
import type { Invited, NewInvitation } from '../../server/reviews/invitations/routes.ts'
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
import * as api from '#domain/api-addresses.ts'
import { send, type RequestOptions } from '../client.ts'

export const addHearing = (slug: string, term: string, hearing: NewHearing, options: RequestOptions) =>
  send<HearingRows>('POST', api.hearings(slug, term), hearing, options)

export const addRemark = (slug: string, term: string, remark: NewRemark, options: RequestOptions) =>
  send('POST', api.remarks(slug, term), remark, options)

export const saveMinutes = (slug: string, term: string, minutes: NewMinutes, options: RequestOptions) =>
  send<MinutesWhole>('POST', api.minutes(slug, term), minutes, options)

export const thankAmbassadors = (
  slug: string,
  term: string,
  nothing: Record<string, never>,
  options: RequestOptions,
) => send<{ thanked: number; later: number }>('POST', api.thanks(slug, term), nothing, options)

export const planReview = (slug: string, review: NewReview, options: RequestOptions) =>
  send<ReviewWhole>('POST', api.reviews(slug), review, options)

export const planReviews = (slug: string, reviews: readonly NewReview[], options: RequestOptions) =>
  send<Reviews>('POST', api.reviewList(slug), { reviews }, options)

export const changeReview = (slug: string, term: string, changed: ChangedReview, options: RequestOptions) =>
  send<ReviewWhole>('PUT', api.review(slug, term), changed, options)

export const setParticipants = (
  slug: string,
  term: string,
  participants: readonly NewParticipant[],
  options: RequestOptions,
) => send<Participants>('PUT', api.participants(slug, term), { participants }, options)

export const inviteToReview = (
  slug: string,
  term: string,
  invitation: NewInvitation,
  options: RequestOptions,
) => send<Invited>('POST', api.invitation(slug, term), invitation, options)

export const cancelReview = (
  slug: string,
  term: string,
  cancellation: NewCancellation,
  options: RequestOptions,
) => send<ReviewWhole>('PUT', api.cancellation(slug, term), cancellation, options)

export const orderAgenda = (slug: string, term: string, agenda: NewAgenda, options: RequestOptions) =>
  send<AgendaWhole>('PUT', api.agenda(slug, term), agenda, options)

export const runMeeting = (slug: string, term: string, open: boolean, options: RequestOptions) =>
  send<MeetingWhole>('PUT', api.meeting(slug, term), { open }, options)

export const showSlide = (slug: string, term: string, to: NewShowing, options: RequestOptions) =>
  send<MeetingWhole>('PUT', api.showing(slug, term), to, options)

export const decide = (slug: string, term: string, decision: NewLiveDecision, options: RequestOptions) =>
  send<MeetingWhole>('POST', api.decisions(slug, term), decision, options)

export const comment = (slug: string, term: string, said: NewComment, options: RequestOptions) =>
  send<MeetingWhole>('POST', api.comments(slug, term), said, options)

export const withdrawEntered = (
  slug: string,
  term: string,
  { kind, id }: { kind: 'decision' | 'comment'; id: number },
  options: RequestOptions,
) => send<MeetingWhole>('PUT', api.withdrawal(slug, term, kind, id), {}, options)

export const closeReview = (slug: string, term: string, closure: NewClosure, options: RequestOptions) =>
  send<ReviewWhole>('PUT', api.closure(slug, term), closure, options)

export const askEverybody = (slug: string, term: string, options: RequestOptions) =>
  send<Asked>('PUT', api.request(slug, term), {}, options)
