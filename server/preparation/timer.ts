import type { Parts } from '../parts.ts'
import { wantReminders } from './reminding.ts'

const every = 300_000

/** Looks for reminders when it is started and every five minutes until it is stopped; stopping waits for the look under way. */
export function keepReminding(
  parts: Pick<Parts, 'db' | 'now'>,
  failed: (error: unknown) => void,
): { start: () => void; stop: () => Promise<void> } {
  let working: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const round = () => {
    working = wantReminders(parts, { now: parts.now() }).catch(failed)
  }
  return {
    start() {
      round()
      timer = setInterval(round, every)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await working
    },
  }
}
