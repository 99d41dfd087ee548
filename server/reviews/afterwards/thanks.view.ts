import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { contributionOf, thanksWithin } from '#domain/thanks.ts'
import { type Lang, termName, within } from '#words/format.ts'
import { words } from '#words/index.ts'
import { type Say, speaker } from '#words/say.ts'
import { dayOf, daysBetween } from '#domain/calendar.ts'
import type { Tx } from '../../database/database.ts'
import { paragraphs } from '../../mail/mail-context.ts'
import type { Review } from '../../plans/review-days.store.ts'
import { loggedInRound, type Ambassador, ambassadorsOf } from './thanks.store.ts'
import type { PlanPageContext } from '../../http/page.ts'
import { whoText } from '../../texts/view.ts'

interface Writing {
  lang: Lang
  say: Say
  plan: { id: number; title: string; slug: string }
  review: Review
  base: string
  name?: string | null
}

/**
 * The thanks to one ambassador: three facts of their own workplace or organisation, and the whole (idea 25). Made of the closed round alone, so that the
 * preview and what is sent later say the same.
 */
export async function thanksTo(
  tx: Tx,
  ambassador: Ambassador,
  all: readonly Ambassador[],
  { lang, say, plan, review, base, name }: Writing,
): Promise<{ subject: string; text: string; link: string } | undefined> {
  const snapshot = review.closure?.snapshot
  if (!snapshot) return undefined
  const { thanks: spoken, hello, sender } = words[lang].mails
  const { workplace, organisation, personId } = ambassador
  const shares = (one: Ambassador) => one.workplace === workplace && one.organisation?.id === organisation?.id
  const own = {
    organisationId: organisation?.id ?? null,
    organisation: organisation?.name ?? null,
    workplace: new Set([personId, ...(workplace ? all.filter(shares).map((one) => one.personId) : [])]),
  }
  const theirs = snapshot.points
    .filter(({ lead, takesPart }) => [lead, ...takesPart].some(({ code }) => code === organisation?.code))
    .map(({ number }) => number)
  const logged = await loggedInRound(tx, plan.id, review)
  const found = contributionOf(own, logged, snapshot.changes, theirs)
  const titles = new Map(snapshot.points.map((point) => [point.number, point.title]))
  const who = (found.of === 'workplace' ? workplace : null) ?? organisation?.name ?? ambassador.function
  const facts = [
    say(found.activities > 0 ? spoken.logged : spoken.loggedNone, { n: found.activities, who }),
    found.participants === null ? say(spoken.reachedUnknown) : say(spoken.reached, { n: found.participants }),
    found.moved.length > 0
      ? say(spoken.moved, {
          n: found.moved.length,
          which: found.moved.map((number) => `${number} ${titles.get(number) ?? ''}`).join('; '),
        })
      : say(spoken.movedNone),
  ]
  const about = { term: termName(lang, review.term), plan: plan.title }
  const link = addresses.review(addresses.plan(base, plan.slug), review.term)
  return {
    subject: say(spoken.subject, about),
    text: paragraphs(
      ...(name === undefined ? [] : [say(hello, { name: name ?? '' })]),
      say(spoken.text, about),
      facts.map((fact) => `– ${fact}`).join('\n'),
      say(spoken.whole, { ...snapshot.completion, added: '' }),
      say(spoken.read),
      link,
      say(spoken.thanks),
      say(sender),
    ),
    link,
  }
}

/** So many mails are shown before they are sent. */
const previewed = 3

/** Who is thanked, in numbers, and what the mails say. */
export const ThanksPart = Type.Object({
  waiting: Type.Integer(),
  thanked: Type.Integer(),
  off: Type.Integer(),
  late: Type.Boolean(),
  mail: Type.Boolean(),
  previews: Type.Array(
    Type.Object({
      who: Type.String(),
      /** The recipient's, which the mail is written in. */
      lang: Type.Unsafe<Lang>({ type: 'string' }),
      subject: Type.String(),
      text: Type.String(),
    }),
  ),
})
export type ThanksPart = Static<typeof ThanksPart>

/** What whoever leads sees before they press; undefined while the day is not closed. */
export async function thanksPart(context: PlanPageContext, review: Review): Promise<ThanksPart | undefined> {
  const { tx, plan, origin, now, mail } = context
  if (!review.closure) return undefined
  const all = await ambassadorsOf(tx, plan.id, review.id)
  const waiting = all.filter(({ thanked, off }) => !thanked && !off)
  const previews: ThanksPart['previews'] = []
  for (const one of waiting.slice(0, previewed)) {
    const { lang, workplace, organisation } = one
    const base = `${origin}${addresses.bases[lang]}`
    const say = speaker(lang, plan.labels)
    const made = await thanksTo(tx, one, all, { lang, say, plan, review, base })
    if (!made) continue
    const who = within(whoText(one.function, workplace ?? organisation?.name))
    previews.push({ who, lang, subject: made.subject, text: made.text })
  }
  return {
    waiting: waiting.length,
    thanked: all.filter(({ thanked }) => thanked).length,
    off: all.filter(({ off, thanked }) => off && !thanked).length,
    late: daysBetween(dayOf(new Date(review.closure.closedAt)), dayOf(now)) > thanksWithin,
    mail,
    previews,
  }
}
