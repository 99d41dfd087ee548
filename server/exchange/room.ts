import type { Room } from '../http/room.ts'
import { csvRoutes } from './routes.ts'

export const exchange: Room = {
  name: 'exchange',
  routes: [[34, csvRoutes]],
}
