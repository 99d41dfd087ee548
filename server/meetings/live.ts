import { words } from '#words/index.ts'
import type { Lang } from '#words/format.ts'
import { speaker } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import type { Parts } from '../parts.ts'
import { planById } from '../plans/store.ts'
import { listReviews } from '../reviews/store.ts'
import { slideOf } from './slides.ts'
import type { Slide } from './slide.ts'
import { meetingByCode } from './store.ts'

/** What a code leads to: what is shown, or that the meeting is over. */
export type Live = { planId: number; slide: Slide } | { planId: number; ended: true }

/** What those who follow by a code see in a language; undefined for a code that never was. */
export async function liveOf(tx: Tx, code: string, lang: Lang): Promise<Live | undefined> {
  const meeting = await meetingByCode(tx, code)
  const plan = meeting && (await planById(tx, meeting.planId))
  // Before a plan is published it does not exist for others, whatever they hold.
  if (!meeting || !plan || plan.publishedAt === null) return undefined
  const review = (await listReviews(tx, plan.id)).find(({ id }) => id === meeting.reviewId)!
  if (meeting.endedAt !== null || review.closure) return { planId: plan.id, ended: true }
  const telling = { tx, plan, lang, say: speaker(lang, plan.labels), words: words[lang] }
  const { slide } = await slideOf(telling, review, meeting)
  return { planId: plan.id, slide }
}

/** Takes what is shown as JSON; undefined when the meeting is over, and nothing more will come. */
export type Follower = (shown: string | undefined) => void

/** Those who follow meetings, in this process. */
export interface Hub {
  /** From now on the follower is told; gives what lets them go. */
  follow: (where: { code: string; lang: Lang; planId: number }, follower: Follower) => () => void
  /** Something in the plan was written: whoever follows its meeting is told if they would see it. */
  changed: (planId: number) => void
  /** Lets everybody go. */
  close: () => void
}

interface Channel {
  code: string
  lang: Lang
  planId: number
  followers: Set<Follower>
  last: string
  /** Being told; asked for again meanwhile. */
  telling: boolean
  again: boolean
}

/**
 * One reading for all who follow the same meeting in the same language, however many they are; what is asked while it is under way is read
 * once more. What they would see anyway is not sent again.
 */
export function meetingHub(parts: Pick<Parts, 'db'>, failed: (error: unknown) => void): Hub {
  const channels = new Map<string, Channel>()

  async function tell(channel: Channel): Promise<void> {
    if (channel.telling) {
      channel.again = true
      return
    }
    channel.telling = true
    try {
      do {
        channel.again = false
        const live = await parts.db.read((tx) => liveOf(tx, channel.code, channel.lang))
        const shown = live && 'slide' in live ? JSON.stringify(live.slide) : undefined
        if (shown === channel.last) continue
        channel.last = shown ?? ''
        for (const follower of channel.followers) follower(shown)
      } while (channel.again)
    } catch (error) {
      failed(error)
    } finally {
      channel.telling = false
    }
  }

  return {
    follow({ code, lang, planId }, follower) {
      const key = `${lang} ${code}`
      const channel = channels.get(key) ?? {
        code,
        lang,
        planId,
        followers: new Set(),
        last: '',
        telling: false,
        again: false,
      }
      channels.set(key, channel)
      channel.followers.add(follower)
      return () => {
        channel.followers.delete(follower)
        if (channel.followers.size === 0 && channels.get(key) === channel) channels.delete(key)
      }
    },
    changed(planId) {
      for (const channel of channels.values()) if (channel.planId === planId) void tell(channel)
    },
    close() {
      for (const channel of channels.values()) for (const follower of channel.followers) follower(undefined)
      channels.clear()
    },
  }
}
