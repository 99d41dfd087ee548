import { fastifySSE } from '@fastify/sse'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bases } from '#domain/addresses.ts'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Tx } from '../../database/database.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Refused } from '../../http/refusal.ts'
import { paramsOf } from '../../http/request-parts.ts'
import { planById } from '../../database/plan.ts'
import { listReviews } from '../../plans/review-days.store.ts'
import { slideOf, type Slide } from './slides.ts'
import { meetingByCode } from './store.ts'

/** What a code leads to: what is shown, or that the meeting is over. */
type Live = { planId: number; slide: Slide } | { planId: number; ended: true }

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
type Follower = (shown: string | undefined) => void

/** Those who follow meetings, in this process. */
interface Hub {
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
function meetingHub(dependencies: Pick<Dependencies, 'db'>, failed: (error: unknown) => void): Hub {
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
        const live = await dependencies.db.read((tx) => liveOf(tx, channel.code, channel.lang))
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

const changing = new Set(['POST', 'PUT', 'DELETE'])
/** A silent stream is closed after fifteen seconds, by this server too. */
const heartbeat = 10_000
/** How soon a browser comes back by itself, in milliseconds. */
const retry = 2_000

/** `/m/{code}/handelser`: what the projector shows, sent when it changes, for as long as the meeting is under way. */
export async function followRoutes(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const hub = meetingHub(dependencies, (error) =>
    app.log.error({ err: error }, 'the followers were not told'),
  )
  // After every write to a plan, for nearly everything may be seen on the projector.
  app.addHook('onResponse', (request, reply, done) => {
    if (request.plan && changing.has(request.method) && reply.statusCode < 300) hub.changed(request.plan.id)
    done()
  })
  app.addHook('preClose', (done) => {
    hub.close()
    done()
  })

  const follow = (lang: Lang) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { code = '' } = paramsOf(request)
    const first = await dependencies.db.read((tx) => liveOf(tx, code, lang))
    if (!first) throw new Refused('not-found')
    if (!('slide' in first)) throw new Refused('meeting-ended', { status: 410 })
    // Nothing comes after the stream on its connection: a server that closes waits for none.
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', connection: 'close' })
    const { sse } = reply
    sse.keepAlive()
    let sending = false
    let waiting: string | undefined
    // Who reads slowly gets the latest, not all there was.
    const send = async (shown: string) => {
      waiting = shown
      if (sending) return
      sending = true
      while (waiting !== undefined && sse.isConnected) {
        const data = waiting
        waiting = undefined
        await sse.send({ data, retry }).catch(() => undefined)
      }
      sending = false
    }
    let last = JSON.stringify(first.slide)
    const leave = hub.follow({ code, lang, planId: first.planId }, (shown) => {
      if (shown === undefined)
        void sse.send({ event: 'over', data: '' }).then(
          () => sse.close(),
          () => sse.close(),
        )
      else if (shown !== last) void send((last = shown))
    })
    sse.onClose(leave)
    await send(last)
    // What changed between the reading and the following.
    hub.changed(first.planId)
  }

  await app.register(async (scope) => {
    await scope.register(fastifySSE, {
      heartbeatInterval: heartbeat,
      serializer: (data: unknown) => data as string,
    })
    for (const lang of ['sv', 'en'] as const)
      scope.get(
        `${bases[lang]}/m/:code/handelser`,
        { sse: 'only', config: { open: true }, schema: { hide: true } },
        follow(lang),
      )
  })
}
