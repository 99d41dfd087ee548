import type { FastifyReply } from 'fastify'
import { Type, type Static } from 'typebox'
import { Refused } from '../http/refusal.ts'
import { responses, type Routes } from '../http/routes.ts'
import { StrictObject, Whole } from '../http/schema.ts'
import { writeOnce } from '../http/write-once.ts'
import { changeSettings } from './account.store.ts'
import { revokeOwnLink } from './links.store.ts'
import { noteUse, revokeSession } from './sessions.store.ts'

/** What somebody chooses for themselves; what is left out stays as it is. */
export const OwnSettings = StrictObject({
  language: Type.Optional(Type.Union([Type.Literal('sv'), Type.Literal('en')])),
  reminders: Type.Optional(Type.Boolean()),
})
export type OwnSettings = Static<typeof OwnSettings>

const Nothing = StrictObject({})
const Ended = StrictObject({ id: Whole })
const ById = StrictObject({ id: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) })

/** How long the session still lasts if it is not used. */
export const SessionLeft = StrictObject({ secondsLeft: Whole })
export type SessionLeft = Static<typeof SessionLeft>

/** What somebody does with their own way in: their settings, their sessions, their links (A15, T06). A link opens none of it. */
export const meRoutes: Routes = (api, dependencies) => {
  const permission = 'mine.read' as const

  api.put(
    '/me',
    {
      config: { permission, trail: 'person.settings' },
      schema: { body: OwnSettings, response: responses(200, OwnSettings) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, context, viewer }) => {
        await changeSettings(tx, viewer.personId, request.body, context.now)
        return request.body
      }),
  )

  const ending = { params: ById, body: Nothing, response: responses(200, Ended) }

  api.put(
    '/me/sessions/:id/revocation',
    { config: { permission, trail: 'session.revoke' }, schema: ending },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, context, viewer }) => {
        const id = Number(request.params.id)
        if (!(await revokeSession(tx, viewer.personId, id, context.now))) throw new Refused('not-found')
        return { id }
      }),
  )

  api.put('/me/links/:id/revocation', { config: { permission }, schema: ending }, (request, reply) =>
    writeOnce(dependencies, request, reply, 200, async ({ tx, context, viewer }) => {
      const id = Number(request.params.id)
      if (!(await revokeOwnLink(tx, viewer.personId, id, context.now))) throw new Refused('not-found')
      return { id }
    }),
  )

  const left = (reply: FastifyReply, endsAt: string) => {
    const seconds = Math.max(0, Math.floor((Date.parse(endsAt) - dependencies.now().getTime()) / 1000))
    return reply.header('cache-control', 'no-store').send({ secondsLeft: seconds })
  }
  const ownSession = { response: responses(200, SessionLeft) }

  api.get('/me/session', { config: { permission, unnoticed: true }, schema: ownSession }, (request, reply) =>
    left(reply, request.viewer!.session!.endsAt),
  )

  // To stay twice is to stay once.
  api.put(
    '/me/session',
    { config: { permission, withoutKey: true }, schema: { body: Nothing, ...ownSession } },
    async (request, reply) => {
      const viewer = request.viewer!
      const endsAt = await dependencies.db.write((tx) => noteUse(tx, viewer, dependencies.now()))
      return left(reply, endsAt ?? viewer.session!.endsAt)
    },
  )
}
