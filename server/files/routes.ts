import { maskedIn } from '../http/room.ts'
import type { FastifyRequest } from 'fastify'
import { partBytes, usualLimits } from '#domain/file.ts'
import { responses, type Routes } from '../http/routes.ts'
import { maskFile, showFile } from './attach.store.ts'
import { writeOnce } from '../http/write-once.ts'
import type { Tx } from '../database/database.ts'
import { findPlan } from '../database/plan.ts'
import { Address } from '../http/schema.ts'
import { Mask } from '../texts/json.ts'
import { Visibility } from '../activities/schema.ts'
import { inTurn, prepare } from './finish.ts'
import { Completion, FileAddress, FileRow, FileState, NewFile, PartAddress, fileRow } from './schema.ts'
import { serveFile } from './serve.ts'
import { findFile } from './known.store.ts'
import { beginFile, finishFile, partNumbers, savePart, sentFile, type FileRecord } from './store.ts'

type Params = { plan: string; id: string; n: string }
const paramsOf = (request: FastifyRequest) => request.params as Params

/**
 * A file comes in pieces of at most 256 kB, each a request of its own with its number, so that a bad network resumes and the pieces are what
 * is stored (A09). Begun, sent, completed: then it can be named by an activity or a piece of evidence.
 */
export const fileRoutes: Routes = (api, dependencies) => {
  const limits = dependencies.files ?? usualLimits
  const turn = inTurn()
  const sent = { config: { permission: 'file.send' } } as const

  const sentBy = async (tx: Tx, request: FastifyRequest): Promise<FileRecord> => {
    const { plan, id } = paramsOf(request)
    return sentFile(tx, (await findPlan(tx, plan))!.id, Number(id), request.viewer!.personId)
  }
  const stateOf = async (tx: Tx, { id, bytes, finishedAt }: FileRecord): Promise<FileState> => {
    const finished = finishedAt !== null
    return { id, bytes, partBytes, parts: finished ? [] : await partNumbers(tx, id), finished }
  }

  api.post(
    '/plans/:plan/files',
    { ...sent, schema: { params: Address, body: NewFile, response: responses(201, FileState) } },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const plan = (await findPlan(tx, paramsOf(request).plan))!
        return stateOf(tx, await beginFile(tx, plan, request.body as NewFile, limits, context))
      }),
  )

  api.get(
    '/plans/:plan/files/:id',
    { ...sent, schema: { params: FileAddress, response: responses(200, FileState) } },
    (request, reply) => {
      reply.header('cache-control', 'private, no-store')
      return dependencies.db.read(async (tx) => stateOf(tx, await sentBy(tx, request)))
    },
  )

  // In a scope of its own: nothing but a piece of a file comes as bytes, and nothing else may be so large.
  void api.register((pieces, _options, done) => {
    const asBytes = { parseAs: 'buffer', bodyLimit: partBytes } as const
    pieces.removeAllContentTypeParsers()
    pieces.addContentTypeParser('application/octet-stream', asBytes, (_request, body, got) => got(null, body))
    pieces.put(
      '/plans/:plan/files/:id/parts/:n',
      {
        config: { permission: 'file.send', withoutKey: true },
        bodyLimit: partBytes,
        schema: {
          consumes: ['application/octet-stream'],
          params: PartAddress,
          response: responses(200, FileState),
        },
      },
      (request, reply) => {
        reply.header('cache-control', 'no-store')
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        return dependencies.db.write(async (tx) => {
          const file = await sentBy(tx, request)
          await savePart(tx, file, Number(paramsOf(request).n), bytes)
          return stateOf(tx, file)
        })
      },
    )
    done()
  })

  api.put(
    '/plans/:plan/files/:id/completion',
    { ...sent, schema: { params: FileAddress, body: Completion, response: responses(200, FileState) } },
    (request, reply) =>
      turn(async () => {
        const { description = null } = request.body as Completion
        const file = await dependencies.db.read((tx) => sentBy(tx, request))
        const ready = file.finishedAt ? undefined : await prepare(dependencies, file, description, limits)
        return writeOnce(dependencies, request, reply, 200, async (tx, context) => {
          if (ready) await finishFile(tx, file, ready, context)
          return stateOf(tx, await sentBy(tx, request))
        })
      }),
  )

  api.get(
    '/plans/:plan/files/:id/content',
    { config: { open: true }, schema: { params: FileAddress } },
    (request, reply) => serveFile(dependencies, request, reply),
  )

  const fresh = async (tx: Tx, request: FastifyRequest) => {
    const { plan, id } = paramsOf(request)
    return fileRow((await findFile(tx, (await findPlan(tx, plan))!.id, Number(id)))!)
  }

  api.put(
    '/plans/:plan/files/:id/visibility',
    {
      config: { permission: 'file.show' },
      schema: { params: FileAddress, body: Visibility, response: responses(200, FileRow) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan, id } = paramsOf(request)
        await showFile(tx, plan, Number(id), (request.body as { shown: boolean }).shown, context)
        return fresh(tx, request)
      }),
  )

  api.put(
    '/plans/:plan/files/:id/mask',
    {
      config: { permission: 'text.mask' },
      schema: { params: FileAddress, body: Mask, response: responses(200, FileRow) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan, id } = paramsOf(request)
        await maskFile(
          tx,
          plan,
          Number(id),
          (request.body as { because: string }).because,
          context,
          maskedIn(dependencies.rooms),
        )
        return fresh(tx, request)
      }),
  )
}
