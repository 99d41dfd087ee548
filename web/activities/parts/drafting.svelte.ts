import * as api from '#domain/api-addresses.ts'
import type { Lang } from '#words/format.ts'
import type { KeptDraft } from '../../../server/activities/drafts/schema.ts'
import { dropDraft, keepDraft } from '../../api.ts'
import { getJson, newKey } from '../../client.ts'
import { isBegun, typed, type ActivityDraft } from './activity.ts'

/** So long after the last letter. */
const pause = 3000

/**
 * Keeps what is being written on the server, for its author alone (S13): a few seconds after the last letter, and never while it is being
 * saved for good.
 */
export function drafting(slug: string, lang: Lang, account: string) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> = Promise.resolve()
  /** What the server holds, as text; '' for nothing. */
  let held = ''
  let keptAt = $state<string>()
  let failed = $state(false)

  const options = () => ({ lang, key: newKey() })
  const address = api.activityDraft(slug)

  async function put(draft: ActivityDraft): Promise<void> {
    const outcome = isBegun(draft)
      ? await keepDraft(slug, { draft, account }, options())
      : await dropDraft(slug, options())
    failed = outcome.kind !== 'done'
    if (outcome.kind !== 'done') return
    held = isBegun(draft) ? JSON.stringify(draft) : ''
    keptAt = outcome.value.changedAt ?? undefined
  }

  return {
    /** What stands in the form now. */
    note(draft: ActivityDraft): void {
      clearTimeout(timer)
      const text = isBegun(draft) ? JSON.stringify(draft) : ''
      if (text === held) return
      timer = setTimeout(() => {
        underWay = underWay.then(() => put(draft))
      }, pause)
    },
    /** What was begun before, and when (instant); undefined where nothing waits. */
    async restore(): Promise<{ draft: ActivityDraft; at: string } | undefined> {
      const kept = await getJson<KeptDraft>(address)
      if (!kept?.draft || !kept.changedAt) return undefined
      const draft = typed(kept.draft)
      held = JSON.stringify(draft)
      keptAt = kept.changedAt
      return { draft, at: kept.changedAt }
    },
    /** Waits for what is on its way, so that no draft comes after what it became. */
    async settle(): Promise<void> {
      clearTimeout(timer)
      await underWay
    },
    /** Saved for good: the server has let go of it. */
    saved(): void {
      clearTimeout(timer)
      held = ''
      keptAt = undefined
    },
    async drop(): Promise<void> {
      clearTimeout(timer)
      await underWay
      held = ''
      keptAt = undefined
      await dropDraft(slug, options())
    },
    /** When what is written was last kept (instant). */
    get keptAt() {
      return keptAt
    },
    get failed() {
      return failed
    },
  }
}
