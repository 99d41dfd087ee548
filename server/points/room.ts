import type { Room } from '../http/room.ts'
import { addingPage } from './add.page.ts'
import { pointActions } from './actions.ts'
import { pointDuties } from './duties.ts'
import { pointPage } from './point.page.ts'
import { pointRoutes } from './routes.ts'
import { updatePage } from './update.page.ts'
import { wordingPage } from './wording.page.ts'

export const points: Room = {
  name: 'points',
  routes: [[3, pointRoutes]],
  pages: [addingPage, pointPage, wordingPage, updatePage],
  duties: [[3, pointDuties]],
  actions: pointActions,
}
