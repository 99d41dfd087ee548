import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type, type TSchema } from 'typebox'
import type { Tx } from '../database/database.ts'
import type { Dependencies } from '../dependencies.ts'
import type { PublicCache } from './public-cache.ts'
import { Refused } from './refusal.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A change that is the same however often it is asked for, and is therefore asked for without an `Idempotency-Key`. */
    withoutKey?: true
  }
}

/** How a room's routes are put up: the scope, what the server is built from, and the door of public answers. */
export type Routes = (api: FastifyInstance, dependencies: Dependencies, publicCache: PublicCache) => void

const problem = {
  description: 'What went wrong (RFC 9457).',
  content: { 'application/problem+json': { schema: Type.Ref('Problem#') } },
}

/** The schemas of an answer that is fine and of the refusals every route may give. */
export const responses = <T extends TSchema>(status: number, schema: T) => ({
  [status]: schema,
  '4xx': problem,
  '5xx': problem,
})

/** A read that everybody may make: from finished bytes, or made anew for somebody signed in. */
export function readOpen<T>(
  dependencies: Dependencies,
  publicCache: PublicCache,
  load: (tx: Tx, request: FastifyRequest) => Promise<T>,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return (request, reply) => {
    const { plan } = request.params as { plan?: string }
    return publicCache(request, reply, plan, async () => {
      const found = await dependencies.db.read((tx) => load(tx, request))
      return { type: 'application/json', body: reply.serialize(found) as string }
    })
  }
}

const composed = (value: unknown): unknown => {
  if (typeof value === 'string') {
    // No engine keeps it alike, and nobody can type it.
    if (value.includes('\0')) throw new Refused('malformed')
    return value.normalize('NFC')
  }
  if (Array.isArray(value)) return value.map(composed)
  // A piece of a file is no text.
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, composed(inner)]))
}

/** Text comes in composed, so that Å typed on a Mac is found by Å typed on a phone. */
export function nfc(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    try {
      request.body = composed(request.body)
      request.params = composed(request.params)
      done()
    } catch (error) {
      done(error as Error)
    }
  })
}
