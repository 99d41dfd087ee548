import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'
import type { Room } from '../http/room.ts'
import { fileDuties } from './duties.ts'
import { filesPage } from './files.page.ts'
import { fileRoutes } from './routes.ts'

/** On the plan: its files. */
const fileActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 50,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.files(addresses.plan(base, plan.slug))
      return can(roles, 'file.show') ? [{ label: say(words.files.heading), href }] : []
    },
  },
]

export const files: Room = {
  name: 'files',
  routes: [[29, fileRoutes]],
  pages: [filesPage],
  duties: [[9, fileDuties]],
  actions: fileActions,
}
