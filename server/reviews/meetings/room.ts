import type { Room } from '../../http/room.ts'
import { agendaPage } from './agenda.page.ts'
import { followPage } from './follow.page.ts'
import { followRoutes } from './follow.ts'
import { meetingPage } from './meeting.page.ts'
import { meetingRoutes } from './routes.ts'

export const meetings: Room = {
  name: 'reviews/meetings',
  routes: [[19, meetingRoutes]],
  site: [followRoutes],
  pages: [agendaPage, meetingPage, followPage],
}
