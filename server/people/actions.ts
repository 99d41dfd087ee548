import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'

/** On the plan: its people. */
export const peopleActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 40,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.people(addresses.plan(base, plan.slug))
      return can(roles, 'people.manage') ? [{ label: say(words.pageActions.people), href }] : []
    },
  },
]
