import type { Lang } from '#words/format.ts'
import { showActivity } from '../../api.ts'
import { newKey } from '../../sending.ts'

export type Told = { kind: 'shown' | 'kept' | 'undone' | 'unshown'; ids: number[] }

/**
 * Shows activities to everybody, or keeps them internal, one or several at once; each is a change of its own with a key that stays
 * until its answer has come, so that trying again after a lost network does nothing twice.
 */
export function showing(slug: string, lang: Lang, renew: () => Promise<void>) {
  const keys: Record<string, string> = {}
  let busy = $state(false)
  let told = $state.raw<Told>()

  async function decide(ids: readonly number[], shown: boolean, undoing = false): Promise<void> {
    if (busy || ids.length === 0) return
    busy = true
    const done: number[] = []
    for (const id of ids) {
      const intention = `${id} ${shown} ${undoing}`
      const key = (keys[intention] ??= newKey())
      const outcome = await showActivity(slug, id, shown, { lang, key })
      if (outcome.kind === 'unreached') break
      delete keys[intention]
      if (outcome.kind === 'done') done.push(id)
    }
    const whole = done.length === ids.length
    told = { kind: !whole ? 'unshown' : undoing ? 'undone' : shown ? 'shown' : 'kept', ids: done }
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
