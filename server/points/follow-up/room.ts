import type { Room } from '../../http/room.ts'
import { followUpDuties } from './duties.ts'
import { followUpForm, followUpRoutes } from './routes.ts'
import { followUpMail } from './mails.ts'
import { followUpPage } from './answer.page.ts'

export const followUp: Room = {
  name: 'points/follow-up',
  routes: [[22, followUpRoutes]],
  site: [followUpForm],
  pages: [followUpPage],
  duties: [[5, followUpDuties]],
  mails: { still: followUpMail },
}
