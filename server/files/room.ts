import type { Room } from '../http/room.ts'
import { fileActions } from './actions.ts'
import { fileDuties } from './duties.ts'
import { fileRoutes } from './routes.ts'
import { filesPage } from './files.page.ts'

export const files: Room = {
  name: 'files',
  routes: [[29, fileRoutes]],
  pages: [filesPage],
  duties: [[9, fileDuties]],
  actions: fileActions,
}
