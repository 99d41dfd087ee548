import type { Room } from '../../http/room.ts'
import { afterwardsDuties } from './duties.ts'
import { afterwardsPage } from './afterwards.page.ts'
import { afterwardsRoutes } from './routes.ts'
import { hearingRoutes } from './hearings.routes.ts'
import { minutesPage } from './minutes.page.ts'
import { minutesRoutes } from './minutes.routes.ts'
import { thanksLetter } from './mails.ts'
import { thanksRoutes } from './thanks.routes.ts'

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
