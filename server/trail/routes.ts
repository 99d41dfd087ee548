import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Database } from '../database/database.ts'
import { responses, type Routes } from '../http/routes.ts'
import { Address } from '../http/schema.ts'
import { recordReading } from './readings.ts'
import { TrailFilter, TrailQuery, TrailRows } from './schema.ts'
import { subjectsIn, listTrail, type TrailEntry, type TrailWanted, countTrail } from './store.ts'
import { askedOf, wantedOf } from './trail.page.ts'
import { fieldsInFile, sentenceOf, whoOf, type Teller } from './view.ts'
import { csvLines, swedishCsv } from '../http/csv.ts'

const onePiece = 1000

/**
 * The trail as CSV, the newest first, piece by piece, so that memory stays flat however long it has grown. Pieces are sought by key: a row
 * that is written meanwhile is newer than all of them.
 */
async function* trailFile(
  db: Database,
  wanted: TrailWanted,
  teller: Omit<Teller, 'names'>,
): AsyncGenerator<string> {
  const { csv } = teller.words.trail
  yield swedishCsv(
    Object.values(csv).map((head) => teller.say(head)),
    [],
  )
  let before = wanted.before
  for (;;) {
    const piece = { ...wanted, before }
    const { entries, names } = await db.read(async (tx) => {
      const found = await listTrail(tx, piece, onePiece)
      return { entries: found, names: await subjectsIn(tx, found) }
    })
    yield csvLines(entries.map((entry) => lineOf(entry, { ...teller, names })))
    if (entries.length < onePiece) return
    before = entries.at(-1)!.id
  }
}

function lineOf(entry: TrailEntry, teller: Teller): string[] {
  return [
    entry.at,
    entry.person ? String(entry.person.id) : '',
    whoOf(entry, teller),
    entry.kind,
    entry.deed,
    sentenceOf(entry, teller).join(''),
    entry.object ?? '',
    entry.objectId ?? '',
    fieldsInFile(entry.fields),
    entry.count === null ? '' : String(entry.count),
  ]
}

const onePage = 50

/** The trail for programs and as a file (F43): of a plan for those who lead it, of what belongs to no plan for administrators. */
export const trailRoutes: Routes = (api, dependencies) => {
  async function list({ plan, viewer }: FastifyRequest, query: TrailQuery, reply: FastifyReply) {
    const wanted = wantedOf(askedOf(query), plan?.id ?? null, query.after)
    const size = Number(query.limit ?? onePage)
    const found = await dependencies.db.read((tx) => listTrail(tx, wanted, size + 1))
    const items = found.slice(0, size)
    const { planId } = wanted
    await recordReading(dependencies, viewer, { list: 'trail', planId, count: items.length })
    reply.header('cache-control', 'private, no-store')
    return { items, next: found.length > size ? String(items.at(-1)!.id) : null }
  }

  async function file({ plan, viewer }: FastifyRequest, query: TrailQuery, reply: FastifyReply) {
    const asked = wantedOf(askedOf(query), plan?.id ?? null)
    const { count, newest } = await dependencies.db.read(async (tx) => ({
      count: await countTrail(tx, asked),
      newest: (await listTrail(tx, asked, 1))[0]?.id ?? 0,
    }))
    // What is fetched was there before it was fetched: not the row of the fetching itself.
    const wanted = { ...asked, before: newest + 1 }
    await recordReading(dependencies, viewer, { list: 'trail.csv', planId: wanted.planId, count })
    const teller = { lang: 'sv', say: speaker('sv', plan?.labels), words: words.sv } as const
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${plan?.slug ?? 'alla'}-handelser.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Readable.from(trailFile(dependencies.db, wanted, teller)))
  }

  for (const [base, deed, params] of [
    ['/plans/:plan', 'trail.read', Address],
    ['', 'trail.read-all', undefined],
  ] as const) {
    const where = params && { params }
    api.get(
      `${base}/trail`,
      {
        config: { permission: deed },
        schema: { ...where, querystring: TrailQuery, response: responses(200, TrailRows) },
      },
      (request, reply) => list(request, request.query, reply),
    )
    api.get(
      `${base}/trail.csv`,
      {
        config: { permission: deed },
        schema: { ...where, querystring: TrailFilter, produces: ['text/csv'] },
      },
      (request, reply) => file(request, request.query, reply),
    )
  }
}
