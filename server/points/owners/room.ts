import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../../http/page-actions.ts'
import type { Room } from '../../http/room.ts'
import { ownerDuties } from './duties.ts'
import { ownerPage } from './owner.page.ts'
import { ownerRoutes } from './routes.ts'

/** On a point: who holds its function. */
const ownerActions: readonly PageAction[] = [
  {
    on: ['/:plan/punkter/:number'],
    place: 50,
    of: ({ plan, params, roles, base, say, words }) => {
      const href = addresses.owner(addresses.plan(base, plan.slug), params.number ?? '')
      return can(roles, 'people.manage') ? [{ label: say(words.pageActions.owner), href }] : []
    },
  },
]

export const owners: Room = {
  name: 'points/owners',
  routes: [[6, ownerRoutes]],
  pages: [ownerPage],
  duties: [[6, ownerDuties]],
  actions: ownerActions,
}
