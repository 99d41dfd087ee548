import type { Parts } from '../parts.ts'
import { askWhatLives } from './store.ts'

const every = 3_600_000

/** Looks when it is started and once an hour until it is stopped; stopping waits for the look under way. */
export function keepAsking(
  parts: Pick<Parts, 'db' | 'now'>,
  failed: (error: unknown) => void,
): { start: () => void; stop: () => Promise<void> } {
  let working: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const round = () => {
    working = askWhatLives(parts, { now: parts.now() }).catch(failed)
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
