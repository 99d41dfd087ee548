import type { Room } from '../http/room.ts'

/** The outbox and the way mail leaves; what the mails say, each room says itself. */
export const mail: Room = { name: 'mail' }
