import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { formRoutes } from '../../http/forms.ts'
import { Refused } from '../../http/refusal.ts'
import { sessionCookie } from '../../http/guard.ts'
import type { RateLimits } from '../../http/rate-limits.ts'
import { formFieldsOf } from '../../http/request-parts.ts'
import type { Dependencies } from '../../dependencies.ts'
import { newToken, tokenHash } from '../../people/tokens.ts'
import { deviceOf, openSession, signOut } from '../../people/sessions.store.ts'
import { matchPerson } from './match-person.ts'
import { identityOf, isFrom, isPersonnummer } from './claims.ts'
import type { Issuer } from './issuers.ts'
import { beginSignIn, signInMinutes, takeSignIn } from './store.ts'
import { drawFailure, sendOn, ownOrigin } from '../redirect-page.ts'
import { SignInFailed } from '../sign-in-failed.ts'

const Params = Type.Object({ issuer: Type.String({ maxLength: 60 }) })
const Query = Type.Object({ state: Type.Optional(Type.Unknown()) })

/**
 * Signing in through an issuer (S02): a plain form begins it, the issuer sends the browser back with a code. The state that travels is held
 * by the browser that began in a cookie of its own, and by us as a hash: ten minutes, good once.
 */
export function oidcRoutes(app: FastifyInstance, dependencies: Dependencies, limits: RateLimits): void {
  const secure = dependencies.publicUrl?.startsWith('https:') ?? false
  const cookie = (name: string, value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge })
  /** One for each attempt, so that two tabs do not take each other's. */
  const stateCookie = (state: string): string =>
    `${secure ? '__Host-' : ''}signin-${tokenHash(state).slice(0, 12)}`

  formRoutes(app, (forms, base) => {
    forms.post(
      `${base}/logga-in/oidc/:issuer`,
      { config: { open: true }, schema: { params: Params, hide: true } },
      async (request, reply) => {
        const issuer = issuerOf(dependencies, request.params.issuer)
        await limits.beginning(request)
        return honestly(dependencies, request, reply, issuer, () => begin(request, reply, issuer, base))
      },
    )
    forms.get(
      `${base}/logga-in/oidc/:issuer/svar`,
      {
        config: { open: true },
        schema: { params: Params, querystring: Query, hide: true },
        exposeHeadRoute: false,
      },
      async (request, reply) => {
        const issuer = issuerOf(dependencies, request.params.issuer)
        const { state } = request.query
        return honestly(dependencies, request, reply, issuer, () =>
          finish(request, reply, issuer, { base, state }),
        )
      },
    )
  })

  async function begin(request: FastifyRequest, reply: FastifyReply, issuer: Issuer, base: string) {
    const { key, name } = issuer.entry
    const [state, nonce, verifier] = [newToken(), newToken(), newToken()]
    const redirectUri = ownOrigin(dependencies) + addresses.issuerAnswer(base, key)
    const to = await issuer.begin({ redirectUri, state, nonce, verifier })
    const { till } = formFieldsOf(request)
    const begun = { issuer: key, nonce, verifier, returnTo: addresses.ownPath(till, addresses.mine(base)) }
    await dependencies.db.write((tx) => beginSignIn(tx, state, begun, dependencies.now()))
    reply.header('set-cookie', cookie(stateCookie(state), state, signInMinutes * 60))
    return sendOn(dependencies, request, reply, { to, name, why: 'signIn' })
  }

  async function finish(
    request: FastifyRequest,
    reply: FastifyReply,
    issuer: Issuer,
    { base, state }: { base: string; state?: unknown },
  ) {
    const { entry } = issuer
    if (typeof state !== 'string') throw new SignInFailed('sign-in-over', 'no-state')
    const held = parseCookie(request.headers.cookie ?? '')[stateCookie(state)]
    if (held !== state) throw new SignInFailed('sign-in-over', 'another-browser')
    reply.header('set-cookie', cookie(stateCookie(state), '', 0))
    const begun = await dependencies.db.write((tx) => takeSignIn(tx, state, entry.key, dependencies.now()))
    if (!begun) throw new SignInFailed('sign-in-over', 'used-or-late')

    const address = new URL(ownOrigin(dependencies) + addresses.issuerAnswer(base, entry.key))
    address.search = request.url.slice(request.url.indexOf('?'))
    const claims = await issuer.finish(address, { state, ...begun })
    if (!isFrom(entry, claims)) throw new SignInFailed('wrong-tenant')
    if (isPersonnummer(claims.token.sub)) throw new SignInFailed('subject-is-personnummer')

    const opened = await dependencies.db.write(async (tx) => {
      const now = dependencies.now()
      const personId = await matchPerson(tx, entry, identityOf(entry, claims), now)
      // Whoever was signed in here before is so no longer.
      if (request.session) await signOut(tx, request.session, now)
      const device = deviceOf(request.headers['user-agent'])
      return openSession(tx, personId, now, { device, issuer: entry.key })
    })
    if (!opened) throw new SignInFailed('person-deactivated')
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    reply.header('set-cookie', cookie(sessionCookie(secure), opened.session, opened.seconds))
    return reply.redirect(begun.returnTo, 303)
  }
}

/** The issuer the address names; one that is not in the file does not exist. */
function issuerOf({ issuers }: Dependencies, key: string): Issuer {
  const issuer = issuers?.get(key)
  if (!issuer) throw new Refused('not-found')
  return issuer
}

/** A sign-in that comes to nothing is told to the person as a page, and to the log as codes: nothing of what travelled. */
async function honestly(
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  { entry: { key, name } }: Issuer,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (failure) {
    if (!(failure instanceof SignInFailed)) throw failure
    const { code, reason } = failure
    request.log.warn({ issuer: key, code, reason }, 'a sign-in came to nothing')
    return drawFailure(dependencies, request, reply, { failure, name })
  }
}
