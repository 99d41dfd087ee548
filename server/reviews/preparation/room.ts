import type { Room } from '../../http/room.ts'
import { answerByLinkRoutes } from './answer-form.ts'
import { answerPage } from './answer.page.ts'
import { askForUpdate, reminder } from './mails.ts'
import { boardPage } from './board.page.ts'
import { mailWordRoutes } from './mail-words.routes.ts'
import { mailsPage } from './mail-words.page.ts'
import { preparationActions } from './actions.ts'
import { preparationDuties } from './duties.ts'
import { preparationRoutes } from './routes.ts'

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
