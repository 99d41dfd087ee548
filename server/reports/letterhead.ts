import type { Tx } from '../database/database.ts'
import { findFile } from '../files/standing.ts'
import { partNumbers, readPart } from '../files/store.ts'
import type { Plan } from '../plans/store.ts'
import type { ReportContent } from './content.ts'

/** Whose document it is, with the logo where one of the plan's pictures is chosen and still there; else the municipality's name alone. */
export async function letterheadOf(
  tx: Tx,
  { id, letterhead }: Pick<Plan, 'id' | 'letterhead'>,
  municipality: string,
): Promise<ReportContent['letterhead']> {
  const name = letterhead?.name || municipality
  const file = letterhead?.logo === undefined ? undefined : await findFile(tx, id, letterhead.logo)
  if (!file || file.maskedAt) return { name }
  const pieces: Buffer[] = []
  for (const n of await partNumbers(tx, file.id)) pieces.push((await readPart(tx, file.id, n))!)
  const base64 = Buffer.concat(pieces).toString('base64')
  return { name, logo: { type: file.type, base64, alt: file.description.body ?? name } }
}
