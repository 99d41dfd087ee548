import { rooms } from './rooms.ts'

/** Everything one can look at, room by room. Each has its Swedish address and the same behind /en. */
export const pages = rooms.flatMap((room) => room.pages ?? [])
