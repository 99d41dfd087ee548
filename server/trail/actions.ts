import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'

/** On the plan: what has been changed and read. */
export const trailActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 60,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.trail(addresses.plan(base, plan.slug))
      return can(roles, 'trail.read') ? [{ label: say(words.pageActions.trail), href }] : []
    },
  },
]
