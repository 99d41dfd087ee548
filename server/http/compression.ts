import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const compressors = {
  br: promisify((bytes: Buffer, done: (error: Error | null, result: Buffer) => void) =>
    brotliCompress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }, done),
  ),
  gzip: promisify((bytes: Buffer, done: (error: Error | null, result: Buffer) => void) =>
    gzip(bytes, { level: 6 }, done),
  ),
}

/** How an answer's bytes travel. */
export type Encoding = 'identity' | keyof typeof compressors

/** Smaller answers fit a packet as they are. */
const worthCompressing = 1000

/** How gladly a reader takes a coding, 0 (never) to 1, by its `Accept-Encoding` (RFC 9110, 12.5.3); `*` stands for what it does not name. */
function weightOf(coding: string, accepted: string): number {
  const named = accepted.split(',').map((one) => one.split(';').map((part) => part.trim().toLowerCase()))
  const own = named.find(([name]) => name === coding)
  const found = own ?? (coding === 'identity' ? undefined : named.find(([name]) => name === '*'))
  if (!found) return 0
  const weight = found.find((part) => part.startsWith('q='))
  return weight === undefined ? 1 : Number(weight.slice(2)) || 0
}

/** The way a reader likes best for an answer of so many bytes; of two it likes as much, the smaller. As it is where it names none of ours. */
export function encodingFor(request: FastifyRequest, size: number): Encoding {
  if (size < worthCompressing) return 'identity'
  const accepted = request.headers['accept-encoding'] ?? ''
  const weighed = (['br', 'gzip', 'identity'] as const).map((one) => [one, weightOf(one, accepted)] as const)
  const [best, weight] = weighed.toSorted(([, a], [, b]) => b - a)[0]!
  return weight > 0 ? best : 'identity'
}

/** The bytes as they travel. Off the main thread: 1 ms for a page of 50 kB. */
export const encoded = (bytes: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'identity' ? Promise.resolve(bytes) : compressors[encoding](bytes)

const compressible = /^(text\/|application\/([\w.-]+\+)?(json|xml)|image\/svg)/

/** A stranger's link could say what it likes here, and the page says it again: in a query, and as a token to somebody who is signed in besides. */
const choosesItsWords = ({ raw, viewer, routeOptions }: FastifyRequest): boolean =>
  raw.url?.includes('?') === true || (viewer !== undefined && routeOptions.config.byToken === true)

/**
 * Compresses what nobody keeps (`no-store`) as it leaves: answers to somebody signed in, at secret addresses, and problems. What may be kept
 * comes compressed from the public cache. Where a stranger's link could put words of its own beside what only its reader may see the answer is sent
 * as it is, for its length would tell whether they match (BREACH, decision 72). Streams – files, a meeting that
 * is followed – and parts of an answer are left alone, and so is what has an ETag, which would name two forms alike.
 */
export function compressUncached(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
    if (['content-encoding', 'content-range', 'etag'].some((name) => reply.hasHeader(name))) return payload
    if (choosesItsWords(request)) return payload
    if (!String(reply.getHeader('cache-control') ?? '').includes('no-store')) return payload
    if (!compressible.test(String(reply.getHeader('content-type') ?? ''))) return payload
    const bytes = Buffer.from(payload)
    if (bytes.length < worthCompressing) return payload
    reply.header('vary', [reply.getHeader('vary') ?? [], 'Accept-Encoding'].flat().join(', '))
    const encoding = encodingFor(request, bytes.length)
    if (encoding === 'identity') return payload
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return encoded(bytes, encoding)
  })
}
