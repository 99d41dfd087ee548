import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { kindOf, kinds, nameFor, partsOf } from '#domain/file.ts'
import { can } from '#domain/roles.ts'
import { Refused } from '../http/refusal.ts'
import { rolesOf } from '../http/viewer.ts'
import type { Dependencies } from '../dependencies.ts'
import type { RequestAt } from '../http/routes.ts'
import { findFile, isKnownTo, type StoredFile } from './known.store.ts'
import type { FileAddress } from './schema.ts'
import { readPart } from './store.ts'
import { visiblePlan } from '../http/visible-plan.ts'

/** Nothing in a file runs, whoever opens it, and however it is opened. */
const policy = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"

/**
 * A file's bytes: a shown one for everybody, an internal one for the people of its plan – for its sender alone until it belongs to something –, else 404. Sent as they are read, piece by piece,
 * each in a short read of its own, so that memory stays flat and a slow reader holds nothing open.
 */
export async function serveFile(
  dependencies: Dependencies,
  request: RequestAt<FileAddress>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { plan: slug, id } = request.params
  const file = await dependencies.db.read(async (tx) => {
    const plan = await visiblePlan(tx, slug, request.viewer)
    const found = await findFile(tx, plan.id, Number(id))
    if (!found || found.shown) return found
    const { viewer } = request
    const inside = viewer && can(rolesOf(viewer, plan), 'file.read')
    const itsLogo = plan.letterhead?.logo === found.id
    return inside && (itsLogo || (await isKnownTo(tx, found.id, viewer.personId))) ? found : undefined
  })
  if (!file || file.maskedAt) throw new Refused('not-found')
  const etag = `"${file.sha256.slice(0, 32)}"`
  reply.headers({
    'content-security-policy': policy,
    // It can be taken back or masked at any time: nobody shows a copy without asking.
    'cache-control': request.viewer ? 'private, no-store' : 'no-cache',
    vary: 'Cookie',
    etag,
  })
  if (!request.viewer && request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  return reply
    .headers({ 'content-length': file.bytes, 'content-disposition': dispositionOf(file) })
    .type(file.type)
    .send(Readable.from(piecesOf(dependencies, file), { objectMode: false, highWaterMark: 1 }))
}

async function* piecesOf({ db }: Pick<Dependencies, 'db'>, file: StoredFile): AsyncGenerator<Buffer> {
  for (let n = 1; n <= partsOf(file.bytes); n += 1) {
    const piece = await db.read((tx) => readPart(tx, file.id, n))
    // Masked meanwhile: the connection breaks rather than end as if that were all.
    if (!piece) throw new Error(`piece ${n} of file ${file.id} is gone`)
    yield piece
  }
}

/** A picture of ours may be looked at where it is, anything else is only saved (RFC 6266, 5987). */
function dispositionOf(file: Pick<StoredFile, 'type' | 'name' | 'id'>): string {
  const kind = kindOf(file.type)
  const name = nameFor(file.name.body ?? `${file.id}`, file.type)
  return disposition(kind && kinds[kind].picture ? 'inline' : 'attachment', name)
}

/** How a file is opened, and its name in both forms that browsers read. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}
