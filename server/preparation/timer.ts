import type { Parts } from '../parts.ts'
import { timer, type Timer } from '../timer.ts'
import { wantReminders } from './reminding.ts'

const fiveMinutes = 300_000

/** Looks for reminders that are due every five minutes. */
export const keepReminding = (parts: Pick<Parts, 'db' | 'now'>, failed: (error: unknown) => void): Timer =>
  timer(fiveMinutes, () => wantReminders(parts, { now: parts.now() }), failed)
