import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { dayText, dayWithWeekday, hoursText, termName, weekText } from '#words/format.ts'
import { words } from '#words/index.ts'
import { paragraphs, type ComposedMail, type MailContext } from '../mail/mail-context.ts'
import { readTexts } from '../texts/store.ts'
import { calendarOf } from './calendar.ts'
import { everyReview } from '../plans/review-days.store.ts'

/**
 * That a review day is cancelled, to whoever was invited to it, with a calendar part that takes it away (RFC 5546, CANCEL) – also to somebody
 * who has left the plan since: the day stands in their calendar. Nothing when the day has passed meanwhile.
 */
export async function reviewCancellation(context: MailContext): Promise<ComposedMail> {
  const { tx, notice, person, plan, lang, say, base, origin, from, now } = context
  if (!plan || !person.email) return undefined
  const review = (await everyReview(tx, plan.id)).find((one) => one.id === notice.facts.review)
  if (!review?.cancelled || review.heldOn < dayOf(now)) return undefined
  const { reviewCancellation: spoken, reviewInvitation, hello, sender } = words[lang].mails
  const texts = await readTexts(tx, [review.cancelled.textId])
  const reason = texts.get(review.cancelled.textId ?? 0)?.body
  const { heldOn, startsAt, endsAt } = review
  const when = [dayWithWeekday(lang, heldOn), startsAt && hoursText(lang, startsAt, endsAt)].filter(Boolean)
  const about = { term: termName(lang, review.term), plan: plan.title, day: dayText(lang, heldOn) }
  const link = addresses.reviews(addresses.plan(base, plan.slug))
  const calendar =
    from &&
    calendarOf({
      plan,
      reviews: [review],
      texts: new Map(),
      lang,
      origin,
      inside: false,
      invitation: { from, to: person.email, at: now },
    })
  return {
    subject: say(spoken.subject, about),
    text: paragraphs(
      say(hello, { name: person.name ?? '' }),
      say(spoken.text, about),
      say(reviewInvitation.when, { when: when.join(' '), week: weekText(lang, heldOn) }),
      ...(reason ? [reason] : []),
      say(calendar ? spoken.calendar : spoken.noCalendar),
      say(spoken.read),
      link,
      say(sender),
    ),
    link,
    calendar: calendar || undefined,
  }
}
