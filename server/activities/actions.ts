import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'

/** On a point: log an activity; beside the review days: where something has happened. */
export const activityActions: readonly PageAction[] = [
  {
    on: ['/:plan/punkter/:number'],
    place: 20,
    of: ({ plan, params, roles, base, say, words }) => {
      const href = `${base}/${plan.slug}/logga?punkt=${encodeURIComponent(params.number ?? '')}`
      return can(roles, 'activity.log') ? [{ label: say(words.pageActions.log), href }] : []
    },
  },
  {
    on: ['/:plan/avstamningar'],
    place: 30,
    of: ({ plan, roles, base, say, words }) => {
      const href = `${base}/${plan.slug}/tackning`
      return can(roles, 'review.plan') ? [{ label: say(words.coverage.way), href }] : []
    },
  },
]
