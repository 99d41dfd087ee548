import type { Room } from '../http/room.ts'
import { everywherePage, trailPage } from './trail.page.ts'
import { trailActions } from './actions.ts'
import { trailRoutes } from './routes.ts'

export const trail: Room = {
  name: 'trail',
  routes: [[30, trailRoutes]],
  pages: [trailPage, everywherePage],
  actions: trailActions,
}
