import { fastifySSE } from '@fastify/sse'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '#words/format.ts'
import { Refused } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { liveOf, meetingHub } from './live.ts'

const changing = new Set(['POST', 'PUT', 'DELETE'])
/** A silent stream is closed after fifteen seconds, by this server too. */
const heartbeat = 10_000
/** How soon a browser comes back by itself, in milliseconds. */
const retry = 2_000

/** `/m/{code}/handelser`: what the projector shows, sent when it changes, for as long as the meeting is under way. */
export async function followRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const hub = meetingHub(parts, (error) => app.log.error({ err: error }, 'the followers were not told'))
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
    const { code } = request.params as { code: string }
    const first = await parts.db.read((tx) => liveOf(tx, code, lang))
    if (!first) throw new Refused(404, 'not-found')
    if (!('slide' in first)) throw new Refused(410, 'meeting-ended')
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
    for (const [base, lang] of [
      ['', 'sv'],
      ['/en', 'en'],
    ] as const)
      scope.get(
        `${base}/m/:code/handelser`,
        { sse: 'only', config: { open: true }, schema: { hide: true } },
        follow(lang),
      )
  })
}
