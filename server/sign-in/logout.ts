import type { FastifyReply, FastifyRequest } from 'fastify'
import { bases, front } from '#domain/addresses.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendOn, ownOrigin } from './redirect-page.ts'
import { SignInFailed } from './sign-in-failed.ts'

/**
 * After our session has ended: on to the issuer it was opened through (its key), to end its session too, and back to the front page.
 * Undefined where there is nowhere to go on to, or the issuer does not answer: then signing out here is all.
 */
export async function logoutAddress(
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string | null,
): Promise<FastifyReply | undefined> {
  const issuer = key === null ? undefined : dependencies.issuers?.get(key)
  if (!issuer) return undefined
  const english = /^\/en\//.test(request.url)
  const to = await issuer
    .end(ownOrigin(dependencies) + front(english ? bases.en : bases.sv))
    .catch((failure: unknown) => {
      if (!(failure instanceof SignInFailed)) throw failure
      const { code, reason } = failure
      request.log.warn({ issuer: issuer.entry.key, code, reason }, 'a sign-out stayed here')
      return undefined
    })
  return to && sendOn(dependencies, request, reply, { to, name: issuer.entry.name, why: 'signOut' })
}
