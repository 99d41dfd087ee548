import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../../http/page-actions.ts'

/** On a point: whose goals it contributes to. */
export const tagActions: readonly PageAction[] = [
  {
    on: ['/:plan/punkter/:number'],
    place: 40,
    of: ({ plan, params, roles, base, say, words }) => {
      const href = addresses.tags(addresses.plan(base, plan.slug), params.number ?? '')
      return can(roles, 'tag.edit') ? [{ label: say(words.tagging.way), href }] : []
    },
  },
]
