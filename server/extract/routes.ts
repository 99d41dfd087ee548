import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '#words/format.ts'
import type { Routes } from '../api.ts'
import { findPerson } from '../erasure/store.ts'
import { PersonAddress } from '../erasure/schema.ts'
import { Refused } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { recordReading } from '../trail/reading.ts'
import { extractOf, inFile } from './extract.ts'

async function sendExtract(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  id: number,
  lang: Lang,
) {
  const extract = await parts.db.read(async (tx) =>
    (await findPerson(tx, id)) ? extractOf(tx, id, lang, parts.now()) : undefined,
  )
  if (!extract) throw new Refused(404, 'not-found')
  const about = { object: 'person', objectId: String(id) }
  await recordReading(parts, request.viewer, { list: 'extract', planId: null, count: 1, ...about })
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="registerutdrag-${id}.json"`)
    .type('application/json; charset=utf-8')
    .send(inFile(extract))
}

/** A register extract of anybody, for administrators (S07). */
export const extractRoutes: Routes = (api, parts) => {
  api.get(
    '/people/:id/extract',
    { config: { deed: 'people.extract' }, schema: { params: PersonAddress, produces: ['application/json'] } },
    (request, reply) =>
      sendExtract(parts, request, reply, Number((request.params as { id: string }).id), 'sv'),
  )
}

/** One's own, by one press on the account's page. */
export function ownExtractRoutes(app: FastifyInstance, parts: Parts): void {
  for (const [lang, base] of [
    ['sv', ''],
    ['en', '/en'],
  ] as const) {
    app.get(
      `${base}/mitt/utdrag`,
      { config: { deed: 'mine.read' }, schema: { hide: true } },
      (request, reply) => sendExtract(parts, request, reply, request.viewer!.personId, lang),
    )
  }
}
