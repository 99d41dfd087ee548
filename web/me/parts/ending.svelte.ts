import { newKey, type Outcome } from '../../sending.ts'

/** Ends one thing of a list at a time, and says what came of it; a key stays until its answer has come. */
export function ending(
  ask: (id: number, key: string) => Promise<Outcome<unknown>>,
  renew: () => Promise<void>,
) {
  const keys: Record<number, string> = {}
  let busy = false
  let attempts = $state(0)
  let told = $state<'ended' | 'not'>()

  async function end(id: number): Promise<void> {
    if (busy) return
    busy = true
    told = undefined
    const outcome = await ask(id, (keys[id] ??= newKey()))
    if (outcome.kind === 'done') await renew()
    told = outcome.kind === 'done' ? 'ended' : 'not'
    attempts += 1
    busy = false
  }

  return {
    end,
    /** Grows with each attempt, so that what is said anew is heard anew. */
    get attempts() {
      return attempts
    },
    get told() {
      return told
    },
  }
}
