import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type, type TSchema } from 'typebox'
import type { Tx } from './database/database.ts'
import type { Answer } from './finished.ts'
import type { Parts } from './parts.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A change that is the same however often it is asked for, and is therefore asked for without an `Idempotency-Key`. */
    withoutKey?: true
  }
}

/** How a room's routes are put up: the scope, what the server is built from, and the door of public answers. */
export type Routes = (api: FastifyInstance, parts: Parts, answer: Answer) => void

const problem = {
  description: 'What went wrong (RFC 9457).',
  content: { 'application/problem+json': { schema: Type.Ref('Problem#') } },
}

/** The schemas of an answer that is fine and of the refusals every route may give. */
export const answers = <T extends TSchema>(status: number, schema: T) => ({
  [status]: schema,
  '4xx': problem,
  '5xx': problem,
})

/** A read that everybody may make: from finished bytes, or made anew for somebody signed in. */
export function readOpen<T>(
  parts: Parts,
  answer: Answer,
  load: (tx: Tx, request: FastifyRequest) => Promise<T>,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return (request, reply) => {
    const { plan } = request.params as { plan?: string }
    return answer(request, reply, plan, async () => {
      const found = await parts.db.read((tx) => load(tx, request))
      return { type: 'application/json', body: reply.serialize(found) as string }
    })
  }
}
