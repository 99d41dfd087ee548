import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'
import type { Room } from '../http/room.ts'
import { aboutPage } from './about.page.ts'
import { printedPage } from './check-print.page.ts'
import { dashboardPage } from './dashboard.page.ts'
import { easyPage } from './easy-language.page.ts'
import { focusAreaRoutes } from './focus-areas.routes.ts'
import { plansPage } from './plans.page.ts'
import { registerPage } from './register.page.ts'
import { planRoutes } from './routes.ts'
import { settingsPage } from './settings.page.ts'

/** On the plan: its settings. */
const planActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 90,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.settings(addresses.plan(base, plan.slug))
      return can(roles, 'plan.edit') ? [{ label: say(words.pageActions.settings), href }] : []
    },
  },
]

export const plans: Room = {
  name: 'plans',
  routes: [
    [1, planRoutes],
    [2, focusAreaRoutes],
  ],
  pages: [aboutPage, plansPage, registerPage, dashboardPage, settingsPage, printedPage, easyPage],
  actions: planActions,
}
