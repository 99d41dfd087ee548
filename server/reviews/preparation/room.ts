import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../../http/page-actions.ts'
import type { Room } from '../../http/room.ts'
import { answerByLinkRoutes } from './answer-form.ts'
import { answerPage } from './answer.page.ts'
import { boardPage } from './board.page.ts'
import { preparationDuties } from './duties.ts'
import { mailsPage } from './mail-words.page.ts'
import { mailWordRoutes } from './mail-words.routes.ts'
import { askForUpdate, reminder } from './mails.ts'
import { preparationRoutes } from './routes.ts'

/** On the plan: the words of its mails. */
const preparationActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 70,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.mailWords(addresses.plan(base, plan.slug))
      return can(roles, 'review.plan') ? [{ label: say(words.mailWords.way), href }] : []
    },
  },
]

export const preparation: Room = {
  name: 'reviews/preparation',
  routes: [
    [23, preparationRoutes],
    [24, mailWordRoutes],
  ],
  site: [answerByLinkRoutes],
  pages: [answerPage, boardPage, mailsPage],
  duties: [[2, preparationDuties]],
  actions: preparationActions,
  mails: { 'ask-for-update': askForUpdate, reminder: reminder },
}
