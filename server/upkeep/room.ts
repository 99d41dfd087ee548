import type { Room } from '../http/room.ts'

/** What the program does by itself: mail is sent, what was kept long enough is let go of, people are reminded. */
export const upkeep: Room = { name: 'upkeep' }
