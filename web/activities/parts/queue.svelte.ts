import type { Lang } from '#words/format.ts'
import { logActivity } from '../../api.ts'
import type { ProblemDetails } from '../../../server/http/schema.ts'
import * as phone from './phone.ts'
import type { Waiting } from './phone.ts'

/** What came of the last thing that was tried: so many sent, or why none was. */
export type QueueNews =
  | { kind: 'sent'; n: number }
  | { kind: 'stillOut' | 'signedOut' | 'full' | 'noRoom' | 'removed' | 'unprepared' }

interface Queue {
  account: string
  lang: Lang
  tell: (refusal: { code: string; title: string }) => string
  /** The sentence for a key that has carried something else: an earlier attempt did arrive. */
  earlierSaved: string
}

/** Answers that say nothing of the activity itself: try later. */
const later = ({ status }: ProblemDetails): boolean => status >= 500 || status === 429 || status === 408

/**
 * What waits on the phone (A16): shown, sent when the network is back, each under its own key, so once. What the server refuses stays with
 * its sentence until somebody changes or removes it. Another person's entries are counted, and neither shown nor sent.
 */
export function phoneQueue({ account, lang, tell, earlierSaved }: Queue) {
  let waiting = $state.raw<readonly Waiting[]>([])
  let others = $state(0)
  let prepared = $state(false)
  let sending = $state(false)
  let news = $state.raw<QueueNews>()
  /** Which one stands in the form, and is not sent meanwhile. */
  let editing = $state<string>()

  async function look(): Promise<void> {
    const all = await phone.allWaiting()
    waiting = all.filter((one) => one.account === account)
    others = all.length - waiting.length
  }

  /** Sends one; whether the next may be tried. */
  async function sendOne(entry: Waiting): Promise<'sent' | 'refused' | 'stillOut' | 'signedOut'> {
    const outcome = await logActivity(entry.slug, entry.claim, { lang, key: entry.key })
    if (outcome.kind === 'done') {
      await phone.removeWaiting(entry.key)
      return 'sent'
    }
    if (outcome.kind === 'unreached' || later(outcome.problem)) return 'stillOut'
    const { problem } = outcome
    if (problem.status === 401 || problem.code === 'other-account') return 'signedOut'
    const refused =
      problem.code === 'idempotency-key-reused'
        ? [earlierSaved]
        : (problem.errors ?? [problem]).map((error) => tell(error))
    await phone.putWaiting({ ...entry, refused })
    return 'refused'
  }

  async function sendAll(): Promise<void> {
    if (sending) return
    sending = true
    let sent = 0
    try {
      for (const entry of waiting) {
        if (entry.refused || entry.key === editing) continue
        const came = await sendOne(entry)
        if (came === 'sent') sent += 1
        if (came === 'stillOut' || came === 'signedOut') {
          news = { kind: came }
          break
        }
      }
      if (sent > 0) news = { kind: 'sent', n: sent }
      await look()
    } finally {
      sending = false
    }
  }

  return {
    sendAll,
    /** Looks at what lies on the phone, and sends what waits. */
    async open(): Promise<void> {
      prepared = await phone.isPrepared()
      await look()
      if (prepared && navigator.onLine) await phone.renew().catch(() => undefined)
      if (waiting.length > 0) await sendAll()
    },
    async keep(entry: Omit<Waiting, 'account' | 'at'>): Promise<boolean> {
      const came = await phone.putWaiting({ ...entry, account, at: phone.instant() })
      if (came === 'kept' && editing && editing !== entry.key) await phone.removeWaiting(editing)
      if (came === 'kept') editing = undefined
      news = came === 'kept' ? undefined : { kind: came }
      await look()
      return came === 'kept'
    },
    async remove(key: string): Promise<void> {
      await phone.removeWaiting(key)
      news = { kind: 'removed' }
      await look()
    },
    /** Takes one up in the form; it stays here until what it became is saved. */
    edit(key: string): void {
      editing = key
      news = undefined
    },
    /** What stood in the form is saved. */
    async settled(): Promise<void> {
      if (editing) await phone.removeWaiting(editing)
      editing = undefined
      await look()
    },
    stopEditing(): void {
      editing = undefined
    },
    async prepare(): Promise<void> {
      prepared = await phone.prepare()
      news = prepared ? undefined : { kind: 'unprepared' }
    },
    async leave(): Promise<void> {
      await phone.leave()
      prepared = false
    },
    get waiting() {
      return waiting
    },
    get others() {
      return others
    },
    get prepared() {
      return prepared
    },
    get sending() {
      return sending
    },
    get news() {
      return news
    },
    get editing() {
      return editing
    },
  }
}
export type PhoneQueue = ReturnType<typeof phoneQueue>
