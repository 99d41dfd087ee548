import type { Room } from '../../http/room.ts'
import { draftDuties } from './duties.ts'
import { draftRoutes } from './routes.ts'

export const drafts: Room = {
  name: 'activities/drafts',
  routes: [[8, draftRoutes]],
  duties: [[8, draftDuties]],
}
