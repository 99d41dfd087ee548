import { Type, type Static } from 'typebox'
import * as api from '#domain/api-addresses.ts'
import { capitalised, datedWithWeekday, dayText, hoursText, weekText } from '#words/format.ts'
import { reviewState, type ReviewState, preparationDay } from '#domain/review.ts'
import { can } from '#domain/roles.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import { Dated, OutlookName, StatusName } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPageContext } from '../http/page.ts'
import type { StoredText } from '../texts/store.ts'
import type { Review } from '../plans/review-days.store.ts'
import { shownText } from '../texts/view.ts'
import type { LaterCorrection } from './corrections.store.ts'

/** Where a review day is in its life, as a reader meets it: one whose day has come without being locked is `held`. */
type ShownState = ReviewState | 'held'

/** What everybody may know of a review day, in the reader's language. */
export const ReviewView = Type.Object({
  /** "Torsdag 16 maj 2024". */
  day: Dated,
  /** "v. 20". */
  week: Type.String(),
  /** "kl. 13.00–16.00". */
  hours: Maybe(Type.String()),
  place: Maybe(Type.String()),
  guest: Maybe(Type.String()),
  agenda: Maybe(Type.String()),
  /** Only for those who work with the plan (K04). */
  video: Maybe(Type.String()),
  state: Type.Unsafe<ShownState>({ type: 'string' }),
  /** The state as a word, and as a sentence with its day. */
  stateText: Type.String(),
  stateLine: Type.String(),
  /** Why it was cancelled, where somebody has said it. */
  reason: Maybe(Type.String()),
  /** The day's calendar file; null when the day is closed or cancelled. */
  calendar: Maybe(Type.String()),
})
export type ReviewView = Static<typeof ReviewView>

/** What is known when a review day is told: whose meeting is open now, and the free texts. */
interface Known {
  open: ReadonlySet<number>
  texts: ReadonlyMap<number, StoredText>
}

/** A review day in words. */
export function reviewView(review: Review, { open, texts }: Known, context: PlanPageContext): ReviewView {
  const { plan, lang, say, words, roles } = context
  const { heldOn, startsAt, endsAt, place, videoUrl, term, closure, cancelled } = review
  const state = shownState(review, open, context.today)
  const day = datedWithWeekday(lang, heldOn)
  const body = (id: number | null) => shownText(texts.get(id ?? 0) ?? null, context)?.text
  const [guest, agenda] = [body(review.guestId), body(review.agendaId)]
  const reason = body(cancelled?.textId ?? null)
  return {
    day: { ...day, text: capitalised(day.text) },
    week: weekText(lang, heldOn),
    hours: startsAt ? hoursText(lang, startsAt, endsAt) : null,
    place: place || null,
    guest: guest || null,
    agenda: agenda || null,
    video: videoUrl && can(roles, 'plan.read-unpublished') ? videoUrl : null,
    state,
    stateText: say(words.reviews.states[state]),
    stateLine: say(words.reviews.stateLines[state], { day: dayText(lang, preparationDay(review)) }),
    reason: reason ?? null,
    calendar: !closure && !cancelled ? api.reviewCalendar(plan.slug, term, lang) : null,
  }
}

function shownState(review: Review, open: ReadonlySet<number>, today: string): ShownState {
  const closedAt = review.closure?.closedAt ?? null
  const state = reviewState({ ...review, closedAt, meetingOpen: open.has(review.id) }, today)
  return review.heldOn < today && (state === 'planned' || state === 'preparation') ? 'held' : state
}

/** Either axis, as a mark and a word: a status or an outlook. */
export const Mark = Type.Object({
  status: Type.Optional(StatusName),
  outlook: Type.Optional(OutlookName),
  mergedInto: Type.Optional(Type.String()),
  /** Where the change is of neither: a new end, a new responsible. */
  text: Type.Optional(Type.String()),
  /** The text is the plan's own language. */
  own: Type.Optional(Type.Boolean()),
})
export type Mark = Static<typeof Mark>

export const Changes = Type.Object({
  label: Type.String(),
  rows: Type.Array(
    Type.Object({
      number: Type.String(),
      title: Type.String(),
      from: Type.Optional(Mark),
      to: Type.Optional(Mark),
      /** What else is to be said of it: where its end was first. */
      more: Type.Optional(Type.String()),
    }),
  ),
})

export const Left = Type.Object({
  number: Type.String(),
  title: Type.String(),
  reason: Maybe(Type.String()),
  masked: Type.Boolean(),
  reopened: Type.Boolean(),
  /** It came into the plan after the adoption, and is counted apart. */
  added: Type.Boolean(),
  mark: Mark,
  lead: Type.String(),
})

export type Spoken = { say: Say; words: Words }

/** What a later correction changed of what the report says. */
export function correctionText({ from, to }: LaterCorrection, { say, words }: Spoken): string {
  const spoken = words.report
  const { within, outlookWithin } = words.status
  if (from.status !== to.status) {
    return say(spoken.correction, { from: say(within[from.status]), to: say(within[to.status]) })
  }
  if (from.outlook === to.outlook) return say(spoken.correctionSame)
  return say(spoken.correction, {
    from: say(outlookWithin[from.outlook]),
    to: say(outlookWithin[to.outlook]),
  })
}
