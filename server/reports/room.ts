import type { Room } from '../http/room.ts'
import { dropFiles } from './file-cache.store.ts'
import { reportActions } from './actions.ts'
import { reportEditorPage } from './editor.page.ts'
import { reportFileRoutes } from './file-routes.ts'
import { reportRoutes } from './routes.ts'

export const reports: Room = {
  name: 'reports',
  routes: [
    [10, reportRoutes],
    [11, reportFileRoutes],
  ],
  pages: [reportEditorPage],
  actions: reportActions,
  masked: dropFiles,
}
