import { aboutPage } from './about.page.ts'
import type { Room } from '../http/room.ts'
import { dashboardPage } from './dashboard.page.ts'
import { plansPage } from './plans.page.ts'
import { easyPage } from './easy-language.page.ts'
import { focusAreaRoutes } from './focus-areas.routes.ts'
import { planActions } from './actions.ts'
import { planRoutes } from './routes.ts'
import { printedPage } from './check-print.page.ts'
import { registerPage } from './register.page.ts'
import { settingsPage } from './settings.page.ts'

export const plans: Room = {
  name: 'plans',
  routes: [
    [1, planRoutes],
    [2, focusAreaRoutes],
  ],
  pages: [aboutPage, plansPage, registerPage, dashboardPage, settingsPage, printedPage, easyPage],
  actions: planActions,
}
