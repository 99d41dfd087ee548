import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'
import type { Room } from '../http/room.ts'
import { accountPage } from './account.page.ts'
import { meRoutes } from './account.routes.ts'
import { memberDuties } from './duties.ts'
import { invitationMail, logLinkMail } from './mails.ts'
import { memberPage } from './member.page.ts'
import { joiningPage, peoplePage } from './people.page.ts'
import { memberRoutes } from './routes.ts'

/** On the plan: its people. */
const peopleActions: readonly PageAction[] = [
  {
    on: ['/:plan'],
    place: 40,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.people(addresses.plan(base, plan.slug))
      return can(roles, 'people.manage') ? [{ label: say(words.pageActions.people), href }] : []
    },
  },
]

export const people: Room = {
  name: 'people',
  routes: [
    [5, memberRoutes],
    [33, meRoutes],
  ],
  pages: [accountPage, peoplePage, joiningPage, memberPage],
  duties: [[7, memberDuties]],
  actions: peopleActions,
  mails: { invitation: invitationMail, 'log-link': logLinkMail },
}
