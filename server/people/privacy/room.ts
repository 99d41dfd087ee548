import type { Room } from '../../http/room.ts'
import { erasurePage } from './erase.page.ts'
import { erasureRoutes } from './erase.routes.ts'
import { extractRoutes, ownExtractRoutes } from './extract.routes.ts'

export const privacy: Room = {
  name: 'people/privacy',
  routes: [
    [31, extractRoutes],
    [32, erasureRoutes],
  ],
  site: [ownExtractRoutes],
  pages: [erasurePage],
}
