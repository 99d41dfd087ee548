import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'

/** On the plan: its people. */
export const peopleActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 40,
    of: ({ plan, roles, base, say, words }) => {
      const href = `${base}/${plan.slug}/personer`
      return can(roles, 'people.manage') ? [{ label: say(words.pageActions.people), href }] : []
    },
  },
]
