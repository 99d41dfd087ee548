import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'

/** On the plan: its files. */
export const fileActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 50,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.files(addresses.plan(base, plan.slug))
      return can(roles, 'file.show') ? [{ label: say(words.files.heading), href }] : []
    },
  },
]
