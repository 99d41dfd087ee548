import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyReply, FastifyRequest, FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { emailOf, isEmail } from '#domain/members.ts'
import type { Dependencies } from '../dependencies.ts'
import { cleanText, formRoutes } from '../http/forms.ts'
import { sessionCookie } from '../http/guard.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { formFieldsOf } from '../http/request-parts.ts'
import { queueSignInMail } from '../mail/outbox.store.ts'
import { deviceOf, signIn, signOut } from '../people/sessions.store.ts'
import { logoutAddress } from './logout.ts'
import { issuerOfSession } from './oidc/store.ts'

/** Laid by the log form of a phone on which activities wait; told to the address that signs out, and to no other (A16). */
const waitingCookie = 'avstamt-waiting'

/** Whether activities wait on this phone for the network, and would go with the session. */
const waitsOnPhone = ({ headers }: FastifyRequest): boolean =>
  parseCookie(headers.cookie ?? '')[waitingCookie] !== undefined

/** Takes everything off the phone: the form, its worker, the queue and the cookie that told of it. */
function clearPhone(reply: FastifyReply, secure: boolean): void {
  reply.header('clear-site-data', '"storage"')
  for (const path of Object.values(addresses.bases).map(addresses.signOut)) {
    const gone = { name: waitingCookie, value: '', maxAge: 0, path, sameSite: 'lax' as const, secure }
    reply.header('set-cookie', stringifySetCookie(gone))
  }
}

const Token = Type.Object({ token: Type.String({ maxLength: 100 }) })
/** A path of ours to go to once signed in. */
const Back = Type.Object({ till: Type.Optional(Type.String()) })
const Asked = Type.Object({
  epost: Type.Optional(Type.String()),
  till: Type.Optional(Type.String()),
})

/** Signing in and out: plain forms, so that they work without JavaScript and a mail scanner that only looks changes nothing. */
export function peopleRoutes(app: FastifyInstance, dependencies: Dependencies, limits: RateLimits): void {
  const name = sessionCookie(dependencies.publicUrl?.startsWith('https:') ?? false)
  const secure = dependencies.publicUrl?.startsWith('https:') ?? false
  const cookie = (value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge })

  /** Ends a session; gives the issuer it was opened through. */
  const end = (session: string) =>
    dependencies.db.write(async (tx) => {
      await signOut(tx, session, dependencies.now())
      return issuerOfSession(tx, session)
    })

  formRoutes(app, (forms, base) => {
    forms.post(
      `${base}/logga-in`,
      { config: { open: true }, schema: { body: Asked, hide: true } },
      async (request, reply) => {
        const { epost = '', till } = request.body
        const email = emailOf(cleanText(epost))
        const to = addresses.ownPath(till, '')
        reply.header('cache-control', 'no-store')
        if (!isEmail(email)) {
          return reply.redirect(
            addresses.asking(addresses.signIn(base), { fel: 'epost', till: to || undefined }),
            303,
          )
        }
        await limits.asking(request, email)
        const facts = to ? { to } : {}
        await dependencies.db.write((tx) => queueSignInMail(tx, email, facts, dependencies.now()))
        return reply.redirect(addresses.linkSent(base), 303)
      },
    )

    forms.post(
      `${base}/logga-in/:token`,
      { config: { open: true, byToken: true }, schema: { params: Token, querystring: Back, hide: true } },
      async (request, reply) => {
        const { token } = request.params
        const { till } = request.query
        const device = deviceOf(request.headers['user-agent'])
        const opened = await dependencies.db.write(async (tx) => {
          const fresh = await signIn(tx, token, dependencies.now(), { device })
          // Whoever was signed in here before is so no longer.
          if (fresh && request.session) await signOut(tx, request.session, dependencies.now())
          return fresh
        })
        reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
        // The same address now says that the link has been used, and how to get another.
        if (!opened) return reply.redirect(addresses.signInByLink(base, token), 303)
        reply.header('set-cookie', cookie(opened.session, opened.seconds))
        return reply.redirect(addresses.ownPath(till, addresses.mine(base)), 303)
      },
    )

    forms.post(
      `${base}/logga-ut`,
      { config: { open: true }, schema: { hide: true } },
      async (request, reply) => {
        const { viewer, session } = request
        const { anyway } = formFieldsOf(request)
        if (viewer && waitsOnPhone(request) && anyway !== 'yes')
          return reply.redirect(addresses.signOut(base), 303)
        const issuer = viewer && session ? await end(session) : null
        reply.header('set-cookie', cookie('', 0))
        clearPhone(reply, secure)
        return (
          (await logoutAddress(dependencies, request, reply, issuer)) ??
          reply.redirect(addresses.front(base), 303)
        )
      },
    )
  })
}
