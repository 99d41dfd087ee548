import { maskedIn } from '../http/room.ts'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { partBytes, usualLimits } from '#domain/file.ts'
import { planOf, responses, type RequestAt, type Routes } from '../http/routes.ts'
import { maskFile, showFile } from './attach.store.ts'
import { writeOnce } from '../http/write-once.ts'
import type { Tx } from '../database/database.ts'
import { Address } from '../http/schema.ts'
import { Mask } from '../texts/json.ts'
import { Visibility } from '../activities/schema.ts'
import { inTurn, prepare } from './finish.ts'
import { Completion, FileAddress, FileRow, FileState, NewFile, PartAddress, fileRow } from './schema.ts'
import { serveFile } from './serve.ts'
import { findFile } from './known.store.ts'
import { beginFile, finishFile, partNumbers, savePart, sentFile, type FileRecord } from './store.ts'
import type { Plan } from '../database/plan.ts'

/**
 * A file comes in pieces of at most 256 kB, each a request of its own with its number, so that a bad network resumes and the pieces are what
 * is stored (A09). Begun, sent, completed: then it can be named by an activity or a piece of evidence.
 */
export const fileRoutes: Routes = (api, dependencies) => {
  const limits = dependencies.files ?? usualLimits
  const turn = inTurn()
  const sent = { config: { permission: 'file.send' } } as const
  // What belongs to nothing yet is shown nowhere.
  const unseen = { config: { permission: 'file.send', withoutLock: true } } as const

  const sentBy = (tx: Tx, request: RequestAt<FileAddress>): Promise<FileRecord> =>
    sentFile(tx, planOf(request).id, Number(request.params.id), request.viewer!.personId)
  const stateOf = async (tx: Tx, { id, bytes, finishedAt }: FileRecord): Promise<FileState> => {
    const finished = finishedAt !== null
    return { id, bytes, partBytes, parts: finished ? [] : await partNumbers(tx, id), finished }
  }

  api.post(
    '/plans/:plan/files',
    { ...unseen, schema: { params: Address, body: NewFile, response: responses(201, FileState) } },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) =>
        stateOf(tx, await beginFile(tx, plan, request.body, limits, context)),
      ),
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
    pieces.withTypeProvider<TypeBoxTypeProvider>().put(
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
          await savePart(tx, file, Number(request.params.n), bytes)
          return stateOf(tx, file)
        })
      },
    )
    done()
  })

  api.put(
    '/plans/:plan/files/:id/completion',
    { ...unseen, schema: { params: FileAddress, body: Completion, response: responses(200, FileState) } },
    (request, reply) =>
      turn(async () => {
        const { description = null } = request.body
        const file = await dependencies.db.read((tx) => sentBy(tx, request))
        const ready = file.finishedAt ? undefined : await prepare(dependencies, file, description, limits)
        return writeOnce(dependencies, request, reply, 200, async ({ tx, context }) => {
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

  const fresh = async (tx: Tx, plan: Plan, id: number) => fileRow((await findFile(tx, plan.id, id))!)

  api.put(
    '/plans/:plan/files/:id/visibility',
    {
      config: { permission: 'file.show' },
      schema: { params: FileAddress, body: Visibility, response: responses(200, FileRow) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const id = Number(request.params.id)
        await showFile(tx, plan, id, request.body.shown, context)
        return fresh(tx, plan, id)
      }),
  )

  api.put(
    '/plans/:plan/files/:id/mask',
    {
      config: { permission: 'text.mask' },
      schema: { params: FileAddress, body: Mask, response: responses(200, FileRow) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const id = Number(request.params.id)
        await maskFile(tx, plan, id, request.body.because, context, maskedIn(dependencies.rooms))
        return fresh(tx, plan, id)
      }),
  )
}
