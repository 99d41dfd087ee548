import type { Dependencies } from '../dependencies.ts'
import { askFollowUps } from '../points/follow-up/store.ts'
import { wantReminders } from '../reviews/preparation/remind.ts'
import { sweep } from './retention.store.ts'

/** Work the program does by itself: at once when it is started, and again after every so many milliseconds until it is stopped. */
interface Timer {
  start: () => void
  /** Waits for the round under way. */
  stop: () => Promise<void>
}

/** A round that fails is told of, and the next one comes all the same. Several nodes may do the same work: each round claims what it does in a transaction. */
function timer(every: number, round: () => Promise<unknown>, failed: (error: unknown) => void): Timer {
  let working: Promise<unknown> = Promise.resolve()
  let waiting: NodeJS.Timeout | undefined
  const work = () => {
    working = round().catch(failed)
  }
  return {
    start() {
      work()
      waiting = setInterval(work, every)
      waiting.unref()
    },
    async stop() {
      clearInterval(waiting)
      await working
    },
  }
}

const fiveMinutes = 300_000

/** Looks for reminders that are due every five minutes. */
export const keepReminding = (
  dependencies: Pick<Dependencies, 'db' | 'now'>,
  failed: (error: unknown) => void,
): Timer => timer(fiveMinutes, () => wantReminders(dependencies, { now: dependencies.now() }), failed)

const day = 86_400_000

/** Sweeps once a day. Several nodes may: the second finds nothing. */
export const keepSweeping = (
  dependencies: Pick<Dependencies, 'db' | 'now'>,
  failed: (error: unknown) => void,
): Timer => timer(day, () => dependencies.db.write((tx) => sweep(tx, dependencies.now())), failed)

const hour = 3_600_000

/** Looks once an hour for embedded points to ask about. */
export const keepAsking = (
  dependencies: Pick<Dependencies, 'db' | 'now'>,
  failed: (error: unknown) => void,
): Timer => timer(hour, () => askFollowUps(dependencies, { now: dependencies.now() }), failed)
