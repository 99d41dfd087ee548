/** Work the program does by itself: at once when it is started, and again after every so many milliseconds until it is stopped. */
export interface Timer {
  start: () => void
  /** Waits for the round under way. */
  stop: () => Promise<void>
}

/** A round that fails is told of, and the next one comes all the same. Several nodes may do the same work: each round claims what it does in a transaction. */
export function timer(every: number, round: () => Promise<unknown>, failed: (error: unknown) => void): Timer {
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
