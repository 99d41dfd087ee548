import type { Parts } from '../parts.ts'
import { sweep } from './store.ts'

const every = 86_400_000

/**
 * Sweeps when it is started and once a day after that, until it is stopped; stopping waits for the sweep under way. Several nodes may sweep:
 * the second finds nothing.
 */
export function keepSweeping(
  parts: Pick<Parts, 'db' | 'now'>,
  failed: (error: unknown) => void,
): { start: () => void; stop: () => Promise<void> } {
  let working: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const round = () => {
    working = parts.db.write((tx) => sweep(tx, parts.now())).catch(failed)
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
