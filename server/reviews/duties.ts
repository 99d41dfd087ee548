import * as addresses from '#domain/addresses.ts'
import { preparationDay, reviewToClose } from '#domain/review.ts'
import { can } from '#domain/roles.ts'
import { dayText, dayWithWeekday, hoursText, termName } from '#words/format.ts'
import { inviteesOf } from './invitations/store.ts'
import type { TodoContext } from '../http/todo-context.ts'
import { quietly, type Duty } from '../http/duty.ts'
import { lastClosedDay } from '../plans/review-days.store.ts'

/** A review day that was held and is not locked, the next one for everybody, and that none is set (F20, F21). */
export async function reviewDuties(context: TodoContext): Promise<Duty[]> {
  return [...(await closingDuty(context)), ...(await nextDuty(context)), ...noneSet(context)]
}

async function closingDuty({
  tx,
  plan,
  roles,
  reviews,
  today,
  path,
  lang,
  say,
  words,
}: TodoContext): Promise<Duty[]> {
  const spoken = words.mine
  const held = can(roles, 'review.close')
    ? reviewToClose(reviews, today, await lastClosedDay(tx, plan.id))
    : undefined
  if (!held) return []
  // On its day the meeting comes before the locking.
  const meeting = held.heldOn === today
  return [
    {
      key: `close-${held.term}`,
      when: 'due',
      day: held.heldOn,
      title: say(spoken.closeTitle, { term: termName(lang, held.term) }),
      href: meeting ? addresses.meeting(path, held.term) : addresses.review(path, held.term),
      facts: quietly(say(meeting ? spoken.today : spoken.closeText, { day: dayText(lang, held.heldOn) })),
      action: { label: say(spoken.close), href: addresses.closing(path, held.term) },
    },
  ]
}

async function nextDuty({ tx, plan, roles, next, path, lang, say, words }: TodoContext): Promise<Duty[]> {
  if (!next) return []
  const { term, heldOn, startsAt, endsAt, place } = next
  const spoken = words.mine.duties
  const page = addresses.review(path, term)
  const leads = can(roles, 'review.plan')
  const waiting = leads ? (await inviteesOf(tx, plan.id, next)).filter(({ invited }) => !invited) : []
  const when = [dayWithWeekday(lang, heldOn), startsAt && hoursText(lang, startsAt, endsAt)].filter(Boolean)
  return [
    {
      key: `next-${term}`,
      when: 'upcoming',
      day: heldOn,
      title: say(spoken.next, { term: termName(lang, term) }),
      href: page,
      facts: quietly(
        `${when.join(' ')}${place ? `, ${place}` : ''}.`,
        leads && next.askedAt === null && say(spoken.prepared, { day: dayText(lang, preparationDay(next)) }),
      ),
      action:
        waiting.length > 0 ? { label: say(words.reviewDay.invite), href: `${page}#bjud-in` } : undefined,
    },
  ]
}

/** In a plan whose time is not over there is a next day, or somebody is to set it. */
function noneSet({ plan, roles, next, today, path, say, words }: TodoContext): Duty[] {
  if (next || !can(roles, 'review.plan') || today > plan.periodTo || plan.publishedAt === null) return []
  const spoken = words.mine
  return [
    {
      key: 'none-set',
      when: 'waiting',
      day: today,
      title: say(spoken.noReview),
      facts: [],
      action: { label: say(spoken.newReview), href: addresses.newReview(path) },
    },
  ]
}
