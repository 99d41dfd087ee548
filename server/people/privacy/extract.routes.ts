import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bases, ownExtract } from '#domain/addresses.ts'
import type { Instant } from '#domain/calendar.ts'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker, type Entry } from '#words/say.ts'
import type { Tx } from '../../database/database.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Refused } from '../../http/refusal.ts'
import type { Routes } from '../../http/routes.ts'
import { recordReading } from '../../trail/readings.ts'
import { PersonAddress } from './erase.schema.ts'
import { findPerson } from './erase.store.ts'
import { everythingAbout, partOf, type TableName } from './extract.store.ts'

type Row = Record<string, unknown>

/** Everything kept about a person, with what it is in plain words (GDPR art. 15, S07). */
export interface Extract {
  format: 1
  about: string
  madeAt: Instant
  parts: Record<string, { about: string; rows: Row[] }>
}

/** Makes the register extract of a person. */
export async function extractOf(tx: Tx, personId: number, lang: Lang, now: Date): Promise<Extract> {
  const spoken = words[lang].extract
  const say = speaker(lang)
  const told: { [part: string]: Entry } = spoken.parts
  const everything = Object.entries(await everythingAbout(tx, personId)) as [TableName, Row[]][]
  return {
    format: 1,
    about: say(spoken.about),
    madeAt: now.toISOString(),
    parts: Object.fromEntries(
      everything.map(([name, rows]) => [partOf(name), { about: say(told[name] ?? spoken.other), rows }]),
    ),
  }
}

/** The same as a file people can read. */
export const inFile = (extract: Extract): string => `${JSON.stringify(extract, null, 2)}\n`

async function sendExtract(
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  id: number,
  lang: Lang,
) {
  const extract = await dependencies.db.read(async (tx) =>
    (await findPerson(tx, id)) ? extractOf(tx, id, lang, dependencies.now()) : undefined,
  )
  if (!extract) throw new Refused('not-found')
  const about = { object: 'person', objectId: String(id) }
  await recordReading(dependencies, request.viewer, { list: 'extract', planId: null, count: 1, ...about })
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="registerutdrag-${id}.json"`)
    .type('application/json; charset=utf-8')
    .send(inFile(extract))
}

/** A register extract of anybody, for administrators (S07). */
export const extractRoutes: Routes = (api, dependencies) => {
  api.get(
    '/people/:id/extract',
    {
      config: { permission: 'people.extract' },
      schema: { params: PersonAddress, produces: ['application/json'] },
    },
    (request, reply) => sendExtract(dependencies, request, reply, Number(request.params.id), 'sv'),
  )
}

/** One's own, by one press on the account's page. */
export function ownExtractRoutes(app: FastifyInstance, dependencies: Dependencies): void {
  for (const lang of ['sv', 'en'] as const) {
    app.get(
      ownExtract(bases[lang]),
      { config: { permission: 'mine.read' }, schema: { hide: true } },
      (request, reply) => sendExtract(dependencies, request, reply, request.viewer!.personId, lang),
    )
  }
}
