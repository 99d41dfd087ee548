import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../../http/page-actions.ts'
import type { Room } from '../../http/room.ts'
import { indicatorsPage } from './indicators.page.ts'
import { indicatorRoutes } from './routes.ts'

/** On the plan: how the municipality is doing at large. */
const indicatorActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 80,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.indicators(addresses.plan(base, plan.slug))
      return can(roles, 'plan.edit') ? [{ label: say(words.indicators.heading), href }] : []
    },
  },
]

export const indicators: Room = {
  name: 'plans/indicators',
  routes: [[15, indicatorRoutes]],
  pages: [indicatorsPage],
  actions: indicatorActions,
}
