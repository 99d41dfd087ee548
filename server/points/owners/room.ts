import type { Room } from '../../http/room.ts'
import { ownerActions } from './actions.ts'
import { ownerDuties } from './duties.ts'
import { ownerPage } from './owner.page.ts'
import { ownerRoutes } from './routes.ts'

export const owners: Room = {
  name: 'points/owners',
  routes: [[6, ownerRoutes]],
  pages: [ownerPage],
  duties: [[6, ownerDuties]],
  actions: ownerActions,
}
