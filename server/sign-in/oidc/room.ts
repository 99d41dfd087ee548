import type { Room } from '../../http/room.ts'
import { oidcRoutes } from './routes.ts'

export const oidc: Room = {
  name: 'sign-in/oidc',
  site: [oidcRoutes],
}
