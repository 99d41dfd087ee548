import type { Room } from '../http/room.ts'
import { activityActions } from './actions.ts'
import { activityRoutes } from './routes.ts'
import { correctionPage, logPage } from './log.page.ts'
import { logByLinkPage } from './link.page.ts'
import { coveragePage } from './coverage.page.ts'
import { examplesPage } from './examples.page.ts'
import { logByLinkRoutes } from './link-form.ts'

export const activities: Room = {
  name: 'activities',
  routes: [[7, activityRoutes]],
  site: [logByLinkRoutes],
  pages: [coveragePage, examplesPage, logPage, logByLinkPage, correctionPage],
  actions: activityActions,
}
