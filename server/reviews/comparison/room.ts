import type { Room } from '../../http/room.ts'
import { comparisonPage } from './comparison.page.ts'
import { comparisonRoutes } from './routes.ts'

export const comparison: Room = {
  name: 'reviews/comparison',
  routes: [[12, comparisonRoutes]],
  pages: [comparisonPage],
}
