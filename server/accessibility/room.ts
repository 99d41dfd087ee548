import type { Room } from '../http/room.ts'
import { accessibilityPage } from './accessibility.page.ts'
import { accessibilityRoutes } from './routes.ts'
import { checkPage } from './check.page.ts'
import { statementPage } from './statement.page.ts'

export const accessibility: Room = {
  name: 'accessibility',
  routes: [[27, accessibilityRoutes]],
  pages: [accessibilityPage, statementPage, checkPage],
}
