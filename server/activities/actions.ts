import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'

/** On a point: log an activity; beside the review days: where something has happened. */
export const activityActions: readonly PageAction[] = [
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
