import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'
import type { Room } from '../http/room.ts'
import { coveragePage } from './coverage.page.ts'
import { examplesPage } from './examples.page.ts'
import { logByLinkRoutes } from './link-form.ts'
import { logByLinkPage } from './link.page.ts'
import { correctionPage, logPage } from './log.page.ts'
import { activityRoutes } from './routes.ts'

/** On a point: log an activity; beside the review days: where something has happened. */
const activityActions: readonly PageAction[] = [
  {
    on: ['/:plan/punkter/:number'],
    place: 20,
    of: ({ plan, params, roles, base, say, words }) => {
      const href = addresses.asking(addresses.log(addresses.plan(base, plan.slug)), {
        punkt: params.number ?? '',
      })
      return can(roles, 'activity.log') ? [{ label: say(words.pageActions.log), href }] : []
    },
  },
  {
    on: ['/:plan/avstamningar'],
    place: 30,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.coverage(addresses.plan(base, plan.slug))
      return can(roles, 'review.plan') ? [{ label: say(words.coverage.way), href }] : []
    },
  },
]

export const activities: Room = {
  name: 'activities',
  routes: [[7, activityRoutes]],
  site: [logByLinkRoutes],
  pages: [coveragePage, examplesPage, logPage, logByLinkPage, correctionPage],
  actions: activityActions,
}
