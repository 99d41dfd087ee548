import type { Room } from '../../http/room.ts'
import { sharingPage } from './sharing.page.ts'
import { sharingRoutes } from './routes.ts'

export const sharing: Room = {
  name: 'plans/sharing',
  routes: [[35, sharingRoutes]],
  pages: [sharingPage],
}
