import type { Room } from '../http/room.ts'
import { textRoutes } from './routes.ts'

export const texts: Room = {
  name: 'texts',
  routes: [[28, textRoutes]],
}
