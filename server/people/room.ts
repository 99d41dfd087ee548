import type { Room } from '../http/room.ts'
import { accountPage } from './account.page.ts'
import { invitationMail, logLinkMail } from './mails.ts'
import { joiningPage, peoplePage } from './people.page.ts'
import { memberPage } from './member.page.ts'
import { meRoutes } from './account.routes.ts'
import { memberDuties } from './duties.ts'
import { memberRoutes } from './routes.ts'
import { peopleActions } from './actions.ts'

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
