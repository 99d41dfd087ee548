import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { Member } from './world.ts'

const size = 256 * 1024
export const files = '/api/v1/plans/psykisk-halsa/files'

export interface Told {
  id: number
  parts: number[]
  finished: boolean
}

/** One piece of a file, counted from 1. */
export const pieceOf = (bytes: Buffer, n: number): Buffer => bytes.subarray((n - 1) * size, n * size)

export const begin = (member: Member, bytes: number, more: object = {}): Promise<LightMyRequestResponse> =>
  member.post(files, { name: 'bild.jpg', bytes, description: 'En cirkel av stolar i biblioteket', ...more })

/** Sends one piece as a browser does: raw bytes, without a key. */
export const sendPiece = (
  member: Member,
  id: number,
  n: number,
  bytes: Buffer,
): Promise<LightMyRequestResponse> => member.putBytes(`${files}/${id}/parts/${n}`, bytes)

/** Begins a file, sends all its pieces and asks for its completion, as far as it gets; gives the last answer. */
export async function sendFile(
  member: Member,
  bytes: Buffer,
  more: object = {},
): Promise<LightMyRequestResponse & { id: number }> {
  const begun = await begin(member, bytes.length, more)
  if (begun.statusCode !== 201) return Object.assign(begun, { id: 0 })
  const { id } = begun.json<Told>()
  for (let n = 1; n <= Math.ceil(bytes.length / size); n += 1) {
    const sent = await sendPiece(member, id, n, pieceOf(bytes, n))
    if (sent.statusCode !== 200) return Object.assign(sent, { id })
  }
  return Object.assign(await member.put(`${files}/${id}/completion`, {}, randomUUID()), { id })
}
