import * as addresses from '#domain/addresses.ts'
import { dayOf, type Day } from '#domain/calendar.ts'
import type { MailKind } from '#domain/mail.ts'
import { can } from '#domain/roles.ts'
import { dayInYear, dayWithWeekday } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { issueLink } from '../../people/links.store.ts'
import { paragraphs, type ComposedMail, type MailContext } from '../../mail/mail-context.ts'
import { membershipsOf } from '../../people/store.ts'
import type { Plan } from '../../database/plan.ts'
import { ownWords, usualWords } from './mail-words.store.ts'
import { askedAbout, readyPoints, roundFrom, type ReadyPoint } from './readiness.ts'
import { reviewWithPlan } from './reminders.store.ts'

/** What somebody is asked about ahead of one review day. */
interface Asking {
  plan: Plan
  heldOn: Day
  points: ReadyPoint[]
}

/** *How does it go?*, ahead of a review day: all the open points somebody answers for, each with its own link (F24). */
export async function askForUpdate(context: MailContext): Promise<ComposedMail> {
  const asking = await askingOf(context, context.notice.facts.review, false)
  if (!asking || asking.heldOn < dayOf(context.now)) return undefined
  return letterOf(context, 'ask-for-update', [asking])
}

/** A reminder of the points nobody has said anything of; nothing when all have been answered meanwhile. */
export async function reminder(context: MailContext): Promise<ComposedMail> {
  const { reviews } = context.notice.facts
  const askings: Asking[] = []
  for (const id of Array.isArray(reviews) ? (reviews as unknown[]) : []) {
    const asking = await askingOf(context, id, true)
    if (asking) askings.push(asking)
  }
  const [first] = askings
  if (!first) return undefined
  return letterOf(context, first.heldOn < dayOf(context.now) ? 'reminder-after' : 'reminder', askings)
}

async function askingOf(
  { tx, person, now }: MailContext,
  reviewId: unknown,
  missing: boolean,
): Promise<Asking | undefined> {
  const found = typeof reviewId === 'number' ? await reviewWithPlan(tx, reviewId) : undefined
  if (!found || (found.closed && !missing)) return undefined
  const { plan, heldOn } = found
  const roles = (await membershipsOf(tx, person.id)).filter((one) => one.planId === plan.id)
  // Whoever may no longer write about points would get a link that opens nothing.
  if (
    !can(
      roles.map(({ role }) => role),
      'update.record',
    )
  )
    return undefined
  const ready = await readyPoints(tx, plan, now, await roundFrom(tx, plan, heldOn))
  const points = askedAbout(ready, person.id, missing)
  return points.length > 0 ? { plan, heldOn, points } : undefined
}

async function letterOf(
  context: MailContext,
  kind: MailKind,
  askings: readonly Asking[],
): Promise<ComposedMail> {
  const { tx, person, lang, base } = context
  const { mails } = words[lang]
  const [{ plan, heldOn }, ...others] = askings as [Asking, ...Asking[]]
  const say = speaker(lang, plan.labels)
  const own = others.length === 0 ? await ownWords(tx, plan.id, kind, lang) : undefined
  const usual = usualWords(lang, kind)
  const n = askings.reduce((sum, { points }) => sum + points.length, 0)
  const about = {
    n,
    plan: plan.title,
    day: dayWithWeekday(lang, heldOn),
    date: dayInYear(lang, heldOn),
  }
  const listed: string[] = []
  let link = ''
  for (const asking of askings) {
    if (others.length > 0) listed.push(`${asking.plan.title}:`)
    for (const point of asking.points) {
      const address = await addressOf(context, asking.plan, point)
      link ||= address
      listed.push(`${point.point.number} ${point.point.title}\n${address}`)
    }
  }
  return {
    subject: say(own?.subject ?? usual.subject, about),
    text: paragraphs(
      say(mails.hello, { name: person.name ?? '' }),
      say(own?.body ?? usual.text, about),
      ...listed,
      say(mails.answer.how, { n }),
      say(mails.answer.lasts, { n }),
      `${say(mails.answer.off)}\n${addresses.account(base)}`,
      say(mails.sender),
    ),
    link,
  }
}

async function addressOf(
  { tx, person, base, now }: MailContext,
  plan: Plan,
  { point }: ReadyPoint,
): Promise<string> {
  const scope = String(point.id)
  const token = await issueLink(tx, { purpose: 'answer', personId: person.id, planId: plan.id, scope }, now)
  return addresses.answerByLink(addresses.plan(base, plan.slug), token)
}
