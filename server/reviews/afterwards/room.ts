import type { Room } from '../../http/room.ts'
import type { ComposedMail, MailContext } from '../../mail/mail-context.ts'
import { listReviews } from '../../plans/review-days.store.ts'
import { afterwardsPage } from './afterwards.page.ts'
import { afterwardsDuties } from './duties.ts'
import { hearingRoutes } from './hearings.routes.ts'
import { minutesPage } from './minutes.page.ts'
import { minutesRoutes } from './minutes.routes.ts'
import { afterwardsRoutes } from './routes.ts'
import { thanksRoutes } from './thanks.routes.ts'
import { ambassadorsOf } from './thanks.store.ts'
import { thanksTo } from './thanks.view.ts'

/** The mail when it is sent: nothing to somebody who has turned such mail off or is no ambassador any longer. */
async function thanksLetter(context: MailContext): Promise<ComposedMail> {
  const { tx, notice, person, plan, lang, say, base } = context
  if (!plan || person.remindersOffAt !== null) return undefined
  const review = (await listReviews(tx, plan.id)).find(({ id }) => id === notice.facts.review)
  const all = review ? await ambassadorsOf(tx, plan.id, review.id) : []
  const own = all.find(({ personId }) => personId === person.id)
  return review && own && thanksTo(tx, own, all, { lang, say, plan, review, base, name: person.name })
}

export const afterwards: Room = {
  name: 'reviews/afterwards',
  routes: [
    [13, afterwardsRoutes],
    [14, hearingRoutes],
    [16, minutesRoutes],
    [17, thanksRoutes],
  ],
  pages: [afterwardsPage, minutesPage],
  duties: [[4, afterwardsDuties]],
  mails: { thanks: thanksLetter },
}
