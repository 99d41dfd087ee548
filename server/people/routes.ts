import { stringifySetCookie } from 'cookie'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { sessionCookie } from '../guard.ts'
import type { Parts } from '../parts.ts'
import { signIn, signOut } from '../sessions/store.ts'

const Token = Type.Object({ token: Type.String({ maxLength: 100 }) })

/** Signing in and out: plain forms, so that they work without JavaScript and a mail scanner that only looks changes nothing. */
export function peopleRoutes(app: FastifyInstance, parts: Parts): void {
  const name = sessionCookie(parts.publicUrl?.startsWith('https:') ?? false)
  const secure = parts.publicUrl?.startsWith('https:') ?? false
  const cookie = (value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge })

  void app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, _body, done) => done(null, {}),
    )

    for (const base of ['', '/en']) {
      forms.post(
        `${base}/logga-in/:token`,
        { config: { open: true, byToken: true }, schema: { params: Token, hide: true } },
        async (request, reply) => {
          const { token } = request.params as { token: string }
          const opened = await parts.db.write((tx) => signIn(tx, token, parts.now()))
          reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
          // The same address now says that the link has been used, and how to get another.
          if (!opened) return reply.redirect(`${base}/logga-in/${token}`, 303)
          reply.header('set-cookie', cookie(opened.session, opened.seconds))
          return reply.redirect(`${base}/mitt`, 303)
        },
      )

      forms.post(
        `${base}/logga-ut`,
        { config: { open: true }, schema: { hide: true } },
        async (request, reply) => {
          const { viewer, session } = request
          if (viewer && session) await parts.db.write((tx) => signOut(tx, session, parts.now()))
          reply.header('set-cookie', cookie('', 0))
          return reply.redirect(base || '/', 303)
        },
      )
    }
  })
}
