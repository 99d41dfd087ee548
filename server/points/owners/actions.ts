import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../../http/page-actions.ts'

/** On a point: who holds its function. */
export const ownerActions: readonly PageAction[] = [
  {
    on: ['/:plan/punkter/:number'],
    place: 50,
    of: ({ plan, params, roles, base, say, words }) => {
      const href = addresses.owner(addresses.plan(base, plan.slug), params.number ?? '')
      return can(roles, 'people.manage') ? [{ label: say(words.pageActions.owner), href }] : []
    },
  },
]
