import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from './refusal.ts'

const quarter = 15 * 60_000
const hour = 60 * 60_000
/** How many in a quarter of an hour, where nothing else is said. */
export interface Allowance {
  /** Links asked for with one e-mail address. */
  perAddress: number
  /** What one network may ask for: sixty phones in a meeting room share an address, and each may have to try again. */
  perNetwork: number
  /** Tokens that open nothing, from one network. A phone that comes back to an old link is one. */
  wrongTokens: number
  /** Messages about pages (K10), in an hour: from one network, which a meeting room or a whole town hall shares, and from everybody. */
  feedbackPerNetwork: number
  feedback: number
}

export const usualAllowance: Allowance = {
  perAddress: 5,
  perNetwork: 300,
  wrongTokens: 300,
  feedbackPerNetwork: 60,
  feedback: 300,
}

type Limiter = ReturnType<FastifyInstance['createRateLimit']>

/** How much may be tried. Counted in this process's memory, by the address Fastify believes (TRUST_PROXY); IPv6 by its network. */
export interface RateLimits {
  /** Counts somebody asking for a link; 429 for an address or a network that has asked too much. */
  asking: (request: FastifyRequest, email: string) => Promise<void>
  /** Counts somebody beginning to sign in through an issuer; 429 for a network that has begun too much. */
  beginning: (request: FastifyRequest) => Promise<void>
  /** 429 for a network from which too many tokens that open nothing have come. */
  refuseGuessing: (request: FastifyRequest) => Promise<void>
  /** Counts a token that opens nothing. */
  wrongToken: (request: FastifyRequest) => Promise<void>
  /** Counts a message about a page, and says whether it is one too many; in how many seconds it is worth trying again. */
  refusesFeedback: (request: FastifyRequest) => Promise<number | undefined>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose link is asked for, as it is counted. */
    askedFor: string
  }
}

/** Makes the limits. It puts no hook in front of any route: what counts asks for it. */
export async function createRateLimits(
  app: FastifyInstance,
  allowance: Allowance = usualAllowance,
): Promise<RateLimits> {
  await app.register(rateLimit, { global: false })
  app.decorateRequest('askedFor', '')
  const network = app.createRateLimit({ max: allowance.perNetwork, timeWindow: quarter })
  const address = app.createRateLimit({
    max: allowance.perAddress,
    timeWindow: quarter,
    keyGenerator: ({ askedFor }) => askedFor,
  })
  const guesses = app.createRateLimit({ max: allowance.wrongTokens, timeWindow: quarter })
  const voices = app.createRateLimit({ max: allowance.feedbackPerNetwork, timeWindow: hour })
  const everybody = app.createRateLimit({
    max: allowance.feedback,
    timeWindow: hour,
    keyGenerator: () => 'everybody',
  })
  return {
    refusesFeedback: async (request) =>
      (await waitAbove(voices, request)) ?? (await waitAbove(everybody, request)),
    async asking(request, email) {
      request.askedFor = email
      await refuseAbove(network, request)
      await refuseAbove(address, request)
    },
    beginning: (request) => refuseAbove(network, request),
    refuseGuessing: (request) => refuseAbove(guesses, request, false),
    async wrongToken(request) {
      await guesses(request)
    },
  }
}

async function refuseAbove(limiter: Limiter, request: FastifyRequest, increment = true): Promise<void> {
  const wait = await waitAbove(limiter, request, increment)
  if (wait !== undefined) throw new Refused('too-many', { retryAfter: wait })
}

async function waitAbove(
  limiter: Limiter,
  request: FastifyRequest,
  increment = true,
): Promise<number | undefined> {
  const count = await limiter(request, { increment })
  return !count.isAllowed && count.isExceeded ? count.ttlInSeconds : undefined
}
