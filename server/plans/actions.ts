import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'

/** On the plan: its settings. */
export const planActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 90,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.settings(addresses.plan(base, plan.slug))
      return can(roles, 'plan.edit') ? [{ label: say(words.pageActions.settings), href }] : []
    },
  },
]
