import type { Lang } from '#words/format.ts'
import { showActivities } from '../../api.ts'
import { newKey } from '../../client.ts'

type Told = { kind: 'shown' | 'kept' | 'undone' | 'unshown'; ids: readonly number[] }

/**
 * Shows activities to everybody, or keeps them internal, one or several in one press, all or none; the key stays until its answer has
 * come, so that trying again after a lost network does nothing twice.
 */
export function showing(slug: string, lang: Lang, renew: () => Promise<void>) {
  const keys: Record<string, string> = {}
  let busy = $state(false)
  let told = $state.raw<Told>()

  async function decide(ids: readonly number[], shown: boolean, undoing = false): Promise<void> {
    if (busy || ids.length === 0) return
    busy = true
    const intention = `${ids.join()} ${shown} ${undoing}`
    const key = (keys[intention] ??= newKey())
    const outcome = await showActivities(slug, ids, shown, { lang, key })
    if (outcome.kind !== 'unreached') delete keys[intention]
    const done = outcome.kind === 'done'
    told = { kind: !done ? 'unshown' : undoing ? 'undone' : shown ? 'shown' : 'kept', ids: done ? ids : [] }
    await renew()
    busy = false
  }

  return {
    decide,
    /** Takes a showing back: the words become internal again. */
    undo: () => decide(told?.kind === 'shown' ? told.ids : [], false, true),
    get busy() {
      return busy
    },
    get told() {
      return told
    },
  }
}
