import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#domain/calendar.ts'
import type { Dependencies } from '../dependencies.ts'
import { encoded, encodingFor, type Encoding } from './compression.ts'

export interface Rendered {
  type: string
  body: string | Buffer
  /** What else is said of it, kept along with the bytes. */
  headers?: Record<string, string>
}

interface Kept {
  /** What the bytes depend on besides their address: revisions of installation and plan, and the Swedish day. */
  fresh: string
  type: string
  headers: Record<string, string>
  etag: string
  bytes: Partial<Record<Encoding, Buffer>>
  size: number
}

/** How many bytes of finished answers are kept before the oldest is let go. */
const roomFor = 64 * 1024 * 1024

/** An answer to a public read, from kept bytes where they hold. */
export type PublicCache = (
  request: FastifyRequest,
  reply: FastifyReply,
  slug: string | undefined,
  make: () => Promise<Rendered>,
) => Promise<FastifyReply>

/**
 * Public answers kept as finished bytes. They hold while neither the plan's nor the installation's revision nor the Swedish day has moved;
 * one row read tells. Made once for all who wait, and kept only if nothing moved meanwhile. A request with a session neither takes nor
 * leaves any (`private, no-store`); an address with a query is made anew each time.
 */
export function createPublicCache(dependencies: Pick<Dependencies, 'db' | 'now'>): PublicCache {
  const kept = new Map<string, Kept>()
  const making = new Map<string, Promise<Kept>>()
  let size = 0

  const freshness = async (slug: string | undefined): Promise<string> =>
    `${(await dependencies.db.revisions(slug)).join('.')} ${dayOf(dependencies.now())}`

  function keep(key: string, entry: Kept): void {
    drop(key)
    kept.set(key, entry)
    size += entry.size
    for (const oldest of kept.keys()) {
      if (size <= roomFor) break
      drop(oldest)
    }
  }

  function drop(key: string): void {
    size -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }

  async function fetch(key: string, slug: string | undefined, make: () => Promise<Rendered>): Promise<Kept> {
    const fresh = await freshness(slug)
    const entry = kept.get(key)
    if (entry?.fresh === fresh) return entry
    const waitFor = `${fresh} ${key}`
    const underWay = making.get(waitFor)
    if (underWay) return underWay
    const made = make().then(async (answer) => {
      const finished = finish(answer, fresh)
      if ((await freshness(slug)) === fresh) keep(key, finished)
      return finished
    })
    making.set(waitFor, made)
    try {
      return await made
    } finally {
      making.delete(waitFor)
    }
  }

  return async (request, reply, slug, make) => {
    if (request.viewer) {
      const { type, body, headers = {} } = await make()
      return reply.headers(headers).header('cache-control', 'private, no-store').type(type).send(body)
    }
    const entry =
      request.raw.url?.includes('?') === true
        ? finish(await make(), '')
        : await fetch(
            `${request.headers.accept?.startsWith('application/json') ?? false} ${request.url}`,
            slug,
            make,
          )
    const encoding = encodingFor(request, entry.bytes.identity!.length)
    const etag = `"${entry.etag}-${encoding}"`
    reply.headers({
      ...entry.headers,
      'cache-control': 'no-cache',
      vary: 'Accept, Accept-Encoding, Cookie',
      etag,
    })
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.type(entry.type).send(await bytesIn(entry, encoding))
  }
}

/** An answer whose address is a key: nobody keeps it, and no page it leads to is told where from. */
export async function sendUncached(
  reply: FastifyReply,
  make: () => Promise<Rendered>,
): Promise<FastifyReply> {
  const { type, body } = await make()
  return reply
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    .type(type)
    .send(body)
}

function finish({ type, body, headers = {} }: Rendered, fresh: string): Kept {
  const identity = Buffer.from(body)
  const etag = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  // Twice its size leaves room for the compressed forms.
  return { fresh, type, headers, etag, bytes: { identity }, size: identity.length * 2 }
}

async function bytesIn(entry: Kept, encoding: Encoding): Promise<Buffer> {
  const ready = entry.bytes[encoding]
  if (ready || encoding === 'identity') return ready!
  const squeezed = await encoded(entry.bytes.identity!, encoding)
  entry.bytes[encoding] = squeezed
  return squeezed
}
