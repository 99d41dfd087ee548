import type { ComposedMail, MailContext } from '../../mail/mail-context.ts'
import { listReviews } from '../../plans/review-days.store.ts'
import { ambassadorsOf } from './thanks.store.ts'
import { thanksTo } from './thanks.view.ts'

/** The mail when it is sent: nothing to somebody who has turned such mail off or is no ambassador any longer. */
export async function thanksLetter(context: MailContext): Promise<ComposedMail> {
  const { tx, notice, person, plan, lang, say, base } = context
  if (!plan || person.remindersOffAt !== null) return undefined
  const review = (await listReviews(tx, plan.id)).find(({ id }) => id === notice.facts.review)
  const all = review ? await ambassadorsOf(tx, plan.id, review.id) : []
  const own = all.find(({ personId }) => personId === person.id)
  return review && own && thanksTo(tx, own, all, { lang, say, plan, review, base, name: person.name })
}
