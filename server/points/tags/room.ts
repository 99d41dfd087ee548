import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../../http/page-actions.ts'
import type { Room } from '../../http/room.ts'
import { tagRoutes } from './routes.ts'
import { tagsPage } from './tags.page.ts'

/** On a point: whose goals it contributes to. */
const tagActions: readonly PageAction[] = [
  {
    on: ['/:plan/punkter/:number'],
    place: 40,
    of: ({ plan, params, roles, base, say, words }) => {
      const href = addresses.tags(addresses.plan(base, plan.slug), params.number ?? '')
      return can(roles, 'tag.edit') ? [{ label: say(words.tagging.way), href }] : []
    },
  },
]

export const tags: Room = {
  name: 'points/tags',
  routes: [[4, tagRoutes]],
  pages: [tagsPage],
  actions: tagActions,
}
