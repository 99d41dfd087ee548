import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Parts } from '../../dependencies.ts'
import { sendOn } from './redirect-page.ts'
import { SignInFailed } from './failures.ts'
import { ownOrigin } from './routes.ts'

/**
 * After our session has ended: on to the issuer it was opened through (its key), to end its session too, and back to the front page.
 * Undefined where there is nowhere to go on to, or the issuer does not answer: then signing out here is all.
 */
export async function leaveIssuer(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string | null,
): Promise<FastifyReply | undefined> {
  const issuer = key === null ? undefined : parts.issuers?.get(key)
  if (!issuer) return undefined
  const english = /^\/en\//.test(request.url)
  const to = await issuer.end(`${ownOrigin(parts)}${english ? '/en' : '/'}`).catch((failure: unknown) => {
    if (!(failure instanceof SignInFailed)) throw failure
    const { code, reason } = failure
    request.log.warn({ issuer: issuer.entry.key, code, reason }, 'a sign-out stayed here')
    return undefined
  })
  return to && sendOn(parts, request, reply, { to, name: issuer.entry.name, why: 'signOut' })
}
