import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import { Type, type TSchema } from 'typebox'
import type { Tx } from '../database/database.ts'
import type { Dependencies } from '../dependencies.ts'
import type { PublicCache } from './public-cache.ts'
import { Refused } from './refusal.ts'
import { paramsOf } from './request-parts.ts'
import type { Plan } from '../database/plan.ts'
import { visiblePlan } from './visible-plan.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A change that is the same however often it is asked for, and is therefore asked for without an `Idempotency-Key`. */
    withoutKey?: true
  }
}

/** A scope whose routes know their parameters, query and body by their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** How a room's routes are put up: the scope, what the server is built from, and the door of public answers. */
export type Routes = (api: Api, dependencies: Dependencies, publicCache: PublicCache) => void

/** A request with the parameters that its route's schema promises. */
export type RequestAt<Params> = FastifyRequest & { params: Params }

/** A plan, for routes at the address of one. */
export type PlanAt<Params> = Params extends { plan: string } ? { plan: Plan } : unknown

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

/** The plan that the guard found for a route which names a permission; 404 where there is none. */
export function planOf({ plan }: RequestAt<{ plan: string }>): Plan {
  if (!plan) throw new Refused('not-found')
  return plan
}

/**
 * A read that everybody may make: from finished bytes, or made anew for somebody signed in. At the address of a plan it is handed the plan, as
 * far as whoever asks may know of it; else 404.
 */
export function readOpen<Params, Answer>(
  dependencies: Dependencies,
  publicCache: PublicCache,
  request: RequestAt<Params>,
  reply: FastifyReply,
  load: (read: { tx: Tx } & PlanAt<Params>) => Promise<Answer>,
): Promise<FastifyReply> {
  const { plan: slug } = paramsOf(request)
  return publicCache(request, reply, slug, async () => {
    const found = await dependencies.db.read(async (tx) => {
      const plan = slug === undefined ? undefined : await visiblePlan(tx, slug, request.viewer)
      return load({ tx, plan } as { tx: Tx } & PlanAt<Params>)
    })
    return { type: 'application/json', body: reply.serialize(found) as string }
  })
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
