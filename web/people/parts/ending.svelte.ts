import { newKey, type Outcome } from '../../client.ts'

/** What can be ended here: a session, or a link. */
type Kind = 'session' | 'link'

/** Ends one thing at a time, and says what came of it; a key stays until its answer has come. */
export function ending(
  ask: Record<Kind, (id: number, key: string) => Promise<Outcome<unknown>>>,
  renew: () => Promise<void>,
) {
  const keys: Record<string, string> = {}
  let busy = false
  let attempts = $state(0)
  let told = $state.raw<{ kind: Kind; ended: boolean }>()

  async function end(kind: Kind, id: number): Promise<void> {
    if (busy) return
    busy = true
    const outcome = await ask[kind](id, (keys[`${kind} ${id}`] ??= newKey()))
    const ended = outcome.kind === 'done'
    if (ended) await renew()
    told = { kind, ended }
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
