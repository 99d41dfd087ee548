import type { FastifyReply, FastifyRequest } from 'fastify'
import { answers, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { Refused } from '../http/refusal.ts'
import { revokeOwnLink } from './links.store.ts'
import { noteUse, revokeSession } from './sessions.store.ts'
import { ById, Ended, Nothing, OwnSettings, SessionLeft } from './account.schema.ts'
import { changeSettings } from './account.store.ts'

/** What somebody does with their own way in: their settings, their sessions, their links (A15, T06). A link opens none of it. */
export const meRoutes: Routes = (api, parts) => {
  const deed = 'mine.read' as const

  api.put(
    '/me',
    {
      config: { deed, trail: 'person.settings' },
      schema: { body: OwnSettings, response: answers(200, OwnSettings) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act, viewer) => {
        const told = request.body as OwnSettings
        await changeSettings(tx, viewer.personId, told, act.now)
        return told
      }),
  )

  const ending = { params: ById, body: Nothing, response: answers(200, Ended) }
  const idOf = (request: FastifyRequest) => Number((request.params as { id: string }).id)

  api.put(
    '/me/sessions/:id/revocation',
    { config: { deed, trail: 'session.revoke' }, schema: ending },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act, viewer) => {
        const id = idOf(request)
        if (!(await revokeSession(tx, viewer.personId, id, act.now))) throw new Refused(404, 'not-found')
        return { id }
      }),
  )

  api.put('/me/links/:id/revocation', { config: { deed }, schema: ending }, (request, reply) =>
    writeOnce(parts, request, reply, 200, async (tx, act, viewer) => {
      const id = idOf(request)
      if (!(await revokeOwnLink(tx, viewer.personId, id, act.now))) throw new Refused(404, 'not-found')
      return { id }
    }),
  )

  const left = (reply: FastifyReply, endsAt: string) => {
    const seconds = Math.max(0, Math.floor((Date.parse(endsAt) - parts.now().getTime()) / 1000))
    return reply.header('cache-control', 'no-store').send({ secondsLeft: seconds })
  }
  const ownSession = { response: answers(200, SessionLeft) }

  api.get('/me/session', { config: { deed, unnoticed: true }, schema: ownSession }, (request, reply) =>
    left(reply, request.viewer!.session!.endsAt),
  )

  // To stay twice is to stay once.
  api.put(
    '/me/session',
    { config: { deed, withoutKey: true }, schema: { body: Nothing, ...ownSession } },
    async (request, reply) => {
      const viewer = request.viewer!
      const endsAt = await parts.db.write((tx) => noteUse(tx, viewer, parts.now()))
      return left(reply, endsAt ?? viewer.session!.endsAt)
    },
  )
}
