import { Type, type Static } from 'typebox'
import { daysBetween, dayOf } from '#domain/calendar.ts'
import { thanksWithin } from '#domain/thanks.ts'
import { within, type Lang } from '#words/format.ts'
import { speaker } from '#words/say.ts'
import type { PlanPageContext } from '../page.ts'
import { whoText } from '../plans/framed.ts'
import type { Review } from '../reviews/store.ts'
import { thanksTo } from './letter.ts'
import { ambassadorsOf } from './store.ts'

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
    const base = lang === 'en' ? `${origin}/en` : origin
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
