import type { Parts } from '../parts.ts'
import { timer, type Timer } from '../timer.ts'
import { askWhatLives } from './store.ts'

const hour = 3_600_000

/** Looks once an hour for embedded points to ask about. */
export const keepAsking = (parts: Pick<Parts, 'db' | 'now'>, failed: (error: unknown) => void): Timer =>
  timer(hour, () => askWhatLives(parts, { now: parts.now() }), failed)
