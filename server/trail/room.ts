import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'
import type { Room } from '../http/room.ts'
import { trailRoutes } from './routes.ts'
import { everywherePage, trailPage } from './trail.page.ts'

/** On the plan: what has been changed and read. */
const trailActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 60,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.trail(addresses.plan(base, plan.slug))
      return can(roles, 'trail.read') ? [{ label: say(words.pageActions.trail), href }] : []
    },
  },
]

export const trail: Room = {
  name: 'trail',
  routes: [[30, trailRoutes]],
  pages: [trailPage, everywherePage],
  actions: trailActions,
}
