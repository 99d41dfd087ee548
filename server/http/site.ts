import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Dependencies } from '../dependencies.ts'
import type { Room } from './room.ts'

/** The mark of Avstämt: five tally strokes. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><style>path{stroke:#0d4a6f}@media(prefers-color-scheme:dark){path{stroke:#8fc6e8}}</style><path fill="none" stroke-width="1.8" stroke-linecap="round" d="M4 3v14M8 3v14M12 3v14M16 3v14M1.5 14.5 18.5 5.5"/></svg>`

/** What every site answers: whether it lives, what robots may read, its mark. */
function siteRoutes(app: FastifyInstance, dependencies: Dependencies): void {
  app.get(
    '/healthz',
    {
      config: { open: true },
      schema: { hide: true, response: { 200: Type.Object({ ok: Type.Boolean() }) } },
    },
    async () => {
      await dependencies.db.revisions(undefined)
      return { ok: true }
    },
  )
  app.get('/robots.txt', { config: { open: true }, schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        dependencies.example
          ? 'User-agent: *\nDisallow: /\n'
          : 'User-agent: *\nDisallow: /api/\nDisallow: /logga-in\nDisallow: /tyck-till\nDisallow: /en/tyck-till\n',
      ),
  )
  app.get('/favicon.ico', { config: { open: true }, schema: { hide: true } }, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(icon),
  )
  if (dependencies.worker !== undefined) {
    const { worker } = dependencies
    app.get('/sw.js', { config: { open: true }, schema: { hide: true } }, (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
    )
  }
}

export const http: Room = { name: 'http', site: [siteRoutes] }
