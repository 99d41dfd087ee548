import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { dayText, dayWithWeekday, hoursText, termName, weekText } from '#words/format.ts'
import { words } from '#words/index.ts'
import { paragraphs, type ComposedMail, type MailContext } from '../../mail/mail-context.ts'
import { calendarOf } from '../calendar.ts'
import { listReviews, type Review } from '../../plans/review-days.store.ts'
import { readTexts, type StoredText } from '../../texts/store.ts'
import { wasInvited } from './store.ts'
import { shownText } from '../../texts/view.ts'

/**
 * The invitation to a review day as it stands when the mail is made, with the day as a calendar part of its own (RFC 6047): a moved day has a
 * higher SEQUENCE and moves in the reader's calendar. Whoever is in the plan is given the video link (K04). Nothing is sent of a day that has
 * been closed or has passed meanwhile, or to somebody who is no longer in the plan.
 */
export async function reviewInvitation(context: MailContext): Promise<ComposedMail> {
  const { tx, notice, person, plan, role, lang, say, base, origin, from, now } = context
  if (!plan || !role || !person.email) return undefined
  const review = (await listReviews(tx, plan.id)).find((one) => one.id === notice.facts.review)
  if (!review || review.closure || review.heldOn < dayOf(now)) return undefined
  const { reviewInvitation: spoken, hello, sender } = words[lang].mails
  const texts = await readTexts(tx, [review.guestId, review.agendaId])
  const moved = await wasInvited(tx, review, person.id)
  const about = {
    term: termName(lang, review.term),
    plan: plan.title,
    day: dayText(lang, review.heldOn),
  }
  const link = addresses.review(addresses.plan(base, plan.slug), review.term)
  const calendar =
    from &&
    calendarOf({
      plan,
      reviews: [review],
      texts,
      lang,
      origin,
      inside: true,
      invitation: { from, to: person.email, at: now },
    })
  return {
    subject: say(moved ? spoken.subjectMoved : spoken.subject, about),
    text: paragraphs(
      say(hello, { name: person.name ?? '' }),
      say(moved ? spoken.textMoved : spoken.text, about),
      ...factsOf(review, texts, context),
      say(spoken.questions),
      say(spoken.read),
      link,
      say(spoken.calendar),
      say(sender),
    ),
    link,
    calendar: calendar || undefined,
  }
}

/** When and where, line by line; the video link on a line of its own, where every mail program makes it a link. */
function factsOf(
  review: Review,
  texts: ReadonlyMap<number, StoredText>,
  { lang, say }: MailContext,
): string[] {
  const { reviewInvitation: spoken } = words[lang].mails
  const { heldOn, startsAt, endsAt, place, videoUrl } = review
  const when = [dayWithWeekday(lang, heldOn), startsAt && hoursText(lang, startsAt, endsAt)].filter(Boolean)
  const body = (id: number | null) =>
    shownText(texts.get(id ?? 0) ?? null, { lang, say, words: words[lang] })?.text ?? ''
  const [guest, agenda] = [body(review.guestId), body(review.agendaId)]
  const lines = [
    say(spoken.when, { when: when.join(' '), week: weekText(lang, heldOn) }),
    place && say(spoken.where, { place }),
    guest && say(spoken.guest, { guest }),
  ]
  return [
    lines.filter(Boolean).join('\n'),
    ...(videoUrl ? [`${say(spoken.video)}\n${videoUrl}`] : []),
    ...(agenda ? [agenda] : []),
  ]
}
