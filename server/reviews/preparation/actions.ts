import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../../http/page-actions.ts'

/** On the plan: the words of its mails. */
export const preparationActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 70,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.mailWords(addresses.plan(base, plan.slug))
      return can(roles, 'review.plan') ? [{ label: say(words.mailWords.way), href }] : []
    },
  },
]
