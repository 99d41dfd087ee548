import type { FastifyReply } from 'fastify'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import * as addresses from '#domain/addresses.ts'
import { addDays, momentOf, startOfDay } from '#domain/calendar.ts'
import { can } from '#domain/roles.ts'
import { capitalised, termName, type Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { rolesOf } from '../http/viewer.ts'
import { Refused } from '../http/refusal.ts'
import type { RequestAt, Routes } from '../http/routes.ts'
import { Address, ReviewAddress } from '../http/schema.ts'
import type { Plan } from '../database/plan.ts'
import { visiblePlan } from '../http/visible-plan.ts'
import { type StoredText, readTexts } from '../texts/store.ts'
import { type Review, everyReview } from '../plans/review-days.store.ts'

/** What a calendar is made of. */
interface CalendarBasis {
  plan: Pick<Plan, 'title' | 'slug' | 'labels'>
  reviews: readonly Review[]
  texts: ReadonlyMap<number, StoredText>
  lang: Lang
  /** `PUBLIC_URL`, or '' where nobody has said it. */
  origin: string
  /** The video link is only for those who work with the plan (K04). */
  inside: boolean
  /** One person's own invitation instead of a feed: whom it comes from (an address, or `Name <address>`), to whom, and when it is made. */
  invitation?: { from: string; to: string; at: Date }
}

/** A feed is published; one person's own mail invites them, or takes a cancelled day away again. */
function methodOf({ invitation, reviews }: CalendarBasis): ICalCalendarMethod {
  if (!invitation) return ICalCalendarMethod.PUBLISH
  return reviews.some(({ cancelled }) => cancelled) ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
}

/** A meeting without an end lasts so long in a calendar, in minutes. */
const usualLength = 120

/**
 * The review days of a plan as a calendar file (RFC 5545; A13, O07): a moved day keeps its UID and has a higher SEQUENCE, so that it moves in
 * the reader's calendar; one that is cancelled is taken away.
 */
export function calendarOf(basis: CalendarBasis): string {
  const { plan, reviews, texts, lang, origin, inside, invitation } = basis
  const say = speaker(lang, plan.labels)
  const spoken = words[lang].reviews.calendar
  const calendar = ical({
    name: say(spoken.name, { plan: plan.title }),
    prodId: { company: 'Avstämt', product: 'Avstämt', language: lang.toUpperCase() },
    method: methodOf(basis),
  })
  const path = addresses.plan(origin + addresses.bases[lang], plan.slug)
  for (const review of reviews) {
    const { heldOn, startsAt, endsAt, place, videoUrl, sequence, createdAt, term, cancelled } = review
    const named = { term: capitalised(termName(lang, term)), plan: plan.title }
    const start = startsAt ? momentOf(heldOn, startsAt) : startOfDay(heldOn)
    const end = endsAt
      ? momentOf(heldOn, endsAt)
      : new Date(Date.parse(start) + usualLength * 60_000).toISOString()
    const body = (id: number | null) => (id === null ? null : (texts.get(id)?.body ?? null))
    const guest = body(review.guestId)
    const told = [
      say(spoken.questions),
      guest && say(spoken.guest, { guest }),
      body(review.agendaId),
      cancelled && body(cancelled.textId),
      inside && videoUrl && say(spoken.video, { url: videoUrl }),
    ].filter((line) => typeof line === 'string' && line !== '')
    calendar.createEvent({
      // Its day and its term may be told anew, its row never changes.
      id: `review-${review.id}-${createdAt.replace(/\D/g, '')}@avstamt`,
      sequence,
      stamp: invitation?.at ?? new Date(createdAt),
      ...(invitation && partiesOf(invitation)),
      summary: say(cancelled ? spoken.cancelled : spoken.summary, named),
      ...(cancelled && { status: ICalEventStatus.CANCELLED }),
      ...(startsAt
        ? { start: new Date(start), end: new Date(end) }
        : { start: dayOnly(heldOn), end: dayOnly(addDays(heldOn, 1)), allDay: true }),
      ...(place && { location: place }),
      description: told.join('\n\n'),
      ...(origin && { url: addresses.review(path, term) }),
    })
  }
  return calendar.toString()
}

/** A calendar program asks for an answer only where `rsvp` says so: nobody reads answers to the address that mail leaves from. */
function partiesOf({ from, to }: NonNullable<CalendarBasis['invitation']>) {
  const [, name = '', email = from] = /^\s*"?(.*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? []
  return { organizer: { name: name || email, email }, attendees: [{ email: to, rsvp: false }] }
}

/** ical-generator reads an all-day date in the machine's own zone. */
function dayOnly(day: string): Date {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date)
}

/** Review days as calendar files in each language: all of a plan's, to subscribe to (O07), and one, to put in one's own calendar (A13). */
export const calendarRoutes: Routes = (api, dependencies, publicCache) => {
  const calendar =
    (lang: Lang) => (request: RequestAt<Address & Partial<ReviewAddress>>, reply: FastifyReply) => {
      const { plan: slug, term } = request.params
      return publicCache(request, reply, slug, async () => {
        const body = await dependencies.db.read(async (tx) => {
          const plan = await visiblePlan(tx, slug, request.viewer)
          const all = await everyReview(tx, plan.id)
          const reviews = term === undefined ? all : all.filter((review) => review.term === term)
          if (term !== undefined && reviews.length === 0) throw new Refused('not-found')
          const texts = await readTexts(
            tx,
            reviews.flatMap(({ guestId, agendaId, cancelled }) => [
              guestId,
              agendaId,
              cancelled?.textId ?? null,
            ]),
          )
          const inside = can(rolesOf(request.viewer, plan), 'plan.read-unpublished')
          return calendarOf({ plan, reviews, texts, lang, origin: dependencies.publicUrl ?? '', inside })
        })
        return { type: 'text/calendar; charset=utf-8', body }
      })
    }

  const config = { open: true } as const
  const produces = ['text/calendar']
  for (const lang of ['sv', 'en'] as const) {
    const all = { config, schema: { params: Address, produces } }
    const one = { config, schema: { params: ReviewAddress, produces } }
    const end = lang === 'en' ? 'en.ics' : 'ics'
    api.get(`/plans/:plan/reviews.${end}`, all, calendar(lang))
    api.get(`/plans/:plan/reviews/:term/calendar.${end}`, one, calendar(lang))
  }
}
