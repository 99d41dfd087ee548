import type { Room } from '../../http/room.ts'
import { tagActions } from './actions.ts'
import { tagRoutes } from './routes.ts'
import { tagsPage } from './tags.page.ts'

export const tags: Room = {
  name: 'points/tags',
  routes: [[4, tagRoutes]],
  pages: [tagsPage],
  actions: tagActions,
}
