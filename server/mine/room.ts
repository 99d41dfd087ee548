import type { Room } from '../http/room.ts'
import { minePage } from './mine.page.ts'

export const mine: Room = {
  name: 'mine',
  pages: [minePage],
}
