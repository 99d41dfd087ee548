import type { Room } from '../../http/room.ts'
import { organisationRoutes } from './routes.ts'
import { organisationsPage } from './organisations.page.ts'

export const organisations: Room = {
  name: 'people/organisations',
  routes: [[25, organisationRoutes]],
  pages: [organisationsPage],
}
