import type { Room } from '../../http/room.ts'
import { indicatorActions } from './actions.ts'
import { indicatorRoutes } from './routes.ts'
import { indicatorsPage } from './indicators.page.ts'

export const indicators: Room = {
  name: 'plans/indicators',
  routes: [[15, indicatorRoutes]],
  pages: [indicatorsPage],
  actions: indicatorActions,
}
